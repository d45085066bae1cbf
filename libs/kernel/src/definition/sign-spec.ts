/** 单人, 会签, 或签, 票签, 随机一人. */
export const SIGN_MODES = ['one', 'all', 'any', 'vote', 'random'] as const;
export type SignMode = (typeof SIGN_MODES)[number];

/** 并行: all have the task at once; 顺序: the next gets it when the one before has finished. */
export const SIGN_ORDERS = ['parallel', 'sequential'] as const;
export type SignOrder = (typeof SIGN_ORDERS)[number];

/** What one rejection does: it decides at once, or it is a vote like others. */
export const REJECT_RULES = ['decides', 'counts'] as const;
export type RejectRule = (typeof REJECT_RULES)[number];

/** 弃权: not possible; leaves the base of the count; or stays in the base and so weighs against. */
export const ABSTAIN_RULES = ['refused', 'ignored', 'against'] as const;
export type AbstainRule = (typeof ABSTAIN_RULES)[number];

/** What the rejection of an added signer does to the seat that added it: it rejects too, or is left to decide. */
export const ADDED_REJECT_RULES = ['rejects', 'advises'] as const;
export type AddedRejectRule = (typeof ADDED_REJECT_RULES)[number];

export const ROUND_DECISIONS = ['approve', 'reject'] as const;
/** What a round comes to. */
export type RoundDecision = (typeof ROUND_DECISIONS)[number];

/** When a 票签 passes. A ratio is of the weights in the base and exact: it is never rounded. */
export type PassRule =
  | {
      readonly kind: 'ratio';
      readonly numerator: number;
      readonly denominator: number;
      /** More than the ratio, not just as much. */
      readonly strict: boolean;
    }
  /** So many approving signers. */
  | { readonly kind: 'count'; readonly count: number }
  /** So much approving weight. */
  | { readonly kind: 'weight'; readonly weight: number };

/** Which events of the state are votes. */
export interface SignEvents {
  readonly approve: string;
  readonly reject: string;
  /** Only where abstaining is possible. */
  readonly abstain?: string;
}

/** How the people on a task decide together, with all defaults filled in. */
export interface SignSpec {
  readonly mode: SignMode;
  readonly order: SignOrder;
  readonly onReject: RejectRule;
  /** Decides as soon as no vote that is still open can change the outcome; otherwise when all have voted. */
  readonly decideEarly: boolean;
  readonly abstain: AbstainRule;
  /** Only in 票签. */
  readonly pass?: PassRule;
  /** Only in 票签: so many rejecting signers reject, whatever the others say. */
  readonly rejectCount?: number;
  /** The outcome when everybody abstained. */
  readonly undecided: RoundDecision;
  /** Weight of a vote by role; 1 for the others. */
  readonly weights: { readonly [role: string]: number };
  readonly onAddedReject: AddedRejectRule;
  readonly events: SignEvents;
  /** How often one seat may be handed on (转办). */
  readonly maxTransfers: number;
  /** How deep 委派 may go: with 1 a delegate delegates no further, with 0 nobody delegates. */
  readonly delegationDepth: number;
}

const HALF: PassRule = { kind: 'ratio', numerator: 1, denominator: 2, strict: true };

/** What a signing rule says where the author says nothing. */
export function usualSign(mode: SignMode): SignSpec {
  const isSingle = mode === 'one' || mode === 'random';
  return {
    mode,
    order: 'parallel',
    onReject: mode === 'all' || isSingle ? 'decides' : 'counts',
    decideEarly: true,
    abstain: 'refused',
    ...(mode === 'vote' ? { pass: HALF } : {}),
    undecided: 'reject',
    weights: {},
    onAddedReject: isSingle ? 'advises' : 'rejects',
    events: { approve: 'APPROVE', reject: 'REJECT' },
    maxTransfers: 9,
    delegationDepth: 1,
  };
}
