import { Injectable } from '@nestjs/common';
import { localDate } from '#libs/calendar';
import type { EffectContext, EffectInput } from '#libs/engine';
import { ProjectReader } from '#libs/projects';
import { NeedEntity } from './need.entity.js';
import { NeedNumberError, ProblemInFutureError } from './need.error.js';
import { answersOf, numbersOf, textsOf } from './need.form.js';
import { NeedAnswerEntity } from './need-answer.entity.js';
import { NeedNumberEntity } from './need-number.entity.js';

/** Keeps each submitted need as a revision of its own. */
@Injectable()
export class NeedRecorder {
  constructor(private readonly projects: ProjectReader) {}

  async record(context: EffectContext, form: EffectInput): Promise<void> {
    const { manager, rootId } = context;
    const project = await this.projects.byId(rootId, manager);
    assertFoundBefore(form, localDate(context.at.toISOString()));
    const numbers = numbersOf(form);
    assertTownships(numbers, project.divisionCode);
    const needId = context.nextId();
    await manager.insert(NeedEntity, {
      id: needId,
      rootId,
      revision: (await manager.countBy(NeedEntity, { rootId })) + 1,
      ...textsOf(form),
      submittedBy: context.actor?.userId ?? null,
      submittedAt: context.at,
    });
    await manager.insert(
      NeedAnswerEntity,
      answersOf(form).map((answer) => ({ id: context.nextId(), needId, ...answer })),
    );
    await manager.insert(
      NeedNumberEntity,
      numbers.map((number) => ({ id: context.nextId(), needId, ...number })),
    );
  }
}

function assertFoundBefore(form: EffectInput, today: string): void {
  const foundOn = form.nested('problem').text('foundOn');
  if (foundOn > today) throw new ProblemInFutureError(foundOn, today);
}

function assertTownships(numbers: readonly { townshipCode: string }[], division: string): void {
  const seen = new Set<string>();
  numbers.forEach(({ townshipCode }, index) => {
    if (!townshipCode.startsWith(division)) throw new NeedNumberError(index, townshipCode, 'within-division');
    if (seen.has(townshipCode)) throw new NeedNumberError(index, townshipCode, 'once');
    seen.add(townshipCode);
  });
}
