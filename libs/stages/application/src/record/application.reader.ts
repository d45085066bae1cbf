import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '#libs/identity';
import { DataSource, type EntityManager } from 'typeorm';
import { DecisionEntity } from '../decision/decision.entity.js';
import { NeedEntity } from '../need/need.entity.js';
import { NeedAnswerEntity } from '../need/need-answer.entity.js';
import { NeedNumberEntity } from '../need/need-number.entity.js';
import { OpinionEntity } from '../opinion/opinion.entity.js';
import type { ApplicationView, DecisionView, NeedNumberView, NeedView, OpinionView } from './application.view.js';

/** Reads what the application stage has recorded. */
@Injectable()
export class ApplicationReader {
  private readonly manager: EntityManager;

  constructor(
    dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
  ) {
    this.manager = dataSource.manager;
  }

  async byProject(rootId: number): Promise<ApplicationView> {
    return {
      need: await this.latestNeed(rootId),
      opinions: await this.opinions(rootId),
      decision: await this.decision(rootId),
    };
  }

  private async latestNeed(rootId: number): Promise<NeedView | null> {
    const [need] = await this.manager.find(NeedEntity, { where: { rootId }, order: { revision: 'DESC' }, take: 1 });
    if (!need) return null;
    const { id: needId, rootId: _root, submittedBy: _by, ...shown } = need;
    const answers = await this.manager.find(NeedAnswerEntity, { where: { needId }, order: { id: 'ASC' } });
    const numbers = await this.manager.find(NeedNumberEntity, { where: { needId }, order: { id: 'ASC' } });
    return {
      ...shown,
      answers: answers.map(({ question, item, choice, answer }) => ({ question, item, choice, answer })),
      numbers: numbers.map(numberView),
    };
  }

  private async opinions(rootId: number): Promise<OpinionView[]> {
    const rows = await this.manager.find(OpinionEntity, { where: { rootId }, order: { id: 'ASC' } });
    return rows.map(({ id: _id, rootId: _root, organisationId, userId, ...shown }) => ({
      ...shown,
      organisationName: organisationId === null ? null : (this.directory.byId(organisationId)?.name ?? null),
      userName: this.userName(userId),
    }));
  }

  private async decision(rootId: number): Promise<DecisionView | null> {
    const row = await this.manager.findOneBy(DecisionEntity, { rootId });
    if (!row) return null;
    const { id: _id, rootId: _root, userId, ...shown } = row;
    return { ...shown, userName: this.userName(userId) };
  }

  private userName(id: number | null): string | null {
    return id === null ? null : (this.directory.user(id)?.name ?? null);
  }
}

function numberView({ townshipCode, servedCount, staffCount }: NeedNumberEntity): NeedNumberView {
  const servedPerStaff = staffCount === 0 ? null : Math.round((servedCount * 10) / staffCount) / 10;
  return { townshipCode, servedCount, staffCount, servedPerStaff };
}
