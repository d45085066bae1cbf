import { OfficeHours } from '../time/office.hours.js';
import type { BusinessTime } from '../time/business.time.js';
import { StuckError } from '../walkthrough.error.js';
import { type Act } from '../script/act.js';
import type { Performer } from './performer.js';
import type { Scene } from './scene.js';
import type { Observer } from './observer.js';

/** Business time that passes with each act. */
const ACT_MS = 75 * 60_000;

export interface PlayParts {
  readonly scene: Scene;
  readonly time: BusinessTime;
  readonly observer: Observer;
  readonly performer: Performer;
}

/** Plays the script until the case ends: who can act acts; when nobody can, the clock jumps to what is due next. */
export class Player {
  private readonly office = new OfficeHours();

  constructor(
    private readonly script: readonly Act[],
    private readonly parts: PlayParts,
  ) {}

  async play(): Promise<void> {
    const { scene, observer } = this.parts;
    for (await observer.look(); scene.case?.status === 'open'; await observer.look()) await this.step();
  }

  private async step(): Promise<void> {
    const { scene, time, performer } = this.parts;
    const due = scene.nextDue;
    if (due !== null && due <= time.now) return time.settle();
    const ready = performer.ready(this.script);
    const opening = ready ? this.office.openFrom(time.now) : null;
    if (!ready || opening === null) return this.jump(due);
    if (opening > time.now) return this.jump(earlier(opening, due));
    await performer.perform(ready);
    await this.pass();
  }

  /** An act takes its time, but never so much that something falls due unseen. */
  private async pass(): Promise<void> {
    const { observer, scene, time } = this.parts;
    await observer.look();
    if (scene.case?.status !== 'open') return;
    const due = scene.nextDue;
    if (due !== null && due <= time.now) return time.settle();
    await time.jumpTo(earlier(time.now + ACT_MS, due));
  }

  private async jump(to: number | null): Promise<void> {
    if (to === null) throw new StuckError(this.parts.observer.whereabouts());
    await this.parts.time.jumpTo(to);
  }
}

function earlier(moment: number, due: number | null): number {
  return due === null ? moment : Math.min(moment, due);
}
