import multipart from '@fastify/multipart';
import { Global, Module, type Type, ValidationPipe } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import {
  BadShapeError,
  BusinessClock,
  connectRedis,
  createLogger,
  DirectoriesConfig,
  EncryptionConfig,
  Environment,
  FileStore,
  HttpConfig,
  IdAllocator,
  LockoutConfig,
  LogConfig,
  LOGGER,
  MailConfig,
  PasswordConfig,
  ProblemFilter,
  REDIS,
  RedisConfig,
  SecretBox,
  SecretsConfig,
  SingleSignOnConfig,
  SystemClock,
} from '#libs/platform';
import type { TestDatabase } from '#support/database';
import type { TestRedis } from '#support/redis';
import { DataSource } from 'typeorm';
import { DivisionTree } from '../divisions/division.tree.js';
import { IdentityModule } from '../identity.module.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { IdentityGuard } from '../session/identity.guard.js';
import { TEST_PASSWORD } from '../testing.js';

/** Signs the tokens of these applications. */
export const TEST_TOKEN_SECRET = 'a secret for specs, long enough to be taken';

export class MovableClock extends SystemClock {
  offsetMs = 0;

  override now(): Date {
    return new Date(super.now().getTime() + this.offsetMs);
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly code?: string;
    readonly accessToken: string;
    readonly refreshToken: string;
    readonly user: Readonly<Record<string, unknown>>;
    readonly [key: string]: unknown;
  };
}

export interface Sent {
  readonly body?: object;
  /** In place of a body. */
  readonly file?: { readonly name: string; readonly content: Buffer };
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Identity alone behind HTTP, with the real database and Redis. */
export class IdentityApp {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: MovableClock,
    private readonly database: TestDatabase,
    private readonly disconnect: () => void,
  ) {}

  static async start(
    { database, redis }: { database: TestDatabase; redis: Pick<TestRedis, 'url'> },
    {
      settings = {},
      controllers = [],
      port = 0,
    }: { settings?: Record<string, string>; controllers?: Type[]; port?: number } = {},
  ): Promise<IdentityApp> {
    const environment = new Environment({
      SANSHE_TOKEN_SECRET: TEST_TOKEN_SECRET,
      SANSHE_DATA_KEYS: `t1:${'5a'.repeat(32)}`,
      SANSHE_REDIS_URL: redis.url,
      SANSHE_LOG_LEVEL: 'silent',
      ...settings,
    });
    const clock = new MovableClock();
    const { Floor, disconnect } = await floor(environment, { clock, dataSource: database.dataSource });
    const module = await Test.createTestingModule({ imports: [Floor, IdentityModule], controllers }).compile();
    const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    await app.register(multipart);
    app.useGlobalPipes(
      new ValidationPipe({
        whitelist: true,
        forbidNonWhitelisted: true,
        transform: true,
        exceptionFactory: (errors) => new BadShapeError(errors),
      }),
    );
    // Jest cannot load what Fastify's inject() needs, so the specs go over a real socket.
    await app.listen(port, '127.0.0.1');
    return new IdentityApp(app, clock, database, disconnect);
  }

  get directory(): OrganisationDirectory {
    return this.app.get(OrganisationDirectory);
  }

  /** After the tables were emptied and filled again. */
  async reload(): Promise<void> {
    await this.directory.reload();
    await this.app.get(DivisionTree).load();
  }

  async call(method: Method, url: string, { body, file, token, headers = {} }: Sent = {}): Promise<Answer> {
    const response = await fetch(new URL(url, await this.app.getUrl()), {
      method,
      redirect: 'manual',
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
      ...(file && { body: formOf(file) }),
    });
    const text = await response.text();
    // The spec asserts what it needs of it.
    const parsed = JSON.parse(text === '' ? '{}' : text) as Answer['body'];
    return { status: response.status, headers: response.headers, body: parsed };
  }

  login(login = 'officer', password = TEST_PASSWORD, code?: string): Promise<Answer> {
    return this.call('POST', '/sessions', { body: { login, password, ...(code !== undefined && { code }) } });
  }

  refresh(refreshToken: string): Promise<Answer> {
    return this.call('POST', '/sessions/refresh', { body: { refreshToken } });
  }

  /** Outcomes in the login log, in order. */
  async outcomes(): Promise<string[]> {
    const rows: { outcome: string }[] = await this.database.dataSource.query(
      'SELECT outcome FROM identity_login_log ORDER BY seq',
    );
    return rows.map((row) => row.outcome);
  }

  async close(): Promise<void> {
    await this.app.close();
    this.disconnect();
  }
}

function formOf({ name, content }: { readonly name: string; readonly content: Buffer }): FormData {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)]), name);
  return form;
}

async function floor(
  environment: Environment,
  { clock, dataSource }: { clock: SystemClock; dataSource: DataSource },
): Promise<{ Floor: Type; disconnect: () => void }> {
  const ids = new IdAllocator(dataSource);
  await ids.ensure();
  const redis = connectRedis(new RedisConfig(environment));
  const shared = [
    { provide: DataSource, useValue: dataSource },
    { provide: IdAllocator, useValue: ids },
    { provide: SystemClock, useValue: clock },
    { provide: BusinessClock, useValue: new BusinessClock(clock) },
    { provide: SecretBox, useValue: new SecretBox(new EncryptionConfig(environment)) },
    { provide: FileStore, useValue: new FileStore(new DirectoriesConfig(environment)) },
    { provide: REDIS, useValue: redis },
    { provide: LOGGER, useValue: createLogger(new LogConfig(environment)) },
    ...[
      SecretsConfig,
      DirectoriesConfig,
      HttpConfig,
      RedisConfig,
      LockoutConfig,
      PasswordConfig,
      MailConfig,
      SingleSignOnConfig,
    ].map((config) => ({ provide: config, useValue: new config(environment) })),
  ];
  const edge = [
    { provide: APP_GUARD, useExisting: IdentityGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ];
  @Global()
  @Module({ providers: [...shared, ...edge], exports: shared })
  class Floor {}
  return { Floor, disconnect: () => redis.disconnect() };
}
