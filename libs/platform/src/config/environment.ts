import { BadSettingError } from './bad-setting.error.js';

/** The only reader of process.env: typed access with defaults, and a boot that stops on a bad value. */
export class Environment {
  constructor(private readonly variables: Readonly<Record<string, string | undefined>> = process.env) {}

  text(name: string, fallback?: string): string {
    const value = this.variables[name] ?? fallback;
    if (value === undefined) throw new BadSettingError(name, '已设置的值 (a value)');
    return value;
  }

  optional(name: string): string | null {
    return this.variables[name] ?? null;
  }

  integer(name: string, fallback: number, range: { min: number; max: number }): number {
    const raw = this.variables[name];
    const value = raw === undefined ? fallback : Number(raw);
    if (!Number.isInteger(value) || value < range.min || value > range.max) {
      throw new BadSettingError(name, `${range.min}–${range.max} 的整数 (an integer)`);
    }
    return value;
  }

  oneOf<T extends string>(name: string, choices: readonly T[], fallback: T): T {
    const raw = this.variables[name] ?? fallback;
    const found = choices.find((choice) => choice === raw);
    if (found === undefined) throw new BadSettingError(name, choices.join(' | '));
    return found;
  }

  url(name: string, fallback?: string): string {
    const value = this.text(name, fallback);
    if (!URL.canParse(value)) throw new BadSettingError(name, 'URL');
    return value;
  }
}
