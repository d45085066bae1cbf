import type { Json, JsonObject } from '../definition/language.js';
import type { DecisionDefinition, DecisionInput } from './decision.js';

const FEN_PER_YUAN = 100;
const FEN_PER_WAN = 1_000_000;

/** A value as an officer reads it: money in 元 or 万元. */
export function showValue(input: DecisionInput | undefined, value: Json): string {
  if (typeof value === 'string') return value;
  if (input?.type !== 'money' || typeof value !== 'number') return JSON.stringify(value);
  if (value % FEN_PER_WAN === 0 && value !== 0) return `${value / FEN_PER_WAN}万元`;
  const fen = String(Math.abs(value) % FEN_PER_YUAN).padStart(2, '0');
  const yuan = Math.trunc(Math.abs(value) / FEN_PER_YUAN);
  return `${value < 0 ? '-' : ''}${yuan}${fen === '00' ? '' : `.${fen}`}元`;
}

/** All inputs of one case, like `amount = 400万元, kind = 服务`. */
export function showInputs(definition: DecisionDefinition, inputs: JsonObject): string {
  return Object.entries(definition.inputs)
    .map(([name, input]) => `${name} = ${showValue(input, inputs[name] ?? null)}`)
    .join(', ');
}
