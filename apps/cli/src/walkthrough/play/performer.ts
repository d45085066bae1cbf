import type { Cast } from '../cast/cast.js';
import type { Person } from '../cast/person.js';
import type { OpenTask } from '../http/api.shapes.js';
import { NotInInboxError, RefusedError } from '../walkthrough.error.js';
import type { Act, RecordAct, SendAct, TaskAct, Turn } from '../script/act.js';
import type { Scene } from './scene.js';

const FORBIDDEN = 403;

interface Ready {
  readonly act: Act;
  readonly task: OpenTask | null;
}

/** Finds the act that can be played now, and plays it as its person. */
export class Performer {
  /** Who of several has acted, or may not: the experts who were not drawn. */
  private readonly gone = new Map<Act, Set<string>>();

  constructor(
    private readonly scene: Scene,
    private readonly cast: Cast,
    private readonly say: (line: string) => void,
  ) {}

  ready(script: readonly Act[]): Ready | null {
    for (const act of script) {
      const found = this.scene.roundsOf(act) < (act.times ?? 1) ? this.possible(act) : null;
      if (found) return found;
    }
    return null;
  }

  async perform({ act, task }: Ready): Promise<void> {
    for (const login of this.waiting(act)) {
      const turn = { scene: this.scene, person: this.cast.person(login), round: this.scene.roundsOf(act) };
      if (!(await this.try(act, turn, task))) continue;
      this.scene.remember(act, task?.id ?? null);
      if (act.kind !== 'task') this.say(await wordsOf(act, turn.person));
      return;
    }
    throw new NotInInboxError(String(act.who), act.kind === 'record' ? act.title : act.state);
  }

  private possible(act: Act): Ready | null {
    const { scene } = this;
    const round = scene.roundsOf(act);
    switch (act.kind) {
      case 'record':
        return act.when(scene, round) ? { act, task: null } : null;
      case 'send':
        return scene.isActive(act.stage, act.state) ? { act, task: null } : null;
      case 'task': {
        const task = scene.openTask(act.stage, act.state);
        return task && (act.when?.(scene, task, round) ?? true) ? { act, task } : null;
      }
    }
  }

  /** False when the person is one of several and turns out not to be meant. */
  private async try(act: Act, turn: Turn, task: OpenTask | null): Promise<boolean> {
    if (typeof act.who === 'string') {
      await this.play(act, turn, task);
      return true;
    }
    this.gone.get(act)?.add(turn.person.login);
    try {
      await this.play(act, turn, task);
      return true;
    } catch (error) {
      const isNotMeant =
        error instanceof NotInInboxError || (error instanceof RefusedError && error.status === FORBIDDEN);
      if (!isNotMeant) throw error;
      return false;
    }
  }

  private async play(act: Act, turn: Turn, task: OpenTask | null): Promise<void> {
    switch (act.kind) {
      case 'task':
        return this.playTask(act, turn, task);
      case 'send':
        return this.playSend(act, turn);
      case 'record':
        return this.playRecord(act, turn);
    }
  }

  private async playTask(act: TaskAct, turn: Turn, task: OpenTask | null): Promise<void> {
    const found = await turn.person.findTask(this.scene.caseId, act.state);
    const button = found.actions.find(({ event }) => event === act.event);
    if (task?.id !== found.id || button?.enabled !== true) throw new NotInInboxError(turn.person.login, act.state);
    const form = (await act.form?.(turn)) ?? {};
    await turn.person.post(`/tasks/${found.id}/actions/${act.event}`, { version: found.version, form });
  }

  private async playSend(act: SendAct, turn: Turn): Promise<void> {
    const instance = await act.instance(turn);
    await turn.person.post(`/instances/${instance}/events/${act.event}`, { form: await act.form(turn) });
  }

  private async playRecord(act: RecordAct, turn: Turn): Promise<void> {
    await turn.person.post(act.path(this.scene), await act.body(turn));
  }

  private waiting(act: Act): string[] {
    if (typeof act.who === 'string') return [act.who];
    const gone = this.gone.get(act) ?? new Set<string>();
    this.gone.set(act, gone);
    return act.who.filter((login) => !gone.has(login));
  }
}

/** What the history does not tell: it keeps bidders secret, and records move nothing. */
async function wordsOf(act: SendAct | RecordAct, person: Person): Promise<string> {
  return `${await person.fullName()} ${act.kind === 'send' ? '提交密封响应文件' : `填写${act.title}`}`;
}
