import { openCases } from '../bench/approvals/cases.js';

/** Opens cases through the engine itself and prints them as JSON: `open-cases.program.ts LOGIN COUNT PROCESS`. */
const [login = '', count = '0', process_ = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await openCases(login, Number(count), process_)));
