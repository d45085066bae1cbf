import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '#libs/identity';
import type { CaseSnapshot } from '../instances/case.snapshot.js';
import { readJson } from '../instances/json.column.js';
import type { TimerStep } from '../timers/due-step.js';
import { PostReader, type Told } from './post.reader.js';
import { RoleNames } from './role.names.js';

/** Who is told next when a task stays undone. */
export interface NextRung {
  readonly level: string;
  readonly at: string;
  readonly role: string;
  readonly organisations: readonly string[];
  /** Names as the post is filled now; none where it is vacant, and then the next rung follows at once. */
  readonly persons: readonly string[];
}

/** What a timer does next. */
export interface NextStep {
  readonly kind: TimerStep['kind'];
  readonly at: string;
}

/** Word of the ladders for the organisation that has the task; every other word is a relation. */
const OWNER = 'owner';

/** 逐级上报的下一级: the rungs of a timer that are still to come, with the people who stand on them now. */
@Injectable()
export class LadderExplainer {
  constructor(
    private readonly posts: PostReader,
    private readonly directory: OrganisationDirectory,
    private readonly names: RoleNames,
  ) {}

  next(timer: Readonly<Record<string, unknown>>): NextStep | null {
    const [step] = stepsToCome(timer);
    return step ? { kind: step.kind, at: step.at } : null;
  }

  /** The next rung, and those behind it. */
  async rungs({ snapshot, language }: Told, timer: Readonly<Record<string, unknown>>): Promise<NextRung[]> {
    const found: NextRung[] = [];
    for (const step of stepsToCome(timer)) {
      if (step.kind !== 'rung') continue;
      const ids = await this.organisations(snapshot, Number(timer['task_id']), step.to.organisation);
      const offices = ids.flatMap((id) => this.directory.byId(id) ?? []);
      const division = offices[0]?.divisionCode ?? snapshot.root.divisionCode;
      found.push({
        level: step.level,
        at: step.at,
        role: this.names.titleIn(language, step.to.role, division),
        organisations: offices.map(({ name }) => name),
        persons: ids.flatMap((id) => this.directory.members(id, step.to.role).map(({ name }) => name)),
      });
    }
    return found;
  }

  private async organisations(snapshot: CaseSnapshot, taskId: number, relation: string): Promise<readonly number[]> {
    if (relation !== OWNER) return this.posts.organisations(snapshot, relation);
    const task = snapshot.tasks.find(({ id }) => id === taskId);
    return task?.candidates.slice(0, 1).map(({ organisationId }) => organisationId) ?? [];
  }
}

function stepsToCome(timer: Readonly<Record<string, unknown>>): TimerStep[] {
  return readJson<TimerStep[]>(timer['steps']).slice(Number(timer['next_step']));
}
