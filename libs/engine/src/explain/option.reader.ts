import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { activeStates, type TransitionSpec } from '#libs/kernel';
import { holds } from '../authority/caller.scope.js';
import { RelationSource } from '../authority/relation.source.js';
import { NotVisibleError } from '../commands/command.error.js';
import { lineage, specAt } from '../commands/transition.lookup.js';
import type { Bundle } from '../definitions/bundle.js';
import { BundleStore } from '../definitions/bundle.store.js';
import { type CaseSnapshot, CaseSnapshots } from '../instances/case.snapshot.js';
import { InstanceLocator } from '../instances/instance.locator.js';
import { type Language, titleIn } from '../language/language.js';
import { type FormView, formOf } from '../tasks/task.view.js';

/** An event that the caller may send without a task. */
export interface OptionView {
  readonly instanceId: number;
  readonly event: string;
  readonly title: string;
  readonly form: FormView | null;
}

/** Which events a caller may send of their own accord: transitions with `by`. */
@Injectable()
export class OptionReader {
  constructor(
    private readonly snapshots: CaseSnapshots,
    private readonly locator: InstanceLocator,
    private readonly bundles: BundleStore,
    private readonly relations: RelationSource,
  ) {}

  /** For whoever may act on an instance without seeing its case: a supplier before it is a party. */
  async ofInstance(caller: Caller, instanceId: number, language: Language = 'zh'): Promise<OptionView[]> {
    const snapshot = await this.snapshots.read(await this.locator.rootOf(instanceId));
    const options = snapshot ? await this.ofCase(caller, snapshot, language) : [];
    const own = options.filter((option) => option.instanceId === instanceId);
    if (own.length === 0) throw new NotVisibleError('instance', instanceId);
    return own;
  }

  async ofCase(caller: Caller, snapshot: CaseSnapshot, language: Language): Promise<OptionView[]> {
    const { root, parties, instances } = snapshot;
    const found: OptionView[] = [];
    for (const instance of instances) {
      if (instance.status !== 'active' || !instance.snapshot) continue;
      const bundle = await this.bundles.byHash(instance.bundleHash);
      for (const { event, transition } of openTransitions(bundle, activeStates(bundle.compiled, instance.snapshot))) {
        const by = transition.by;
        const organisations = by
          ? await this.relations.organisations({ root, parties: new Map(parties) }, by.organisation)
          : [];
        if (by && holds(caller, by, organisations)) {
          const title = titleIn(language, transition.title, event);
          found.push({ instanceId: instance.id, event, title, form: formOf(bundle, transition.form, language) });
        }
      }
    }
    return found;
  }
}

/** Events of the active states that somebody may send without a task. */
export function openTransitions(
  bundle: Bundle,
  active: readonly string[],
): { event: string; transition: TransitionSpec }[] {
  const paths = new Set(active.flatMap(lineage));
  return [...paths].flatMap((path) =>
    Object.entries(specAt(bundle.compiled, path)?.on ?? {}).flatMap(([event, transitions]) =>
      transitions.filter((transition) => transition.by !== undefined).map((transition) => ({ event, transition })),
    ),
  );
}
