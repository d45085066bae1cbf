import type { PassRule, SignSpec } from '#libs/kernel';
import type { FromTo, Words } from './change.js';
import type { ChangeList, Place } from './change.list.js';
import { wordsIn } from './construct.wording.js';
import { flagWords, same } from './wording.js';

const KNOWN = [
  'mode',
  'order',
  'onReject',
  'decideEarly',
  'abstain',
  'pass',
  'rejectCount',
  'undecided',
  'weights',
  'onAddedReject',
  'events',
  'maxTransfers',
  'delegationDepth',
];

const MODES = {
  one: { zh: '单人办理', en: 'the first who acts decides' },
  all: { zh: '会签（全部同意）', en: 'all must approve' },
  any: { zh: '或签（一人同意即可）', en: 'one approval is enough' },
  vote: { zh: '票签', en: 'a vote' },
  random: { zh: '随机一人', en: 'one person drawn at random' },
} satisfies { readonly [mode in SignSpec['mode']]: Words };
const ORDERS = {
  parallel: { zh: '同时办理', en: 'at the same time' },
  sequential: { zh: '依次办理', en: 'one after the other' },
} satisfies { readonly [order in SignSpec['order']]: Words };
const REJECTS = {
  decides: { zh: '一人不同意即不通过', en: 'one rejection decides' },
  counts: { zh: '不同意按票数计', en: 'a rejection counts as a vote' },
} satisfies { readonly [rule in SignSpec['onReject']]: Words };
const ABSTAINS = {
  refused: { zh: '不得弃权', en: 'nobody may abstain' },
  ignored: { zh: '弃权不计入基数', en: 'abstentions do not count' },
  against: { zh: '弃权计入基数', en: 'abstentions weigh against' },
} satisfies { readonly [rule in SignSpec['abstain']]: Words };
const OUTCOMES = {
  approve: { zh: '视为同意', en: 'approved' },
  reject: { zh: '视为不同意', en: 'rejected' },
} satisfies { readonly [outcome in SignSpec['undecided']]: Words };
const ADDED = {
  rejects: { zh: '加签人不同意即为不同意', en: 'their rejection rejects' },
  advises: { zh: '加签人意见仅供参考', en: 'their rejection is advice' },
} satisfies { readonly [rule in SignSpec['onAddedReject']]: Words };

/** How several people decide together. */
export function diffSign(list: ChangeList, place: Place, { from, to }: FromTo<SignSpec>): void {
  const subject = (zh: string, en: string) => ({ area: 'actor', subject: { zh, en } }) as const;
  if (from === undefined || to === undefined) {
    const say = ({ mode, order }: SignSpec): Words => joined(wordsIn(MODES, mode), wordsIn(ORDERS, order));
    return list.compare(place, { ...subject('签批方式', 'how people sign'), say }, { from, to });
  }
  const pair = <K extends keyof SignSpec>(key: K) => ({ from: from[key], to: to[key] });
  list.compare(place, { ...subject('签批方式', 'how people sign'), say: (mode) => wordsIn(MODES, mode) }, pair('mode'));
  list.compare(
    place,
    { ...subject('签批次序', 'order of signers'), say: (order) => wordsIn(ORDERS, order) },
    pair('order'),
  );
  list.compare(place, { ...subject('通过条件', 'passes with'), say: passWords }, pair('pass'));
  list.compare(place, { ...subject('否决人数', 'rejections that reject'), say: countWords }, pair('rejectCount'));
  list.compare(
    place,
    { ...subject('不同意的效力', 'a rejection'), say: (rule) => wordsIn(REJECTS, rule) },
    pair('onReject'),
  );
  list.compare(place, { ...subject('提前出结果', 'decides early'), say: flagWords }, pair('decideEarly'));
  diffRarer(list, place, { from, to });
  list.others(place, KNOWN, { from, to });
}

function diffRarer(
  list: ChangeList,
  place: Place,
  { from, to }: { readonly from: SignSpec; readonly to: SignSpec },
): void {
  const subject = (zh: string, en: string) => ({ area: 'actor', subject: { zh, en } }) as const;
  const pair = <K extends keyof SignSpec>(key: K) => ({ from: from[key], to: to[key] });
  const pairs = (value: object): Words =>
    same(
      Object.entries(value)
        .map(([name, other]) => `${name} = ${String(other)}`)
        .join(', ') || '—',
    );
  list.compare(
    place,
    { ...subject('弃权规则', 'abstaining'), say: (rule) => wordsIn(ABSTAINS, rule) },
    pair('abstain'),
  );
  list.compare(
    place,
    { ...subject('全部弃权时', 'when everybody abstains'), say: (outcome) => wordsIn(OUTCOMES, outcome) },
    pair('undecided'),
  );
  list.compare(place, { ...subject('表决权重', 'weights of votes'), say: pairs }, pair('weights'));
  list.compare(
    place,
    { ...subject('加签意见的效力', 'added signers'), say: (rule) => wordsIn(ADDED, rule) },
    pair('onAddedReject'),
  );
  list.compare(place, { ...subject('表决操作', 'events that are votes'), say: pairs }, pair('events'));
  list.compare(place, { ...subject('转办次数上限', 'most transfers'), say: countWords }, pair('maxTransfers'));
  list.compare(place, { ...subject('委派层级上限', 'depth of delegation'), say: countWords }, pair('delegationDepth'));
}

function passWords(pass: PassRule): Words {
  switch (pass.kind) {
    case 'ratio': {
      const share = `${pass.numerator}/${pass.denominator}`;
      return pass.strict
        ? { zh: `超过${share}同意`, en: `more than ${share}` }
        : { zh: `达到${share}同意`, en: `at least ${share}` };
    }
    case 'count':
      return { zh: `${pass.count}人同意`, en: `${pass.count} approvals` };
    case 'weight':
      return { zh: `同意权重达到${pass.weight}`, en: `an approving weight of ${pass.weight}` };
    default:
      return same(JSON.stringify(pass));
  }
}

function countWords(count: number): Words {
  return same(String(count));
}

function joined(a: Words, b: Words): Words {
  return { zh: `${a.zh}，${b.zh}`, en: `${a.en}, ${b.en}` };
}
