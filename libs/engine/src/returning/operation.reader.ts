import { Injectable } from '@nestjs/common';
import { type CompiledProcess, USUAL_RETURN } from '#libs/kernel';
import type { Bundle } from '../definitions/bundle.js';
import type { InstanceRow } from '../instances/case.rows.js';
import { type Language, titleIn } from '../language/language.js';
import type { OperationsView, StepView } from '../tasks/task.view.js';
import { type EarlierStep, EarlierSteps } from './earlier.steps.js';
import { RejectChoices } from './reject.choices.js';

/** The task whose operations are asked for. */
export interface OperationQuery {
  readonly instance: InstanceRow;
  readonly bundle: Bundle;
  readonly state: string;
  readonly language: Language;
  /** Open, and the caller is among its people. */
  readonly canAct: boolean;
  /** Done by the caller. */
  readonly isOwnStep: boolean;
}

/** Ways back from a task, as far as its definition and the case allow them now. */
@Injectable()
export class OperationReader {
  constructor(
    private readonly steps: EarlierSteps,
    private readonly choices: RejectChoices,
  ) {}

  async read(query: OperationQuery): Promise<OperationsView> {
    const { instance, bundle, state, language, canAct, isOwnStep } = query;
    const { compiled } = bundle;
    const task = { instanceId: instance.id, state };
    const isTop = instance.parentId === null;
    const rejected = canAct ? await this.choices.of({ task, isTop }, compiled) : [];
    const returned = canAct ? await this.returns(compiled, task) : [];
    const allow = compiled.states.get(state)?.task?.allow ?? [];
    const isTakable = isOwnStep && instance.status === 'active';
    return {
      return: returned.map((step) => viewOf(step, compiled, language)),
      reject: rejected.map(({ to, step }) => ({ to, step: step && viewOf(step, compiled, language) })),
      withdraw: isTakable && allow.includes('withdraw'),
      takeBack: isTakable && allow.includes('take-back'),
    };
  }

  private async returns(
    compiled: CompiledProcess,
    task: { readonly instanceId: number; readonly state: string },
  ): Promise<readonly EarlierStep[]> {
    const spec = compiled.states.get(task.state)?.task;
    if (!spec?.allow.includes('return')) return [];
    return this.steps.before(task, { compiled, branches: (spec.return ?? USUAL_RETURN).branches });
  }
}

function viewOf({ state, title }: EarlierStep, { states }: CompiledProcess, language: Language): StepView {
  return { state, title: language === 'zh' ? title : titleIn(language, states.get(state)?.title, title) };
}
