import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Global, Module, type Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { Redis } from 'ioredis';
import { IdentityModule, identitySchema, OrganisationDirectory } from '#libs/identity';
import {
  BusinessClock,
  ClockConfig,
  DatabaseConfig,
  DirectoriesConfig,
  EncryptionConfig,
  LogConfig,
  PlatformModule,
  REDIS,
  RedisConfig,
  SecretsConfig,
  type LibrarySchema,
} from '#libs/platform';
import { DUE_STEPS, type DueStepHandler, type DueStepRequest, EngineModule, engineSchema } from './index.js';
import { STARTS_DRAFTS } from './publishing/published.definitions.js';

export { STARTS_DRAFTS };

/** Remembers what it was told instead of telling people. */
export class FakeDueSteps implements DueStepHandler {
  readonly requests: DueStepRequest[] = [];
  /** Levels whose posts are vacant. */
  readonly vacantLevels = new Set<string>();

  apply(request: DueStepRequest): Promise<{ recipients: number[]; vacant: boolean; facts: Record<string, never> }> {
    this.requests.push(request);
    const vacant = request.step.kind === 'rung' && this.vacantLevels.has(request.step.level);
    return Promise.resolve({ recipients: vacant ? [] : [1], vacant, facts: {} });
  }
}

export interface EngineUnderTest {
  readonly module: TestingModule;
  readonly dueSteps: FakeDueSteps;
  readonly clock: TestClock;
  get<T>(type: Type<T>): T;
  /** After organisations or users were inserted. */
  reloadDirectory(): Promise<void>;
  close(): Promise<void>;
}

/** Business time that stands still until it is set. */
export class TestClock {
  private revision = 1;

  constructor(private readonly clock: BusinessClock) {}

  set(at: string): Date {
    this.revision += 1;
    this.clock.apply({ base: Date.parse(at), since: 0, rate: 0, revision: this.revision });
    return this.clock.now();
  }
}

export interface EngineOptions {
  readonly databaseUrl: string;
  readonly redisUrl?: string;
  /** YAML by file name below workflows/; the shipped definitions when unset. */
  readonly workflows?: Readonly<Record<string, string>>;
  /** YAML by file name below config/regions, for a test's own workflows; none when unset. */
  readonly regions?: Readonly<Record<string, string>>;
  /** Modules above the engine with their effects. */
  readonly modules?: readonly Type[];
  readonly schemas?: readonly LibrarySchema[];
  readonly poolSize?: number;
  /** False where publishing itself is tested: nothing starts from a draft. */
  readonly startsDrafts?: boolean;
}

const SECRET = 'a secret of a test that is long enough';

/** The real engine over a real database, with a clock that the test sets and no worker beside it. */
export async function startEngine(options: EngineOptions): Promise<EngineUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'sanshe-engine-'));
  writeFiles(join(folder, 'workflows'), options.workflows ?? {});
  writeFiles(join(folder, 'regions'), options.regions ?? {});
  const dueSteps = new FakeDueSteps();
  const module = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot([identitySchema, engineSchema, ...(options.schemas ?? [])]),
      IdentityModule,
      dueStepsModule(dueSteps),
      EngineModule,
      ...(options.modules ?? []),
    ],
  })
    .overrideProvider(STARTS_DRAFTS)
    .useValue(options.startsDrafts ?? true)
    .overrideProvider(DatabaseConfig)
    .useValue({ url: options.databaseUrl, migrationUrl: options.databaseUrl, poolSize: options.poolSize ?? 10 })
    .overrideProvider(RedisConfig)
    .useValue({ url: options.redisUrl ?? 'redis://127.0.0.1:1', prefix: 'test' })
    .overrideProvider(REDIS)
    // Connects on first use: a spec that needs no Redis leaves no retry behind.
    .useFactory({ factory: () => new Redis(options.redisUrl ?? 'redis://127.0.0.1:1', { lazyConnect: true }) })
    .overrideProvider(SecretsConfig)
    .useValue({ tokenSecret: SECRET })
    .overrideProvider(EncryptionConfig)
    .useValue({ keys: [{ id: 'test', bytes: Buffer.alloc(32, 7) }] })
    .overrideProvider(ClockConfig)
    .useValue({ mode: 'real' })
    .overrideProvider(LogConfig)
    .useValue({ level: 'silent' })
    .overrideProvider(DirectoriesConfig)
    .useValue({
      dataDir: join(folder, 'data'),
      workflowsDir: options.workflows ? join(folder, 'workflows') : resolve('workflows'),
      configDir: resolve('config'),
      // Regions set values of shipped processes, which a test's own folder does not have.
      regionsDir: options.workflows ? join(folder, 'regions') : resolve('config/regions'),
      webDir: folder,
    })
    .compile();
  await module.init();
  const directory = module.get(OrganisationDirectory);
  return {
    module,
    dueSteps,
    clock: new TestClock(module.get(BusinessClock)),
    get: (type) => module.get(type),
    reloadDirectory: () => directory.reload(),
    close: async () => {
      await module.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

function dueStepsModule(handler: DueStepHandler): Type {
  @Global()
  @Module({ providers: [{ provide: DUE_STEPS, useValue: handler }], exports: [DUE_STEPS] })
  class FakeDueStepsModule {}
  return FakeDueStepsModule;
}
