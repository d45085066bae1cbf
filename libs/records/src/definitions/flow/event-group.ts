import type { StateSpec } from '#libs/kernel';
import { titleOf } from './flow-names.js';
import type { OutsideItem } from './process-flow.js';
import { ScopeBuilder } from './scope-builder.js';
import type { Wait } from './state-waits.js';

/** An event of the top level may happen everywhere: it stands beside the flow. Answers what it cannot say. */
export function placeEventGroup(
  { key, name, list, trigger }: Wait,
  root: StateSpec,
  scope: ScopeBuilder,
): readonly OutsideItem[] {
  const path = list.find(({ target }) => target !== undefined)?.target;
  const target = path === undefined ? undefined : root.states[path];
  const inner = new ScopeBuilder(scope, `process-${key}`);
  const interrupting = path !== undefined;
  scope.add({ id: inner.hostId, kind: 'eventSubProcess', name, state: '', inner });
  const start = inner.add({ id: `process-${key}-start`, kind: 'start', name, state: '', trigger, interrupting });
  const place = target === undefined ? { name: '', state: '' } : { name: titleOf(target), state: target.path };
  const end = inner.add({ id: `process-${key}-end`, kind: 'end', ...place });
  inner.connect({ from: start.id, to: end.id });
  const isGuarded = list.some(({ guard }) => guard !== undefined);
  return [
    ...(interrupting && target?.kind !== 'final' ? [item('root-target', `${key} 转入 ${path}`)] : []),
    ...(isGuarded ? [item('guarded-boundary', key)] : []),
  ];
}

function item(construct: OutsideItem['construct'], detail: string): OutsideItem {
  return { construct, state: '', detail };
}
