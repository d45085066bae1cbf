import { applyToRound, openRound, openSeats, type Round, ROUND_VOTES, type SignSpec } from '#libs/kernel';

/** The votes of a simulated task that several people sign. */
export class Ballot {
  private round: Round;
  private before: Round;

  constructor(
    private readonly rule: SignSpec,
    voters: number,
  ) {
    const persons = Array.from({ length: voters }, (_, index) => ({ userId: index + 1, organisationId: 1, role: '' }));
    this.round = openRound({ ...rule, weights: {} }, persons);
    this.before = this.round;
  }

  /** The event that the process hears of: that of the decision, what is no vote, or nothing yet. */
  cast(event: string): string | null {
    const vote = ROUND_VOTES.find((word) => this.rule.events[word] === event);
    const [seat] = openSeats(this.round);
    if (vote === undefined || seat === undefined) return event;
    const outcome = applyToRound(this.round, { op: 'vote', seat: seat.id, vote });
    if (!outcome.ok) return event;
    this.before = this.round;
    this.round = outcome.round;
    return outcome.decision === null ? null : this.rule.events[outcome.decision];
  }

  /** The process refused the decision, so that the vote that brought it about does not count either. */
  takeBack(): void {
    this.round = this.before;
  }
}
