import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { ServiceLogDto } from './service-log.dto.js';

const entry = {
  servedOn: '2026-05-12',
  kind: 'visit',
  villageCode: '513431102201',
  people: 3,
  minutes: 90,
  content: '入户探访',
};

async function wrongFields(change: object): Promise<string[]> {
  const problems = await validate(plainToInstance(ServiceLogDto, { ...entry, ...change }));
  return problems.map(({ property }) => property);
}

describe('ServiceLogDto', () => {
  it('takes a whole entry', async () => {
    expect(await wrongFields({})).toEqual([]);
  });

  it.each([
    ['servedOn', '2026-02-30'],
    ['servedOn', '2026-5-1'],
    ['servedOn', undefined],
    ['kind', 'holiday'],
    ['villageCode', '513431102'],
    ['people', 0],
    ['people', '3'],
    ['minutes', 1441],
    ['minutes', 1.5],
    ['content', ''],
  ])('refuses %s as %j', async (field, value) => {
    expect(await wrongFields({ [field]: value })).toEqual([field]);
  });
});
