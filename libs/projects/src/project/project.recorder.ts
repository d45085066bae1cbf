import { Injectable } from '@nestjs/common';
import { DefectError } from '#libs/platform';
import type { LedgerContext } from '../ledger/ledger.entry.js';
import { PROJECT_STATUSES, ProjectEntity, type ProjectStatus } from './project.entity.js';
import { PeriodReversedError, PlaceOutsideError, UnknownProjectError } from './project.error.js';
import { StageEntryEntity } from './stage-entry.entity.js';

export type ProjectRegistration = Pick<
  ProjectEntity,
  'title' | 'purchaserId' | 'divisionCode' | 'townshipCode' | 'villageCode' | 'method' | 'plannedAmount'
>;

export interface ProjectDescription {
  readonly category: string;
  readonly nature: string;
  readonly level: string;
  readonly mode: string;
  readonly townshipCode: string;
  readonly villageCode: string;
  readonly plannedAmount: number;
  readonly serviceFrom: string;
  readonly serviceTo: string;
}

/** Thrown when a definition ends a project in a way that the record does not know; its YAML is wrong. */
export class UnknownResultError extends DefectError {
  constructor(result: string) {
    super({
      code: 'projects.unknown-result',
      zh: `流程定义给出的项目结果“${result}”无效。`,
      en: `A definition ends a project with the unknown result "${result}".`,
      details: { result, known: PROJECT_STATUSES },
    });
  }
}

/** Writes the record of a project as its life goes on. */
@Injectable()
export class ProjectRecorder {
  async register(context: LedgerContext, registration: ProjectRegistration): Promise<void> {
    assertPlace(registration.divisionCode, registration.townshipCode, registration.villageCode);
    await context.manager.insert(ProjectEntity, {
      rootId: context.rootId,
      code: `${registration.divisionCode}-${context.at.getUTCFullYear()}-${context.rootId}`,
      ...registration,
      approvedAmount: 0,
      contractAmount: 0,
      status: 'open',
      startedAt: context.at,
    });
  }

  async describe(context: LedgerContext, description: ProjectDescription): Promise<void> {
    const { manager, rootId } = context;
    const project = await manager.findOneBy(ProjectEntity, { rootId });
    if (!project) throw new UnknownProjectError(rootId);
    assertPlace(project.divisionCode, description.townshipCode, description.villageCode);
    const { serviceFrom, serviceTo } = description;
    if (serviceTo < serviceFrom) throw new PeriodReversedError('/serviceTo', serviceFrom, serviceTo);
    await manager.update(ProjectEntity, { rootId }, { ...description });
  }

  async enterStage(context: LedgerContext, stage: string): Promise<void> {
    const { manager, rootId, at } = context;
    await this.update(context, { stage });
    await manager.insert(StageEntryEntity, { id: context.nextId(), rootId, stage, enteredAt: at });
  }

  async setContractor(context: LedgerContext, contractorId: number, amount: number | null): Promise<void> {
    await this.update(context, amount === null ? { contractorId } : { contractorId, contractAmount: amount });
  }

  async grade(context: LedgerContext, grade: string, score: number | null): Promise<void> {
    await this.update(context, { grade, score });
  }

  async finish(context: LedgerContext, result: string): Promise<void> {
    await this.update(context, { status: statusOf(result), endedAt: context.at });
  }

  private async update({ manager, rootId }: LedgerContext, change: Partial<ProjectEntity>): Promise<void> {
    const result = await manager.update(ProjectEntity, { rootId }, change);
    if (result.affected === 0) throw new UnknownProjectError(rootId);
  }
}

function statusOf(result: string): ProjectStatus {
  const status = PROJECT_STATUSES.find((known) => known === result);
  if (!status) throw new UnknownResultError(result);
  return status;
}

/** Codes are hierarchical: a place lies in an area whose code it begins with. */
function assertPlace(division: string, township: string | null, village: string | null): void {
  if (township !== null && !township.startsWith(division)) throw new PlaceOutsideError('/township', township, division);
  if (village !== null && !village.startsWith(township ?? division)) {
    throw new PlaceOutsideError('/village', village, township ?? division);
  }
}
