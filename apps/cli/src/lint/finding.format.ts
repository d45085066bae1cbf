import type { Problem } from '#libs/kernel';

/** A finding as a person reads it: place and code, sentence, what to do, the way to it, how certain it is. */
export function formatFinding({ file, line, code, message, hint, path, exactness, why }: Problem): string {
  const way = (path ?? []).map(({ state, via }, index) => (index === 0 ? state : `${via} → ${state}`)).join(' → ');
  return [
    `${file}:${line} [${code}] ${message}`,
    `    ${hint}`,
    ...(way === '' ? [] : [`    path: ${way}`]),
    ...(exactness === 'approximate' ? [`    approximate: ${why ?? ''}`] : []),
  ].join('\n');
}
