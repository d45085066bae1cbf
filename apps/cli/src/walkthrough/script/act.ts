import type { JsonObject } from '#libs/kernel';
import type { Person } from '../cast/person.js';
import type { OpenTask } from '../http/api.shapes.js';
import type { Scene } from '../play/scene.js';

/** What an act sees when it fills in its form. */
export interface Turn {
  readonly scene: Scene;
  readonly person: Person;
  /** How often the act was played before. */
  readonly round: number;
}

export type FormOf = (turn: Turn) => JsonObject | Promise<JsonObject>;

interface Part {
  /** As definitions name it. */
  readonly stage: string;
  /** Logins; each of several acts once. */
  readonly who: string | readonly string[];
  /** How often it is played in all; 1 unless said. */
  readonly times?: number;
}

/** Somebody does a task found in the own inbox. */
export interface TaskAct extends Part {
  readonly kind: 'task';
  readonly state: string;
  readonly event: string;
  readonly form?: FormOf;
  /** What the person waits for; at once unless said. */
  readonly when?: (scene: Scene, task: OpenTask, round: number) => boolean;
}

/** Somebody who has no task sends an event that the process allows. */
export interface SendAct extends Part {
  readonly kind: 'send';
  /** State in which the event is taken. */
  readonly state: string;
  readonly event: string;
  readonly instance: (turn: Turn) => Promise<number>;
  readonly form: FormOf;
}

/** Somebody writes a record that moves nothing. */
export interface RecordAct extends Part {
  readonly kind: 'record';
  readonly title: string;
  readonly path: (scene: Scene) => string;
  readonly body: FormOf;
  readonly when: (scene: Scene, round: number) => boolean;
}

export type Act = TaskAct | SendAct | RecordAct;

/** Acts of one stage, written without repeating its name. */
export function stageActs(stage: string) {
  return {
    task: (who: TaskAct['who'], state: string, event: string, rest: Partial<TaskAct> = {}): TaskAct => ({
      kind: 'task',
      stage,
      who,
      state,
      event,
      ...rest,
    }),
    send: (act: Omit<SendAct, 'kind' | 'stage'>): SendAct => ({ kind: 'send', stage, ...act }),
    record: (act: Omit<RecordAct, 'kind' | 'stage'>): RecordAct => ({ kind: 'record', stage, ...act }),
  };
}
