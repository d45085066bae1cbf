import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UserError } from '#libs/platform';

/** One `sanshe …` command. */
export interface CliCommand {
  /** Words that call it, e.g. `db migrate`. */
  readonly name: string;
  readonly summary: string;
  readonly options?: ParseArgsConfig['options'];
  /** Answers the exit code. */
  run(input: CliInput): Promise<number>;
}

export interface CliInput {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** Thrown when the command line cannot be understood; the caller reads the usage. */
export class UsageError extends UserError {
  constructor(en: string, zh: string) {
    super({ code: 'cli.usage', status: 400, zh, en });
  }
}

export function parseInput(command: CliCommand, args: readonly string[]): CliInput {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: command.options ?? {},
      allowPositionals: true,
      strict: true,
    });
    return { positionals, options: values };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`sanshe ${command.name}: ${message}`, `sanshe ${command.name}:${message}`);
  }
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
