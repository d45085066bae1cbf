import { UsageError } from '../cli.command.js';

export interface ProcessVersion {
  readonly process: string;
  readonly version: number;
}

/** Reads `ID@VERSION`. */
export function versionOf(text: string | undefined): ProcessVersion {
  const [, process = '', version = ''] = /^([^@]+)@([1-9]\d*)$/.exec(text ?? '') ?? [];
  if (process === '') throw new UsageError('write ID@VERSION, e.g. application.standard@1', '请写作 ID@版本号');
  return { process, version: Number(version) };
}

/** Whether the text names a version rather than a file. */
export function isVersion(text: string): boolean {
  return /^[^@/\\]+@[1-9]\d*$/.test(text);
}
