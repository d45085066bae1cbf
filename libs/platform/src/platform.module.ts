import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { BusinessClock } from './clock/business.clock.js';
import { ClockStore } from './clock/clock.store.js';
import { SystemClock } from './clock/system.clock.js';
import { ClockConfig } from './config/clock.config.js';
import { DatabaseConfig } from './config/database.config.js';
import { DemoConfig } from './config/demo.config.js';
import { DirectoriesConfig } from './config/directories.config.js';
import { EncryptionConfig } from './config/encryption.config.js';
import { HttpConfig } from './config/http.config.js';
import { LockoutConfig } from './config/lockout.config.js';
import { LogConfig } from './config/log.config.js';
import { MailConfig } from './config/mail.config.js';
import { MessagingConfig } from './config/messaging.config.js';
import { PasswordConfig } from './config/password.config.js';
import { RedisConfig } from './config/redis.config.js';
import { SecretsConfig } from './config/secrets.config.js';
import { SingleSignOnConfig } from './config/single-sign-on.config.js';
import { WorkerConfig } from './config/worker.config.js';
import { openDataSource } from './database/data-source.js';
import { IdAllocator } from './database/id.allocator.js';
import type { LibrarySchema } from './database/library.schema.js';
import { FileStore } from './files/file.store.js';
import { HealthRegistry } from './health/health.registry.js';
import { createLogger, LOGGER } from './logging/logger.js';
import { createMetrics, METRICS } from './metrics/metrics.js';
import { connectRedis } from './redis/redis.connection.js';
import { REDIS } from './redis/redis.token.js';
import { SecretBox } from './secrets/secret.box.js';

const CONFIGS = [
  ClockConfig,
  DatabaseConfig,
  DemoConfig,
  DirectoriesConfig,
  EncryptionConfig,
  HttpConfig,
  LockoutConfig,
  LogConfig,
  MailConfig,
  MessagingConfig,
  PasswordConfig,
  RedisConfig,
  SecretsConfig,
  SingleSignOnConfig,
  WorkerConfig,
].map((config) => ({ provide: config, useFactory: () => new config() }));

/** Config, database, Redis, clocks, files, logging, metrics and health for every process. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(REDIS) private readonly redis: Redis,
  ) {}

  static forRoot(schemas: readonly LibrarySchema[]): DynamicModule {
    const providers = [
      ...CONFIGS,
      SystemClock,
      BusinessClock,
      ClockStore,
      FileStore,
      HealthRegistry,
      SecretBox,
      { provide: LOGGER, useFactory: createLogger, inject: [LogConfig] },
      { provide: METRICS, useFactory: createMetrics },
      { provide: REDIS, useFactory: connectRedis, inject: [RedisConfig] },
      { provide: DataSource, useFactory: connectDatabase(schemas), inject: [DatabaseConfig] },
      { provide: IdAllocator, useFactory: readyAllocator, inject: [DataSource] },
    ];
    return { module: PlatformModule, providers, exports: providers };
  }

  async onApplicationShutdown(): Promise<void> {
    this.redis.disconnect();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

function connectDatabase(schemas: readonly LibrarySchema[]) {
  return (config: DatabaseConfig): Promise<DataSource> =>
    openDataSource({ url: config.url, schemas, poolSize: config.poolSize });
}

async function readyAllocator(dataSource: DataSource): Promise<IdAllocator> {
  const allocator = new IdAllocator(dataSource);
  await allocator.ensure();
  return allocator;
}
