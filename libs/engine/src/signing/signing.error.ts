import type { RoundRefusal } from '#libs/kernel';
import { UserError } from '#libs/platform';

const TEXTS: Readonly<Record<RoundRefusal, readonly [zh: string, en: string]>> = {
  decided: ['该环节已形成结论，不能再办理。', 'it is already decided.'],
  'unknown-seat': ['没有该签署席位，请刷新后重试。', 'there is no such seat; reload and look again.'],
  'not-your-turn': ['尚未轮到该席位办理，请等待前一位办理。', 'it is not the turn of this seat yet.'],
  paused: ['正在等待加签人或受委派人办理，请等待其完成。', 'added signers or the delegate must finish first.'],
  voted: ['该席位已表决，不能再办理。', 'this seat has voted.'],
  'not-voted': ['该席位尚未表决，没有可撤回的意见。', 'this seat has not voted; there is nothing to take back.'],
  'abstain-refused': ['该环节不允许弃权，请表示同意或不同意。', 'abstaining is not possible here; approve or reject.'],
  'already-claimed': ['已由他人认领。', 'somebody has claimed it.'],
  'not-claimed': ['尚未认领，没有可放弃的认领。', 'it is not claimed; there is nothing to release.'],
  oneself: ['不能交给本人。', 'it cannot be handed to oneself.'],
  'already-signer': ['该人员已在签署人员之中。', 'this person already signs.'],
  'too-many-transfers': ['转办次数已达上限，请由现办理人办理。', 'it was handed on too often; whoever has it decides.'],
  'too-deep': ['受委派人不能再委派。', 'a delegate may not delegate further.'],
  'too-many-signers': ['签署人员过多。', 'there would be too many signers.'],
  delegated: ['受委派人只提出意见，由委派人办理。', 'a delegate gives an opinion; the one who delegated decides.'],
  'not-delegated': ['该席位不是受委派席位。', 'this seat is not a delegate’s.'],
  nobody: ['没有指定人员。', 'nobody is named.'],
  'last-signer': ['至少保留一名签署人员。', 'at least one signer must stay.'],
  'successor-acted': ['后续人员已依据您的意见办理，不能撤回。', 'somebody has gone on from this vote.'],
};

/** Thrown when the round of a task does not take the operation as it stands; says why. */
export class RoundRefusedError extends UserError {
  constructor(refusal: RoundRefusal, task: string) {
    const [zh, en] = TEXTS[refusal];
    super({ code: `engine.round-${refusal}`, status: 409, zh: `“${task}”：${zh}`, en: `"${task}": ${en}` });
  }
}

/** Thrown when a person is named who may not take part: unknown, inactive, without the role, or kept apart by duty. */
export class SignerRefusedError extends UserError {
  constructor(
    reason: 'unknown' | 'inactive' | 'oneself' | 'without-role' | 'outside' | 'separated' | 'recused',
    name: string,
  ) {
    const texts = {
      unknown: ['不存在，请重新选择人员', 'does not exist; choose another person'],
      inactive: ['已停用，请选择在岗人员', 'is not active; choose a person in service'],
      oneself: ['是您本人，请选择其他人员', 'is yourself; choose another person'],
      'without-role': ['没有办理该环节所需的岗位，请选择同岗位人员', 'does not hold the role that this step needs'],
      outside: ['不属于本案件的参与单位，请选择参与单位的人员', 'belongs to no party of the case'],
      separated: [
        '办理过与本环节不相容的环节（职责分离），请选择其他人员',
        'did a step that excludes this one (separation of duties)',
      ],
      recused: ['已对本案申报回避，请选择其他人员', 'declared a conflict of interest in this case'],
    } as const;
    const [zh, en] = texts[reason];
    super({
      code: `engine.signer-${reason}`,
      zh: `“${name}”${zh}。`,
      en: `"${name}" ${en}.`,
      fields: [{ field: '/users', rule: reason, zh, en }],
      details: { name },
    });
  }
}

/** Thrown when somebody who was asked for an opinion sends what only those who have the task may send. */
export class OpinionOnlyError extends UserError {
  constructor(task: string) {
    super({
      code: 'engine.opinion-only',
      status: 409,
      zh: `您在“${task}”中只需提出意见（同意或不同意），该操作由原办理人进行。`,
      en: `You are asked for an opinion on "${task}" (agree or disagree); this action is for those who have the task.`,
      details: { task },
    });
  }
}

/** Thrown when somebody gives an opinion who was not asked for one; those who have the task decide it. */
export class NotAskedError extends UserError {
  constructor(task: string) {
    super({
      code: 'engine.not-asked',
      status: 409,
      zh: `您是“${task}”的办理人，请直接办理，而不是提出意见。`,
      en: `"${task}" is yours to decide: act on it instead of giving an opinion.`,
      details: { task },
    });
  }
}

/** Thrown when 后加签 does not say what the caller decides. */
export class HeldEventMissingError extends UserError {
  constructor() {
    super({
      code: 'engine.held-event-missing',
      zh: '后加签须同时提交您的办理结论（event）。',
      en: 'Signers after oneself are added together with one’s own decision (event).',
      fields: [{ field: '/event', rule: 'required', zh: '必填', en: 'is required' }],
    });
  }
}

/** Thrown when somebody hands over the tasks of a person of another organisation. */
export class HandOverForbiddenError extends UserError {
  constructor() {
    super({
      code: 'engine.hand-over-forbidden',
      status: 403,
      zh: '只能移交本单位人员的待办。',
      en: 'Only tasks of people of one’s own organisation can be handed over.',
    });
  }
}
