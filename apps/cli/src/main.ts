import 'reflect-metadata';
import { SansheError } from '#libs/platform';
import { type CliCommand, parseInput, print } from './cli.command.js';
import { calendarApply } from './commands/calendar-apply.command.js';
import { calendarRecount } from './commands/calendar-recount.command.js';
import { calendarStatus } from './commands/calendar-status.command.js';
import { configCheck } from './commands/config-check.command.js';
import { configExplain } from './commands/config-explain.command.js';
import { dbMigrate } from './commands/db-migrate.command.js';
import { dbSeed } from './commands/db-seed.command.js';
import { deadlinesList } from './commands/deadlines-list.command.js';
import { demoAccounts } from './commands/demo-accounts.command.js';
import { historiesFreeze } from './commands/histories-freeze.command.js';
import { historiesRecord } from './commands/histories-record.command.js';
import { historiesReplay } from './commands/histories-replay.command.js';
import { historiesWhatif } from './commands/histories-whatif.command.js';
import { logsVerify } from './commands/logs-verify.command.js';
import { processesCodes } from './commands/processes-codes.command.js';
import { processesDiff } from './commands/processes-diff.command.js';
import { processesExport } from './commands/processes-export.command.js';
import { processesLint } from './commands/processes-lint.command.js';
import { processesList } from './commands/processes-list.command.js';
import { processesMigrate } from './commands/processes-migrate.command.js';
import { processesPublish } from './commands/processes-publish.command.js';
import { processesRetire } from './commands/processes-retire.command.js';
import { processesSimulate } from './commands/processes-simulate.command.js';
import { drawsVerify } from './commands/draws-verify.command.js';
import { explain } from './commands/explain.command.js';
import { processesWhatif } from './commands/processes-whatif.command.js';
import { replay } from './commands/replay.command.js';
import { secretsRotate } from './commands/secrets-rotate.command.js';
import { trainingResume } from './commands/training-resume.command.js';
import { walkthrough } from './commands/walkthrough.command.js';

const COMMANDS: readonly CliCommand[] = [
  calendarApply,
  calendarRecount,
  calendarStatus,
  configCheck,
  configExplain,
  deadlinesList,
  dbMigrate,
  dbSeed,
  demoAccounts,
  processesExport,
  processesLint,
  processesList,
  processesPublish,
  processesRetire,
  processesCodes,
  processesDiff,
  processesMigrate,
  processesSimulate,
  processesWhatif,
  explain,
  historiesRecord,
  historiesReplay,
  historiesFreeze,
  historiesWhatif,
  logsVerify,
  drawsVerify,
  replay,
  secretsRotate,
  trainingResume,
  walkthrough,
];

/** What a domain that could not be built leaves open (a connection to Redis) does not keep the process. */
const LEFT_OPEN_MS = 500;

process.exitCode = await main(process.argv.slice(2));
setTimeout(() => process.exit(), LEFT_OPEN_MS).unref();

async function main(args: readonly string[]): Promise<number> {
  const command = COMMANDS.find(({ name }) => `${args.join(' ')} `.startsWith(`${name} `));
  if (!command) return usage();
  try {
    return await command.run(parseInput(command, args.slice(command.name.split(' ').length)));
  } catch (error) {
    if (!(error instanceof SansheError)) throw error;
    process.stderr.write(`${error.text.zh}\n${error.text.en}\n`);
    return 1;
  }
}

function usage(): number {
  print('sanshe …');
  for (const { name, summary } of COMMANDS) print(`  ${name.padEnd(18)} ${summary}`);
  return 2;
}
