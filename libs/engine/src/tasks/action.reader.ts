import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { activeStates, type FieldRights, options, type Snapshot, type TransitionSpec } from '#libs/kernel';
import { BusinessClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { actorOf } from '../authority/caller.scope.js';
import { lineage, specAt } from '../commands/transition.lookup.js';
import type { Bundle } from '../definitions/bundle.js';
import { type Language, titleIn } from '../language/language.js';
import { ViewRegistry } from '../views/view.registry.js';
import { type ActionView, formOf } from './task.view.js';

/** The open task whose buttons are asked for. */
export interface ActionQuery {
  readonly caller: Caller;
  readonly bundle: Bundle;
  readonly rootId: number;
  readonly instanceId: number;
  readonly snapshot: Snapshot;
  readonly state: string;
  readonly language: Language;
  /** What the person may not enter in the task's forms. */
  readonly rights: FieldRights;
}

interface Verdict {
  readonly enabled: boolean;
  readonly reason: string | null;
}

const REFUSED: Verdict = { enabled: false, reason: null };

/** 可办理的操作: the events of a task's state, each with the guard that refuses it now. */
@Injectable()
export class ActionReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly views: ViewRegistry,
    private readonly clock: BusinessClock,
  ) {}

  async read(query: ActionQuery): Promise<ActionView[]> {
    const { bundle, state, snapshot, language, rights } = query;
    if (!activeStates(bundle.compiled, snapshot).includes(state)) return [];
    const verdicts = await this.verdicts(query);
    const taskForm = bundle.compiled.states.get(state)?.task?.form;
    return [...ownTransitions(bundle, state)].map(([event, transition]) => ({
      event,
      title: titleIn(language, transition.title, event),
      form: formOf(bundle, transition.form ?? taskForm, language, rights),
      ...(verdicts.get(event) ?? REFUSED),
    }));
  }

  private async verdicts({ caller, bundle, rootId, instanceId, snapshot }: ActionQuery): Promise<Map<string, Verdict>> {
    const request = { manager: this.dataSource.manager, rootId, instanceId };
    const found = options(bundle.compiled, snapshot, {
      at: this.clock.now().toISOString(),
      actor: actorOf(caller),
      payload: {},
      views: await this.views.load(request, bundle.compiled.definition.views),
      parameters: bundle.content.parameters,
    });
    const verdicts = new Map<string, Verdict>();
    for (const { event, enabled, guard } of found) {
      const isOpen = enabled !== false || (verdicts.get(event)?.enabled ?? false);
      verdicts.set(event, { enabled: isOpen, reason: isOpen ? null : (guard ?? null) });
    }
    return verdicts;
  }
}

/** Events for the task's own people, the innermost declaration first. */
function ownTransitions(bundle: Bundle, state: string): Map<string, TransitionSpec> {
  const found = new Map<string, TransitionSpec>();
  for (const path of lineage(state)) {
    for (const [event, transitions] of Object.entries(specAt(bundle.compiled, path)?.on ?? {})) {
      const own = transitions.find((transition) => transition.by === undefined);
      if (own && !found.has(event)) found.set(event, own);
    }
  }
  return found;
}
