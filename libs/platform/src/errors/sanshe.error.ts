/** What a person reads, in both languages of the product. */
export interface ErrorText {
  readonly zh: string;
  readonly en: string;
}

/** One field of the input that is wrong: where (JSON pointer), by which rule, and what to do. */
export interface FieldProblem extends ErrorText {
  readonly field: string;
  readonly rule: string;
}

export interface SansheErrorOptions extends ErrorText {
  /** Stable reason, `<lib>.<kebab-reason>`. */
  readonly code: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** Root of all expected errors; its three children say who must act. */
export abstract class SansheError extends Error {
  readonly code: string;
  readonly text: ErrorText;
  readonly details: Readonly<Record<string, unknown>>;

  protected constructor(options: SansheErrorOptions) {
    super(options.en, { cause: options.cause });
    this.name = new.target.name;
    this.code = options.code;
    this.text = { zh: options.zh, en: options.en };
    this.details = options.details ?? {};
  }
}
