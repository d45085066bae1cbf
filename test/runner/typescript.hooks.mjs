import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

/** What tsconfig.json says of decorators, for a compiler that looks at one file. */
const OPTIONS = /** @type {const} */ ({
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
  swcrc: false,
});
const GLOBALS = new URL('./jest-globals.mjs', import.meta.url).href;

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: GLOBALS, format: 'module', shortCircuit: true };
  if (!specifier.startsWith('.') || !specifier.endsWith('.js') || !context.parentURL?.includes('.ts')) {
    return next(specifier, context);
  }
  return next(`${specifier.slice(0, -'.js'.length)}.ts`, context);
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  const path = url.split('?')[0] ?? url;
  if (!path.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(path);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...OPTIONS, filename });
  return { format: 'module', source: code, shortCircuit: true };
}
