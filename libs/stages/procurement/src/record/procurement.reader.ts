import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '#libs/identity';
import { DataSource } from 'typeorm';
import { AwardEntity } from '../award/award.entity.js';
import { NeedEntity } from '../need/need.entity.js';
import { findNeed } from '../need/need.repository.js';
import { PanelMemberEntity } from '../panel/panel-member.entity.js';
import { ResponseEntity } from '../response/response.entity.js';
import { RoundEntity } from '../round/round.entity.js';
import { readRanking } from '../score/ranking.reader.js';
import type { AwardView, ProcurementNeedView, ProcurementView, ResponseView, RoundView } from './procurement.view.js';

const NOTHING: ProcurementView = { need: null, round: null, responses: [], panel: [], awards: [] };

/** Reads the newest procurement of a project, sealed where it is sealed. */
@Injectable()
export class ProcurementReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
  ) {}

  async read(rootId: number): Promise<ProcurementView> {
    const { manager } = this.dataSource;
    const newest = await manager.findOne(NeedEntity, { where: { rootId }, order: { instanceId: 'DESC' } });
    if (!newest) return NOTHING;
    const { instanceId } = newest;
    const round = await manager.findOneBy(RoundEntity, { instanceId });
    const isOpened = round !== null && round.openedAt !== null;
    const isAwarded = round?.status === 'awarded';
    return {
      need: await this.need(instanceId),
      round: round && roundView(round),
      responses: isOpened ? await this.responses(instanceId) : [],
      panel: isAwarded ? await this.panel(instanceId) : [],
      awards: await this.awards(instanceId),
    };
  }

  private async need(instanceId: number): Promise<ProcurementNeedView | null> {
    const found = await findNeed(this.dataSource.manager, instanceId);
    if (!found) return null;
    const { serviceContent, serviceStandard, qualification, periodMonths, ceilingPrice, priceWeight } = found.need;
    const criteria = found.criteria.map(({ name, points }) => ({ name, points }));
    return { serviceContent, serviceStandard, qualification, periodMonths, ceilingPrice, priceWeight, criteria };
  }

  private async responses(instanceId: number): Promise<ResponseView[]> {
    const { manager } = this.dataSource;
    const all = await manager.find(ResponseEntity, { where: { instanceId }, order: { id: 'ASC' } });
    const { ranking } = await readRanking(manager, instanceId);
    return all.map(({ id, organisationId, price }) => {
      const place = ranking.findIndex((offer) => offer.responseId === id);
      const { quality = null, priceScore = null, total = null } = ranking[place] ?? {};
      const score = { quality, priceScore, total, place: place < 0 ? null : place + 1 };
      return { id, organisationId, organisation: this.nameOf(organisationId), price, ...score };
    });
  }

  private async panel(instanceId: number): Promise<string[]> {
    const members = await this.dataSource.manager.findBy(PanelMemberEntity, { instanceId, status: 'declared' });
    return members.map(({ userId }) => this.directory.user(userId)?.name ?? String(userId));
  }

  private async awards(instanceId: number): Promise<AwardView[]> {
    const awards = await this.dataSource.manager.find(AwardEntity, { where: { instanceId }, order: { id: 'ASC' } });
    return awards.map(({ organisationId, candidate, price, isSilent, awardedAt, revokedAt }) => {
      const outcome = { candidate, price, isSilent: isSilent === 1, awardedAt, revokedAt };
      return { organisationId, organisation: this.nameOf(organisationId), ...outcome };
    });
  }

  private nameOf(organisationId: number): string {
    return this.directory.byId(organisationId)?.name ?? String(organisationId);
  }
}

export function roundView(round: RoundEntity): RoundView {
  const { instanceId, rootId, number, title, ceilingPrice, status, announcedAt, openedAt } = round;
  return { instanceId, rootId, number, title, ceilingPrice, status, announcedAt, openedAt };
}
