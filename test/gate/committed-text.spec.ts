import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { ROOT, trackedFiles } from './tracked-files.js';

/** Written in pieces, so that this file does not name what it forbids. */
const REGISTRY_HOST = new RegExp(['registry', 'npmjs|yarnpkg|npmmirror'].join(String.raw`\.(?:`) + ')');
const WORKPLACE = new RegExp(String.raw`(?<![\w.$}])/` + 'work' + String.raw`/(?:main|dev|shared|brief)\b`);

function configuredRegistry(): string {
  const address = execFileSync('npm', ['config', 'get', 'registry'], { cwd: ROOT, encoding: 'utf8' }).trim();
  return new URL(address).host;
}

const files = trackedFiles();
const naming = (matches: (text: string) => boolean) =>
  files.filter(({ text }) => matches(text)).map(({ path }) => path);

describe('what is committed', () => {
  it('names no path of the machine it was written on', () => {
    expect(naming((text) => text.includes(`${ROOT}/`) || WORKPLACE.test(text))).toEqual([]);
  });

  it('names no host of a package registry', () => {
    const host = configuredRegistry();
    expect(naming((text) => REGISTRY_HOST.test(text) || text.includes(host))).toEqual([]);
  });

  it('has a lock file without addresses', () => {
    const lock = files.find(({ path }) => path === 'package-lock.json');
    expect(lock?.text.match(/"resolved": "[a-z+]+:[^"]*"/g) ?? []).toEqual([]);
  });
});
