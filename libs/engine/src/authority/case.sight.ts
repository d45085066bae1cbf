import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { BusinessClock } from '#libs/platform';
import type { TaskRow } from '../instances/case.rows.js';
import type { CaseSnapshot } from '../instances/case.snapshot.js';
import { type Standing, StandingSource, type TaskPlace } from './standing.source.js';
import { Visibility } from './visibility.js';

/** What somebody may look at: the cases of its scope, and those in which it has something to do, for itself or another. */
@Injectable()
export class CaseSight {
  constructor(
    private readonly visibility: Visibility,
    private readonly standings: StandingSource,
    private readonly clock: BusinessClock,
  ) {}

  sees(caller: Caller, snapshot: CaseSnapshot): boolean {
    const bounds = { divisionCode: snapshot.root.divisionCode, parties: snapshot.parties };
    return (
      this.visibility.sees(caller, bounds) ||
      snapshot.tasks.some((task) => this.onTask(caller, snapshot, task) !== null)
    );
  }

  maySee(caller: Caller, rootId: number): Promise<boolean> {
    return this.visibility.maySee(caller, rootId);
  }

  /** In whose name the caller could act on an open task. */
  onTask(caller: Caller, { root, instances }: CaseSnapshot, task: TaskRow): Standing | null {
    const process = instances.find(({ id }) => id === task.instanceId)?.process ?? '';
    return this.standing(caller, { candidates: task.candidates, process, divisionCode: root.divisionCode });
  }

  standing(caller: Caller, place: TaskPlace): Standing | null {
    return this.standings.of(caller, place, this.clock.now());
  }
}
