import { afterAll, beforeEach } from '@jest/globals';
import { Redis } from 'ioredis';
import { testRun } from './test-run.js';

/** A Redis database of one's own, empty before every test. */
export interface TestRedis {
  readonly url: string;
  /** For looking; the code under test opens its own connection by `url`. */
  readonly client: Redis;
  clear(): Promise<void>;
}

const DATABASES = 15;
/** Longer than any one spec file may run; a claim left by a killed run is free again after it. */
const CLAIM_SECONDS = 900;

/** Call it at the top of a spec (`const redis = await useRedis()`), never inside a hook. */
export async function useRedis({ keep = false }: { keep?: boolean } = {}): Promise<TestRedis> {
  const { redisUrl, run } = testRun();
  const claims = new Redis(redisUrl, { maxRetriesPerRequest: 3 });
  const number = await claimDatabase(claims, run);
  const url = new URL(redisUrl);
  url.pathname = `/${number}`;
  const client = new Redis(url.href, { maxRetriesPerRequest: 3 });
  const clear = async (): Promise<void> => {
    await client.flushdb();
  };
  await clear();
  if (!keep) beforeEach(clear);
  afterAll(async () => {
    await clear();
    await claims.del(claimKey(number));
    client.disconnect();
    claims.disconnect();
  });
  return { url: url.href, client, clear };
}

const claimKey = (number: number): string => `sanshe-test:claim:${number}`;

/** Several runs may share one Redis: whoever sets the claim first has the database. */
async function claimDatabase(claims: Redis, owner: string): Promise<number> {
  for (let number = 1; number <= DATABASES; number += 1) {
    if (await claims.set(claimKey(number), owner, 'EX', CLAIM_SECONDS, 'NX')) return number;
  }
  throw new Error(`All ${DATABASES} test databases of this Redis are in use.`);
}
