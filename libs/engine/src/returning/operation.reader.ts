import { Injectable } from '@nestjs/common';
import { type CompiledProcess, USUAL_REJECT, USUAL_RETURN } from '#libs/kernel';
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
    const { instance, bundle, state, isOwnStep, canAct } = query;
    const allow = bundle.compiled.states.get(state)?.task?.allow ?? [];
    const isTakable = isOwnStep && instance.status === 'active';
    return {
      return: canAct ? await this.returns(query) : [],
      reject: canAct ? await this.rejections(query) : [],
      withdraw: isTakable && allow.includes('withdraw'),
      takeBack: isTakable && allow.includes('take-back'),
      lateEntry: canAct && allow.includes('late-entry'),
    };
  }

  private async rejections({ instance, bundle, state, language }: OperationQuery): Promise<OperationsView['reject']> {
    const { compiled } = bundle;
    const task = { instanceId: instance.id, state };
    const { then } = compiled.states.get(state)?.task?.reject ?? USUAL_REJECT;
    const choices = await this.choices.of({ task, isTop: instance.parentId === null }, compiled);
    return choices.map(({ to, step }) => ({ to, step: step && viewOf(step, compiled, language), then }));
  }

  private async returns({ instance, bundle, state, language }: OperationQuery): Promise<OperationsView['return']> {
    const { compiled } = bundle;
    const spec = compiled.states.get(state)?.task;
    if (!spec?.allow.includes('return')) return [];
    const { branches } = spec.return ?? USUAL_RETURN;
    const steps = await this.steps.before({ instanceId: instance.id, state }, { compiled, branches });
    return steps.map((step) => viewOf(step, compiled, language));
  }
}

function viewOf({ state, title }: EarlierStep, { states }: CompiledProcess, language: Language): StepView {
  return { state, title: language === 'zh' ? title : titleIn(language, states.get(state)?.title, title) };
}
