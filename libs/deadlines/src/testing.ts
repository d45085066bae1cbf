import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import type { FireTimerCommand } from '#libs/engine';
import {
  type BusinessClock,
  ClockConfig,
  type ClockSetting,
  createLogger,
  Environment,
  LogConfig,
  MailConfig,
  RedisConfig,
  type SystemClock,
  WorkerConfig,
} from '#libs/platform';
import { SMTPServer } from 'smtp-server';
import type { DataSource } from 'typeorm';

const LIMIT_MS = 20_000;
const LOOK_MS = 20;

/** Waits until the condition holds, looking often; fails after a limit with what it waited for. */
export async function eventually<T>(what: string, look: () => Promise<T | false | null | undefined>): Promise<T> {
  const end = performance.now() + LIMIT_MS;
  for (;;) {
    const found = await look();
    if (found !== false && found !== null && found !== undefined) return found;
    if (performance.now() > end) throw new Error(`Not within ${LIMIT_MS} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

export const silentLogger = createLogger(new LogConfig(new Environment({ SANSHE_LOG_LEVEL: 'silent' })));

export function workerConfig(variables: Record<string, string> = {}): WorkerConfig {
  return new WorkerConfig(new Environment({ SANSHE_ALARM_GRACE_MS: '0', SANSHE_SWEEP_SECONDS: '3', ...variables }));
}

export function redisConfig(url: string): RedisConfig {
  return new RedisConfig(new Environment({ SANSHE_REDIS_URL: url, SANSHE_REDIS_PREFIX: 'test' }));
}

export function clockConfig(mode = 'real'): ClockConfig {
  return new ClockConfig(new Environment({ SANSHE_CLOCK: mode }));
}

export function mailConfig(smtpUrl?: string): MailConfig {
  const smtp = smtpUrl === undefined ? {} : { SANSHE_SMTP_URL: smtpUrl };
  return new MailConfig(new Environment({ SANSHE_PUBLIC_URL: 'http://sanshe.example', ...smtp }));
}

/** Sets business time as an administrator of a training installation does. */
export function setClock(clock: BusinessClock, system: SystemClock, at: string, rate = 0): ClockSetting {
  const setting = {
    base: Date.parse(at),
    since: system.now().getTime(),
    rate,
    revision: clock.setting.revision + 1,
  };
  clock.apply(setting);
  return setting;
}

/** A system clock that stands where it is put: for leases and backoff. */
export class StandingClock implements SystemClock {
  private ms: number;

  constructor(at: string) {
    this.ms = Date.parse(at);
  }

  now(): Date {
    return new Date(this.ms);
  }

  pass(ms: number): void {
    this.ms += ms;
  }
}

let lastId = 1_000_000;

function nextId(): number {
  lastId += 1;
  return lastId;
}

/** An armed timer, valid by default: due at the beginning of 2026. */
export function aTimer(): TimerFactory {
  return new TimerFactory();
}

export class TimerFactory {
  private row = {
    rootId: 1,
    nextAt: '2026-01-05T01:00:00.000Z',
    status: 'armed',
    alarmed: 0,
    taskId: null as number | null,
  };

  of(rootId: number): this {
    return this.with({ rootId });
  }

  dueAt(nextAt: string): this {
    return this.with({ nextAt });
  }

  cancelled(): this {
    return this.with({ status: 'cancelled' });
  }

  /** Said to be in Redis. */
  mirrored(): this {
    return this.with({ alarmed: 1 });
  }

  forTask(taskId: number): this {
    return this.with({ taskId });
  }

  async insert(dataSource: DataSource): Promise<number> {
    const [id] = await this.insertMany(dataSource, 1);
    return id ?? 0;
  }

  async insertMany(dataSource: DataSource, count: number): Promise<number[]> {
    const ids = Array.from({ length: count }, nextId);
    await dataSource.query(
      `INSERT INTO engine_timer (id, root_id, instance_id, task_id, state, entry, deadline, kind, steps, next_step, next_at,
         generation, status, alarmed, attempts, due_at, period, law, provisional, calendar_version, computation, created_at)
       VALUES ?`,
      [ids.map((id) => this.valuesOf(id))],
    );
    return ids;
  }

  private valuesOf(id: number): unknown[] {
    const { rootId, nextAt, status, alarmed, taskId } = this.row;
    const at = new Date(nextAt);
    const steps = JSON.stringify([{ kind: 'fire', at: nextAt }]);
    const what = [id, rootId, rootId, taskId, 'waiting', 1, 'period', 'after', steps, 0, at, 1, status, alarmed, 0];
    return [...what, at, 'P1D', 'law-of-tests', 0, 'test', '[]', at];
  }

  private with(change: Partial<TimerFactory['row']>): this {
    this.row = { ...this.row, ...change };
    return this;
  }
}

/** A message that has left its transaction. */
export function aMessage(kind = 'test.message'): MessageFactory {
  return new MessageFactory(kind);
}

export class MessageFactory {
  private row = { rootId: 1, seq: 1, payload: {} as object };

  constructor(private readonly kind: string) {}

  of(rootId: number, seq: number): this {
    this.row = { ...this.row, rootId, seq };
    return this;
  }

  saying(payload: object): this {
    this.row = { ...this.row, payload };
    return this;
  }

  async insert(dataSource: DataSource): Promise<number> {
    const id = nextId();
    const at = new Date('2026-01-05T01:00:00.000Z');
    await dataSource.query(
      'INSERT INTO engine_outbox (id, root_id, seq, kind, payload, at, available_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [id, this.row.rootId, this.row.seq, this.kind, JSON.stringify(this.row.payload), at, at],
    );
    return id;
  }
}

type Firing = Parameters<FireTimerCommand['execute']>[0];

/** Stands in for the engine's command where only the ringing is tested: marks the row done, once. */
export class FakeFireTimer {
  readonly fired: Firing[] = [];
  private readonly failures = new Map<number, Error>();

  constructor(private readonly dataSource: DataSource) {}

  /** That timer fails until it is mended. */
  break(timerId: number, error: Error): void {
    this.failures.set(timerId, error);
  }

  mend(timerId: number): void {
    this.failures.delete(timerId);
  }

  /** The command's private parts are no part of what is used. */
  asCommand(): FireTimerCommand {
    return this as unknown as FireTimerCommand;
  }

  async execute(firing: Firing): Promise<{ fired: boolean }> {
    const failure = this.failures.get(firing.timerId);
    if (failure) throw failure;
    const result: { affectedRows: number } = await this.dataSource.query(
      `UPDATE engine_timer SET status = 'done' WHERE id = ? AND generation = ? AND status = 'armed'`,
      [firing.timerId, firing.generation],
    );
    const fired = result.affectedRows === 1;
    if (fired) this.fired.push(firing);
    return { fired };
  }
}

export interface ReceivedMail {
  readonly to: readonly string[];
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
}

/** A real SMTP server that keeps what it gets. */
export class SmtpSink {
  readonly messages: ReceivedMail[] = [];
  private refusal: number | null = null;
  private readonly server: SMTPServer;

  private constructor(private port: number) {
    this.server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: (_address, _session, done) => done(this.refused()),
      onData: (stream, session, done) => {
        const to = session.envelope.rcptTo.map((recipient) => recipient.address);
        text(stream).then((source) => {
          this.messages.push({ to, ...readMail(source) });
          done();
        }, done);
      },
    });
    this.server.on('error', () => undefined);
  }

  /** On a free port, or again on the port of one that was stopped. */
  static async start(port = 0): Promise<SmtpSink> {
    const sink = new SmtpSink(port);
    await new Promise<void>((resolve) => {
      const listening = sink.server.listen(port, '127.0.0.1', () => {
        // A server that listens on TCP has an AddressInfo.
        sink.port = (listening.address() as AddressInfo).port;
        resolve();
      });
    });
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** From now on, until `null`. */
  refuseRecipientsWith(reply: number | null): void {
    this.refusal = reply;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private refused(): Error | null {
    return this.refusal === null
      ? null
      : Object.assign(new Error('refused by the test'), { responseCode: this.refusal });
  }
}

function readMail(source: string): Omit<ReceivedMail, 'to'> {
  const end = source.indexOf('\r\n\r\n');
  const head = source.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  const encoding = header('content-transfer-encoding').trim();
  return {
    messageId: header('message-id'),
    subject: decodeWords(header('subject')),
    text: decodeBody(source.slice(end + 4), encoding),
  };
}

/** RFC 2047 encoded words. */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : decodeQuoted(word.replaceAll('_', ' ')),
    );
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return encoding === 'quoted-printable' ? decodeQuoted(body.replace(/=\r\n/g, '')) : body;
}

function decodeQuoted(value: string): string {
  const bytes = value.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The wire between a worker and Redis, which can be cut and mended. */
export class RedisWire {
  private readonly sockets = new Set<Socket>();
  private isCut = false;

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {}

  static async to(redisUrl: string): Promise<RedisWire> {
    const server = createServer();
    const wire = new RedisWire(server, new URL(redisUrl));
    server.on('connection', (socket) => wire.join(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    // A server that listens on TCP has an AddressInfo.
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private join(near: Socket): void {
    if (this.isCut) {
      near.destroy();
      return;
    }
    const far = connect(Number(this.target.port), this.target.hostname);
    this.keep(near, far);
    this.keep(far, near);
  }

  private keep(socket: Socket, other: Socket): void {
    this.sockets.add(socket);
    socket.pipe(other);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.sockets.delete(socket);
      other.destroy();
    });
  }
}
