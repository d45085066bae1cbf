/** What the words of the columns 方式, 驳回规则, 顺序 and 其他规则 are in the process language. */
const MODES: Readonly<Record<string, string>> = {
  单人: 'one',
  会签: 'all',
  或签: 'any',
  票签: 'vote',
  随机一人: 'random',
};
const REJECTIONS: Readonly<Record<string, string>> = {
  '—': '',
  一票否决: 'onReject: decides',
  计票: 'onReject: counts',
  满二人否决: 'reject: { count: 2 }',
};
const ORDERS: Readonly<Record<string, string>> = { 并行: 'order: parallel', 顺序: 'order: sequential' };
const OTHERS: Readonly<Record<string, string>> = {
  '—': '',
  超过半数: 'pass: { ratio: 1/2, strict: true }',
  达到半数: 'pass: { ratio: 1/2 }',
  达到三分之二: 'pass: { ratio: 2/3 }',
  超过三分之二: 'pass: { ratio: 2/3, strict: true }',
  满二人同意: 'pass: { count: 2 }',
  满三人同意: 'pass: { count: 3 }',
  满三票权: 'pass: { weight: 3 }',
  甲有两票: 'weights: { auditor: 2 }',
  全员表决后定: 'decideEarly: false',
  弃权不计: 'abstain: ignored',
  弃权计入: 'abstain: against',
  全员弃权通过: 'undecided: approve',
  加签仅供参考: 'onAddedReject: advises',
  加签可否决: 'onAddedReject: rejects',
  转办限一次: 'maxTransfers: 1',
  委派可两级: 'delegationDepth: 2',
  不得委派: 'delegationDepth: 0',
};

/** The four columns of a row that make its rule. */
export interface RuleWords {
  readonly mode: string;
  readonly rejection: string;
  readonly order: string;
  readonly others: string;
}

/** `sign` of a task in the process language. */
export function signOf({ mode, rejection, order, others }: RuleWords): string {
  const parts = [
    `mode: ${wordOf(MODES, mode)}`,
    wordOf(REJECTIONS, rejection),
    wordOf(ORDERS, order),
    ...others.split('、').map((word) => wordOf(OTHERS, word)),
  ];
  return `{ ${parts.filter((part) => part !== '').join(', ')} }`;
}

function wordOf(words: Readonly<Record<string, string>>, word: string): string {
  const found = words[word];
  if (found === undefined) throw new TypeError(`"${word}" is none of: ${Object.keys(words).join(', ')}`);
  return found;
}
