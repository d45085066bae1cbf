import { Injectable } from '@nestjs/common';
import { BundleStore } from '../definitions/bundle.store.js';
import { LawBook, type LawReference } from '../definitions/law.book.js';
import { titleIn } from '../language/language.js';
import { deadlineOf, type DeadlineView } from './case.explainer.js';
import { deadlineTitleIn } from './deadline.title.js';
import { LadderExplainer, type NextRung, type NextStep } from './ladder.explainer.js';
import type { Told } from './post.reader.js';

export interface ExplainedDeadline extends Omit<DeadlineView, 'law'> {
  readonly stateTitle: string;
  readonly deadlineTitle: string;
  readonly law: Omit<LawReference, 'proof'> | null;
  readonly next: NextStep | null;
  /** Who is told when it stays undone, in order. */
  readonly ladder: readonly NextRung[];
}

/** 期限说明: each running deadline with how it was computed, the law it rests on, and who is told next. */
@Injectable()
export class DeadlineExplainer {
  constructor(
    private readonly bundles: BundleStore,
    private readonly ladders: LadderExplainer,
    private readonly laws: LawBook,
  ) {}

  async running(told: Told): Promise<ExplainedDeadline[]> {
    const found: ExplainedDeadline[] = [];
    for (const timer of told.snapshot.timers) found.push(await this.explained(told, timer));
    return found;
  }

  private async explained(told: Told, timer: Record<string, unknown>): Promise<ExplainedDeadline> {
    const { snapshot, language } = told;
    const view = deadlineOf(timer);
    const instance = snapshot.instances.find(({ id }) => id === view.instanceId);
    const bundle = instance ? await this.bundles.byHash(instance.bundleHash) : undefined;
    return {
      ...view,
      stateTitle: titleIn(language, bundle?.compiled.states.get(view.state)?.title, view.state),
      deadlineTitle: deadlineTitleIn(language, bundle, view.deadline),
      law: view.law === null ? null : this.laws.quote(view.law, language),
      next: this.ladders.next(timer),
      ladder: await this.ladders.rungs(told, timer),
    };
  }
}
