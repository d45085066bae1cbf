import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { demoStaffing } from './demo-staffing.js';

const ORGANISATIONS = `
organisations:
  - { name: 甲局, kind: bureau, users: [{ login: a, roles: [leader] }, { login: b, roles: [officer, clerk] }] }
  - { name: 乙社, kind: society, users: [] }
`;

function configuration(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sanshe-staffing-'));
  mkdirSync(join(folder, 'demo', 'organisations'), { recursive: true });
  writeFileSync(
    join(folder, 'relations.yaml'),
    'relations: { finance: { kind: bureau }, city: { kind: [same, bureau] } }',
  );
  writeFileSync(join(folder, 'demo', 'organisations', '10.yaml'), ORGANISATIONS);
  return folder;
}

describe('demoStaffing', () => {
  it('gives each relation the organisations that can stand in it, with the roles of their people', () => {
    const staffing = demoStaffing(configuration(), ['finance', 'city', 'purchaser']);
    expect(staffing?.['finance']).toMatchObject([{ name: '甲局', people: [['leader'], ['officer', 'clerk']] }]);
    expect(staffing?.['city']?.map(({ name }) => name)).toEqual(['甲局', '乙社']);
    expect(staffing?.['purchaser']?.map(({ name }) => name)).toEqual(['甲局', '乙社']);
  });

  it('says nothing where there are no demo data', () => {
    expect(demoStaffing(mkdtempSync(join(tmpdir(), 'sanshe-staffing-')), ['finance'])).toBeUndefined();
  });
});
