import { DemoConfig } from '#libs/platform';
import type { TestSystem } from '#support/system';
import { BusinessTime } from '../../apps/cli/src/walkthrough/time/business.time.js';
import { WorkerProbe } from '../../apps/cli/src/walkthrough/time/worker.probe.js';
import type { Act } from '../../apps/cli/src/walkthrough/script/act.js';
import { Cast, CAST } from '../../apps/cli/src/walkthrough/cast/cast.js';
import type { Person } from '../../apps/cli/src/walkthrough/cast/person.js';
import { Performer } from '../../apps/cli/src/walkthrough/play/performer.js';
import { Scene } from '../../apps/cli/src/walkthrough/play/scene.js';
import { APPLICATION } from '../../apps/cli/src/walkthrough/script/application.script.js';
import { BUDGETING } from '../../apps/cli/src/walkthrough/script/budgeting.script.js';
import { PROJECT } from '../../apps/cli/src/walkthrough/script/project.js';
import type { CaseDetail } from '../../apps/cli/src/walkthrough/http/api.shapes.js';

const { title, township, village, method, plannedAmount } = PROJECT;

/** Brings a project to where a test wants it, by the acts of the walkthrough. */
export class Story {
  private constructor(
    readonly caseId: number,
    private readonly cast: Cast,
    private readonly scene: Scene,
    private readonly time: BusinessTime,
  ) {}

  /** On a Monday of 2026, whatever day it is; bought as in the walkthrough unless another method is named. */
  static async begin({ address, workerAddress }: TestSystem, bought: string = method): Promise<Story> {
    const cast = new Cast(address, new DemoConfig().password);
    const time = new BusinessTime(cast.person(CAST.administrator), new WorkerProbe(workerAddress));
    await time.jumpTo(Date.parse('2026-01-05T01:00:00Z'));
    const begun = { title, township, village, method: bought, plannedAmount };
    const { id } = await cast.person(CAST.officer).post<{ id: number }>('/projects', begun);
    return new Story(id, cast, new Scene(id, cast), time);
  }

  get officer(): Person {
    return this.cast.person(CAST.officer);
  }

  /** The application is approved and the money released: the project buys. */
  untilProcurement(): Promise<void> {
    return this.play([...APPLICATION, ...BUDGETING]);
  }

  async play(acts: readonly Act[]): Promise<void> {
    const performer = new Performer(this.scene, this.cast, () => undefined);
    for (let ready = await this.look(performer, acts); ready; ready = await this.look(performer, acts))
      await performer.perform(ready);
  }

  /** Business time goes on, and the worker has fired what is due then. */
  async jumpTo(at: string): Promise<void> {
    await this.time.jumpTo(Date.parse(at));
  }

  read(): Promise<CaseDetail> {
    return this.officer.readCase(this.caseId);
  }

  async taskId(state: string): Promise<number> {
    const task = (await this.read()).tasks.find((open) => open.state === state);
    if (!task) throw new Error(`no open task in ${state}`);
    return task.id;
  }

  private async look(performer: Performer, acts: readonly Act[]) {
    this.scene.see(await this.read(), [], this.time.now);
    return performer.ready(acts);
  }
}
