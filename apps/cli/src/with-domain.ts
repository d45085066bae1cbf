import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CliModule } from './cli.module.js';

/** Runs something with the whole domain and closes it again, whatever happens. */
export async function withDomain<T>(work: (domain: INestApplicationContext) => Promise<T>): Promise<T> {
  const domain = await NestFactory.createApplicationContext(CliModule, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    return await work(domain);
  } finally {
    await domain.close();
  }
}
