import { readFileSync, writeFileSync } from 'node:fs';
import { gateCodeTable, withGateCodes } from '#libs/kernel';
import { type CliCommand, print } from '../cli.command.js';

const DOCUMENT = 'docs/process-language.md';

/** `sanshe processes codes`: every code of the publish gate; with `--write` into the document that tells of them. */
export const processesCodes: CliCommand = {
  name: 'processes codes',
  summary: `List the codes of the publish gate [--write into ${DOCUMENT}]`,
  options: { write: { type: 'boolean' } },
  run: ({ options }) => {
    if (options['write'] !== true) {
      print(gateCodeTable());
      return Promise.resolve(0);
    }
    const written = withGateCodes(readFileSync(DOCUMENT, 'utf8'));
    if (written === null) {
      print(`${DOCUMENT} has no lines between which the table could stand`);
      return Promise.resolve(1);
    }
    writeFileSync(DOCUMENT, written);
    return Promise.resolve(0);
  },
};
