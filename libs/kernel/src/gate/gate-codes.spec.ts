import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { GATE_RULES } from './check-gate.js';
import { gateCodeTable, withGateCodes } from './gate-codes.js';

const LANGUAGE = new URL('../../../../docs/process-language.md', import.meta.url);

describe('the table of the codes of the gate', () => {
  it('stands in docs/process-language.md as `sanshe processes codes --write` writes it', () => {
    const document = readFileSync(LANGUAGE, 'utf8');
    expect(withGateCodes(document)).toBe(document);
  });

  it('has every code once', () => {
    const codes = gateCodeTable()
      .split('\n')
      .slice(2)
      .map((row) => row.split('`')[1]);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { id, codes: others } of GATE_RULES)
      expect(codes).toEqual(expect.arrayContaining([...(others ?? [id])]));
  });

  it('needs a place to stand in', () => {
    expect(withGateCodes('# Nothing')).toBeNull();
  });
});
