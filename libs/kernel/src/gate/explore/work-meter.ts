/** The exploration has done as much as it may. */
export class WorkSpent extends Error {}

/**
 * Counts work in units that are the same on every machine, so that a definition is answered alike everywhere:
 * about a state looked at, or a value computed. Inside a step too, for one step may fall in very many ways.
 */
export class WorkMeter {
  private spent = 0;

  constructor(private readonly limit: number) {}

  get done(): number {
    return this.spent;
  }

  get isSpent(): boolean {
    return this.spent > this.limit;
  }

  /** Throws `WorkSpent` when the limit is passed. */
  spend(units: number): void {
    this.spent += units;
    if (this.isSpent) throw new WorkSpent();
  }
}
