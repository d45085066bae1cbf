import type { Json, JsonObject, VariableSpec } from '#libs/kernel';
import type { PlainDate } from '#libs/calendar';
import type { Bundle } from '../definitions/bundle.js';
import type { Random } from './random.js';
import { sampled } from './sample.js';
import type { SimulationModel } from './simulation.model.js';

/** Money that nobody declared: from ten thousand to half a million yuan, in fen. */
const MONEY: Json = { $between: [1_000_000, 50_000_000] };

/**
 * Variables with which a case starts: the declared samples of its process, and for money and dates without a value
 * something sensible, as a parent process would give it.
 */
export function inputOf(
  { compiled }: Bundle,
  model: SimulationModel,
  { random, today }: { random: Random; today: PlainDate },
): JsonObject {
  const declared = model.inputs(compiled.definition.process);
  const scope = { random, today, count: () => 0, value: () => null };
  const entries = Object.entries(compiled.definition.variables).flatMap(([name, spec]) => {
    const sample = declared[name] ?? guess(name, spec, model);
    return sample === undefined ? [] : [[name, sampled(sample, scope)] as const];
  });
  return Object.fromEntries(entries);
}

function guess(name: string, { type, default: initial }: VariableSpec, model: SimulationModel): Json | undefined {
  if (type === 'money' && initial === 0) return model.field('', name) ?? MONEY;
  if (type === 'date' && initial === null) return model.field('', name);
  return undefined;
}
