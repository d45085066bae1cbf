import { Injectable } from '@nestjs/common';
import { type CompiledProcess, USUAL_REJECT } from '#libs/kernel';
import type { TaskRow } from '../instances/case.rows.js';
import type { QuerySource } from '../instances/query.source.js';
import { type EarlierStep, EarlierSteps } from './earlier.steps.js';

/** One place to which a task may be rejected now. */
export interface RejectChoice {
  /** As the definition names it. */
  readonly to: string;
  /** Null where rejecting ends the case. */
  readonly step: EarlierStep | null;
}

/** The task, and whether the case itself runs in its process: only then rejecting may end it. */
export interface Rejectable {
  readonly task: Pick<TaskRow, 'instanceId' | 'state'>;
  readonly isTop: boolean;
}

/** 驳回: the places of the definition, as far as the case has been there. */
@Injectable()
export class RejectChoices {
  constructor(private readonly steps: EarlierSteps) {}

  async of(
    { task, isTop }: Rejectable,
    compiled: CompiledProcess,
    source?: QuerySource,
  ): Promise<readonly RejectChoice[]> {
    const spec = compiled.states.get(task.state)?.task;
    if (!spec?.allow.includes('reject')) return [];
    const { to, branches } = spec.reject ?? USUAL_REJECT;
    const earlier = await this.steps.before(task, { compiled, branches }, source);
    return to.flatMap((place): readonly RejectChoice[] => {
      if (place === 'terminate') return isTop ? [{ to: place, step: null }] : [];
      const step = stepAt(place, earlier);
      return step ? [{ to: place, step }] : [];
    });
  }
}

/** `earlier` has the latest first. */
function stepAt(place: string, earlier: readonly EarlierStep[]): EarlierStep | undefined {
  if (place === 'previous') return earlier[0];
  if (place === 'initiator') return earlier.at(-1);
  return earlier.find(({ state }) => state === place);
}
