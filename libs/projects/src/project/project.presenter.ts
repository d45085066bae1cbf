import { Injectable } from '@nestjs/common';
import { DivisionTree, OrganisationDirectory } from '#libs/identity';
import { DataSource } from 'typeorm';
import { ContractEntity } from '../contract/contract.entity.js';
import type { ContractView } from '../contract/contract.view.js';
import { InstalmentEntity } from '../instalment/instalment.entity.js';
import type { InstalmentView } from '../instalment/instalment.view.js';
import { MoneyReader } from '../ledger/money.reader.js';
import type { MoneyView } from '../ledger/money.view.js';
import type { ProjectEntity } from './project.entity.js';
import type { ProjectItemView } from './project.view.js';
import type { ProjectDetailView, StageEntryView } from './project-detail.view.js';
import { StageEntryEntity } from './stage-entry.entity.js';

/** Puts names to the ids of a project's record and gathers what belongs to it. */
@Injectable()
export class ProjectPresenter {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly divisions: DivisionTree,
    private readonly money: MoneyReader,
  ) {}

  item(project: ProjectEntity): ProjectItemView {
    const { rootId, purchaserId, divisionCode, contractorId } = project;
    return {
      id: rootId,
      code: project.code,
      title: project.title,
      purchaserId,
      purchaserName: this.organisationName(purchaserId) ?? '',
      divisionCode,
      divisionName: this.divisionName(divisionCode) ?? divisionCode,
      stage: project.stage,
      status: project.status,
      method: project.method,
      plannedAmount: project.plannedAmount,
      approvedAmount: project.approvedAmount,
      contractAmount: project.contractAmount,
      contractorId,
      contractorName: this.organisationName(contractorId),
      grade: project.grade,
      score: project.score,
      startedAt: project.startedAt,
      endedAt: project.endedAt,
    };
  }

  async detail(project: ProjectEntity): Promise<ProjectDetailView> {
    const { rootId, townshipCode, villageCode, category, nature, level, mode, serviceFrom, serviceTo } = project;
    return {
      ...this.item(project),
      townshipCode,
      townshipName: this.divisionName(townshipCode),
      villageCode,
      villageName: this.divisionName(villageCode),
      ...{ category, nature, level, mode, serviceFrom, serviceTo },
      money: await this.moneyOf(project),
      contract: await this.contractOf(rootId),
      instalments: await this.instalmentsOf(rootId),
      stages: await this.stagesOf(rootId),
    };
  }

  private async moneyOf(project: ProjectEntity): Promise<MoneyView> {
    const { manager } = this.dataSource;
    const totals = await this.money.totals(manager, project.rootId);
    return { planned: project.plannedAmount, ...totals, accounts: await this.money.byAccount(manager, project.rootId) };
  }

  private async contractOf(rootId: number): Promise<ContractView | null> {
    const contract = await this.dataSource.manager.findOneBy(ContractEntity, { rootId });
    if (!contract) return null;
    const { id: _id, rootId: _root, signedAt: _signedAt, ...view } = contract;
    return view;
  }

  private async instalmentsOf(rootId: number): Promise<InstalmentView[]> {
    const all = await this.dataSource.manager.find(InstalmentEntity, { where: { rootId }, order: { number: 'ASC' } });
    return all.map(({ id: _id, rootId: _root, approvedBy: _approvedBy, ...view }) => view);
  }

  private async stagesOf(rootId: number): Promise<StageEntryView[]> {
    const entries = await this.dataSource.manager.find(StageEntryEntity, { where: { rootId }, order: { id: 'ASC' } });
    return entries.map(({ stage, enteredAt }) => ({ stage, enteredAt }));
  }

  private organisationName(id: number | null): string | null {
    return id === null ? null : (this.directory.byId(id)?.name ?? null);
  }

  private divisionName(code: string | null): string | null {
    return code !== null && this.divisions.has(code) ? this.divisions.name(code) : null;
  }
}
