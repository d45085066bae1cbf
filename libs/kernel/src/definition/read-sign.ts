import type { Fields, Reading } from './reading.js';
import { defined } from './reading.js';
import {
  ABSTAIN_RULES,
  type AbstainRule,
  ADDED_REJECT_RULES,
  type PassRule,
  REJECT_RULES,
  ROUND_DECISIONS,
  SIGN_MODES,
  SIGN_ORDERS,
  type SignEvents,
  type SignSpec,
  usualSign,
} from './sign-spec.js';
import type { YamlNode } from './yaml-node.js';

const SIGN_KEYS = [
  'mode',
  'order',
  'onReject',
  'decideEarly',
  'abstain',
  'pass',
  'reject',
  'undecided',
  'weights',
  'onAddedReject',
  'events',
  'maxTransfers',
  'delegationDepth',
] as const;

/** Weights and the parts of a ratio stay below this, so that their products are exact. */
const MAX_NUMBER = 10_000;

/** The signing rule of a task; a plain word is the mode. */
export function readSign(reading: Reading, node: YamlNode | undefined): SignSpec | undefined {
  if (node === undefined) return undefined;
  if (typeof node.scalar() === 'string') return usualSign(reading.oneOf(node, '`sign`', SIGN_MODES) ?? 'one');
  const fields = reading.fields(node, '`sign`', SIGN_KEYS);
  const usual = usualSign(reading.oneOf(fields.get('mode'), '`mode` of `sign`', SIGN_MODES) ?? 'one');
  const abstain = reading.oneOf(fields.get('abstain'), '`abstain`', ABSTAIN_RULES) ?? usual.abstain;
  return {
    ...usual,
    ...readRules(reading, fields),
    ...readNumbers(reading, fields),
    abstain,
    decideEarly: fields.has('decideEarly')
      ? reading.boolean(fields.get('decideEarly'), '`decideEarly`')
      : usual.decideEarly,
    weights: readWeights(reading, fields.get('weights')),
    events: readEvents(reading, fields.get('events'), abstain),
  };
}

function readRules(reading: Reading, fields: Fields): Partial<SignSpec> {
  return defined({
    order: reading.oneOf(fields.get('order'), '`order` of `sign`', SIGN_ORDERS),
    onReject: reading.oneOf(fields.get('onReject'), '`onReject`', REJECT_RULES),
    undecided: reading.oneOf(fields.get('undecided'), '`undecided`', ROUND_DECISIONS),
    onAddedReject: reading.oneOf(fields.get('onAddedReject'), '`onAddedReject`', ADDED_REJECT_RULES),
  });
}

function readNumbers(reading: Reading, fields: Fields): Partial<SignSpec> {
  const reject = fields.get('reject');
  const rejectFields = reject === undefined ? undefined : reading.fields(reject, '`reject` of `sign`', ['count']);
  return defined({
    pass: readPass(reading, fields.get('pass')),
    rejectCount: readWhole(reading, rejectFields?.get('count'), { what: '`count` of `reject`', from: 1 }),
    maxTransfers: readWhole(reading, fields.get('maxTransfers'), { what: '`maxTransfers`', from: 0 }),
    delegationDepth: readWhole(reading, fields.get('delegationDepth'), { what: '`delegationDepth`', from: 0 }),
  });
}

function readPass(reading: Reading, node: YamlNode | undefined): PassRule | undefined {
  if (node === undefined) return undefined;
  const fields = reading.fields(node, '`pass`', ['ratio', 'strict', 'count', 'weight']);
  const given = (['ratio', 'count', 'weight'] as const).filter((key) => fields.has(key));
  if (given.length !== 1 || (fields.has('strict') && given[0] !== 'ratio')) {
    reading.report(
      'sign-rule',
      node,
      '`pass` says not exactly one of `ratio`, `count` and `weight`, or `strict` without `ratio`',
      'Write one of `ratio: 2/3` (with `strict: true` for "more than"), `count: 3`, `weight: 5`.',
    );
    return undefined;
  }
  const count = readWhole(reading, fields.get('count'), { what: '`count` of `pass`', from: 1 });
  if (count !== undefined) return { kind: 'count', count };
  const weight = readWhole(reading, fields.get('weight'), { what: '`weight` of `pass`', from: 1 });
  if (weight !== undefined) return { kind: 'weight', weight };
  return readRatio(reading, fields);
}

/** `2/3` or `60%`; a decimal fraction would have to be rounded somewhere. */
function readRatio(reading: Reading, fields: Fields): PassRule | undefined {
  const node = fields.get('ratio');
  if (node === undefined) return undefined;
  const match = /^(\d{1,5})(?:\/(\d{1,5})|(%))$/.exec(String(node.scalar()));
  const numerator = Number(match?.[1]);
  const denominator = match?.[3] === '%' ? 100 : Number(match?.[2]);
  const isPossible = numerator >= 1 && numerator <= denominator && denominator <= MAX_NUMBER;
  if (isPossible)
    return { kind: 'ratio', numerator, denominator, strict: reading.boolean(fields.get('strict'), '`strict`') };
  reading.report(
    'sign-rule',
    node,
    `\`ratio\` cannot be \`${String(node.scalar())}\``,
    'Write a fraction above 0 and at most 1, as `2/3` or `60%`.',
  );
  return undefined;
}

function readWeights(reading: Reading, node: YamlNode | undefined): { readonly [role: string]: number } {
  return Object.fromEntries(
    reading.named(node, '`weights`').flatMap(([role, value]) => {
      const weight = readWhole(reading, value, { what: `the weight of \`${role}\``, from: 1 });
      return weight === undefined ? [] : [[role, weight]];
    }),
  );
}

function readEvents(reading: Reading, node: YamlNode | undefined, abstain: AbstainRule): SignEvents {
  const fields =
    node === undefined ? undefined : reading.fields(node, '`events` of `sign`', ['approve', 'reject', 'abstain']);
  const name = (key: keyof SignEvents) => reading.text(fields?.get(key), `\`${key}\` of \`events\``);
  const written = name('abstain');
  return defined({
    approve: name('approve') ?? 'APPROVE',
    reject: name('reject') ?? 'REJECT',
    abstain: written ?? (abstain === 'refused' ? undefined : 'ABSTAIN'),
  });
}

interface WholeNumber {
  readonly what: string;
  readonly from: number;
}

function readWhole(reading: Reading, node: YamlNode | undefined, { what, from }: WholeNumber): number | undefined {
  if (node === undefined) return undefined;
  const value = node.scalar();
  if (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= MAX_NUMBER) return value;
  reading.report(
    'wrong-shape',
    node,
    `${what} must be a whole number from ${from} to ${MAX_NUMBER}`,
    `Write a whole number, e.g. \`${from + 1}\`.`,
  );
  return undefined;
}
