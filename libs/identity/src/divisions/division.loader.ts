import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { DataSource, EntityManager } from 'typeorm';
import { SeedMark } from '../seed/seed.mark.js';
import { levelOfCode, parentCodeOf } from './division-level.js';

const BATCH = 4000;
const MARK = 'divisions';

/** Brings the table to what the file says, in seconds, and does nothing when the file has not changed. */
export async function loadDivisions(dataSource: DataSource, file: string): Promise<{ loaded: number }> {
  const compressed = await readFile(file);
  const contentHash = createHash('sha256').update(compressed).digest('hex');
  return dataSource.transaction(async (manager) => {
    const mark = new SeedMark(manager);
    if ((await mark.read(MARK)) === contentHash) return { loaded: 0 };
    const rows = parseDivisions(gunzipSync(compressed).toString('utf8'));
    await manager.query('DELETE FROM identity_division');
    for (let start = 0; start < rows.length; start += BATCH) await insert(manager, rows.slice(start, start + BATCH));
    await mark.write(MARK, contentHash);
    return { loaded: rows.length };
  });
}

type Row = readonly [code: string, name: string, level: string, parentCode: string | null, isSpecial: number];

function parseDivisions(text: string): Row[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const comma = line.indexOf(',');
      const code = line.slice(0, comma);
      return [code, line.slice(comma + 1), levelOfCode(code), parentCodeOf(code), isSpecial(code) ? 1 : 0];
    });
}

// Among the townships the statistics office numbers farms, reserves and the like from 400 on.
function isSpecial(code: string): boolean {
  return levelOfCode(code) === 'township' && code[6] === '4';
}

async function insert(manager: EntityManager, rows: readonly Row[]): Promise<void> {
  const columns = '(code, name, level, parent_code, is_special)';
  const places = rows.map(() => '(?, ?, ?, ?, ?)').join(', ');
  await manager.query(`INSERT INTO identity_division ${columns} VALUES ${places}`, rows.flat());
}
