import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf, type PageQuery } from '#libs/platform';
import { DataSource, In, LessThan } from 'typeorm';
import { ResponseEntity } from '../response/response.entity.js';
import { RoundEntity } from '../round/round.entity.js';
import { roundView } from './procurement.reader.js';
import type { OpportunityView, OwnResponseView } from './procurement.view.js';

/** What a supplier may know without being a party: announced rounds, and its own responses. */
@Injectable()
export class OpportunityReader {
  constructor(private readonly dataSource: DataSource) {}

  async announced(organisationId: number, { limit, after }: PageQuery): Promise<Page<OpportunityView>> {
    const { manager } = this.dataSource;
    const below = after === undefined ? {} : { instanceId: LessThan(keyOf(after)) };
    const where = { status: 'announced' as const, ...below };
    const rounds = await manager.find(RoundEntity, { where, order: { instanceId: 'DESC' }, take: limit + 1 });
    const own = await this.respondedTo(organisationId, rounds);
    const page = pageOf(rounds, limit, (round) => [round.instanceId]);
    return {
      ...page,
      items: page.items.map((round) => ({ ...roundView(round), hasResponded: own.has(round.instanceId) })),
    };
  }

  async own(organisationId: number, { limit, after }: PageQuery): Promise<Page<OwnResponseView>> {
    const { manager } = this.dataSource;
    const below = after === undefined ? {} : { id: LessThan(keyOf(after)) };
    const where = { organisationId, ...below };
    const responses = await manager.find(ResponseEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
    const rounds = await manager.findBy(RoundEntity, { instanceId: In(responses.map(({ instanceId }) => instanceId)) });
    const page = pageOf(responses, limit, (response) => [response.id]);
    return { ...page, items: page.items.flatMap((response) => ownViews(response, rounds)) };
  }

  private async respondedTo(organisationId: number, rounds: readonly RoundEntity[]): Promise<ReadonlySet<number>> {
    const where = { organisationId, instanceId: In(rounds.map(({ instanceId }) => instanceId)) };
    const responses = await this.dataSource.manager.findBy(ResponseEntity, where);
    return new Set(responses.map(({ instanceId }) => instanceId));
  }
}

function ownViews(response: ResponseEntity, rounds: readonly RoundEntity[]): OwnResponseView[] {
  const round = rounds.find(({ instanceId }) => instanceId === response.instanceId);
  if (!round) return [];
  const { id, rootId, price, respondedAt } = response;
  return [{ id, rootId, price, respondedAt, title: round.title, roundStatus: round.status }];
}

function keyOf(cursor: string): number {
  return Number(decodeCursor(cursor, 1)[0]);
}
