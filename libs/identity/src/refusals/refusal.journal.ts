import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { IdAllocator, type RefusalObserver, SystemClock, type UserError } from '#libs/platform';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import type { IdentifiedRequest } from '../session/current-caller.decorator.js';

const FLUSH_MS = 200;
/** More than this between two writes is a flood: what is beyond is counted, not kept. */
const KEPT = 1000;
/** Shape mistakes and the limiter's answers are no attempts at something forbidden. */
const UNTOLD: readonly number[] = [400, 413, 415, 429];

type Row = readonly (string | number | Date | null)[];

/**
 * 拒绝记录: who asked for what and was refused, and by which rule. Written a moment later in batches, so that a flood of
 * forbidden requests costs one insert; what nobody can be named for (no token) is told by the login log alone.
 */
@Injectable()
export class RefusalJournal implements RefusalObserver, OnModuleDestroy {
  private rows: Row[] = [];
  private dropped = 0;
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly ids: IdAllocator,
    private readonly clock: SystemClock,
  ) {}

  refused(request: FastifyRequest & IdentifiedRequest, error: UserError): void {
    const isForged = error.details['reason'] === 'forged';
    if ((!request.caller && !isForged) || UNTOLD.includes(error.status)) return;
    if (this.rows.length >= KEPT) {
      this.dropped += 1;
      return;
    }
    this.rows.push(this.rowOf(request, error));
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    await this.flush();
  }

  /** Writes what was noted so far. A database that is away loses the batch: the requests themselves were refused. */
  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.writing = this.writing.then(() => this.write()).catch(() => undefined);
    await this.writing;
  }

  private async write(): Promise<void> {
    const [rows, dropped] = [this.rows, this.dropped];
    this.rows = [];
    this.dropped = 0;
    if (rows.length === 0) return;
    const all = dropped === 0 ? rows : [...rows, this.floodRow(dropped)];
    await this.ids.ensure(all.length);
    await this.dataSource.query(
      'INSERT INTO identity_refusal (id, at, user_id, organisation_id, method, path, status, code, detail, ip) VALUES ?',
      [all.map((row) => [this.ids.next(), ...row])],
    );
  }

  private rowOf(request: FastifyRequest & IdentifiedRequest, error: UserError): Row {
    const { caller, method, url, ip } = request;
    const path = (url.split('?')[0] ?? url).slice(0, 255);
    const who = [caller?.userId ?? null, caller?.organisationId ?? null];
    return [
      this.clock.now(),
      ...who,
      method,
      path,
      error.status,
      error.code,
      error.text.zh.slice(0, 400),
      ip.slice(0, 45),
    ];
  }

  private floodRow(dropped: number): Row {
    const detail = `另有 ${dropped} 次未逐条记录`;
    return [this.clock.now(), null, null, '', '', 429, 'identity.refusals-dropped', detail, ''];
  }
}
