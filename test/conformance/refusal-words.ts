/** Why something is refused, in the words of the tables: the code of the kernel's round, and what the engine answers. */
export interface RefusalWord {
  readonly round: string;
  readonly engine: readonly string[];
}

/** Who has no open seat meets the gate of the engine first, which knows no more of the person. */
const NOT_YOURS = 'engine.not-your-task';

export const REFUSAL_WORDS: Readonly<Record<string, RefusalWord>> = {
  已结: { round: 'decided', engine: ['engine.task-not-open'] },
  非办理人: { round: 'unknown-seat', engine: [NOT_YOURS] },
  无授权: { round: 'unknown-seat', engine: [NOT_YOURS] },
  未轮到: { round: 'not-your-turn', engine: [NOT_YOURS] },
  等待他人: { round: 'paused', engine: [NOT_YOURS] },
  已表决: { round: 'voted', engine: [NOT_YOURS, 'engine.round-voted'] },
  未表决: { round: 'not-voted', engine: ['engine.round-not-voted'] },
  不得弃权: { round: 'abstain-refused', engine: ['engine.unknown-event'] },
  已认领: { round: 'already-claimed', engine: ['engine.round-already-claimed'] },
  未认领: { round: 'not-claimed', engine: ['engine.round-not-claimed'] },
  本人: { round: 'oneself', engine: ['engine.signer-oneself'] },
  已是办理人: { round: 'already-signer', engine: ['engine.round-already-signer'] },
  超转办次数: { round: 'too-many-transfers', engine: ['engine.round-too-many-transfers'] },
  超委派层级: { round: 'too-deep', engine: ['engine.round-too-deep'] },
  仅可交回: { round: 'delegated', engine: ['engine.round-delegated'] },
  最后一人: { round: 'last-signer', engine: ['engine.round-last-signer'] },
  后续已办: { round: 'successor-acted', engine: ['engine.round-successor-acted'] },
};
