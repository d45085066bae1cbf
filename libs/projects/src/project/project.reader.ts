import { Injectable } from '@nestjs/common';
import { CaseReader } from '#libs/engine';
import { type Caller, scopeOf } from '#libs/identity';
import { decodeCursor, type Page, pageOf } from '#libs/platform';
import { DataSource, type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { ProjectEntity } from './project.entity.js';
import { UnknownProjectError } from './project.error.js';
import type { ProjectQuery } from './project.query.js';

/** Reads projects as far as a caller may see them. */
@Injectable()
export class ProjectReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cases: CaseReader,
  ) {}

  async byId(rootId: number, manager: EntityManager = this.dataSource.manager): Promise<ProjectEntity> {
    const project = await manager.findOneBy(ProjectEntity, { rootId });
    if (!project) throw new UnknownProjectError(rootId);
    return project;
  }

  /** Newest first. */
  async page(caller: Caller, query: ProjectQuery): Promise<Page<ProjectEntity>> {
    const after = query.after === undefined ? null : Number(decodeCursor(query.after, 1)[0]);
    const rows = await this.visible(caller, query, after);
    return pageOf(rows, query.limit, (row) => [row.rootId]);
  }

  /** As the engine decides what a caller may see: by area, or as a party, whatever the area. */
  private async visible(caller: Caller, query: ProjectQuery, after: number | null): Promise<ProjectEntity[]> {
    const scope = scopeOf(caller);
    if (scope.kind === 'all') return this.select(query, after, '').getMany();
    const asParty = await this.ofParty(caller.organisationId, query, after);
    if (scope.kind === 'party') return asParty;
    const inArea = await this.select(query, after, scope.prefix).getMany();
    return newestFirst([...inArea, ...asParty]);
  }

  private select(query: ProjectQuery, after: number | null, prefix: string): SelectQueryBuilder<ProjectEntity> {
    const select = this.dataSource.manager
      .createQueryBuilder(ProjectEntity, 'project')
      .orderBy('project.root_id', 'DESC')
      .limit(query.limit + 1);
    if (prefix !== '') select.andWhere('project.division_code LIKE :prefix', { prefix: `${prefix}%` });
    if (after !== null) select.andWhere('project.root_id < :after', { after });
    if (query.stage !== undefined) select.andWhere('project.stage = :stage', { stage: query.stage });
    if (query.status !== undefined) select.andWhere('project.status = :status', { status: query.status });
    return select;
  }

  /** Parties are known to the engine alone, so filters are applied to the pages it gives, until one page is full. */
  private async ofParty(organisationId: number, query: ProjectQuery, from: number | null): Promise<ProjectEntity[]> {
    const found: ProjectEntity[] = [];
    const size = query.limit + 1;
    for (let after = from; found.length < size; ) {
      const ids = await this.cases.rootsOfParty(organisationId, { kind: 'project', after, limit: size });
      const last = ids.at(-1);
      if (last === undefined) break;
      found.push(...(await this.matching(ids, query)));
      after = last;
      if (ids.length < size) break;
    }
    return found.slice(0, size);
  }

  private matching(ids: readonly number[], query: ProjectQuery): Promise<ProjectEntity[]> {
    const { stage, status } = query;
    return this.dataSource.manager.find(ProjectEntity, {
      where: {
        rootId: In([...ids]),
        ...(stage === undefined ? {} : { stage }),
        ...(status === undefined ? {} : { status }),
      },
      order: { rootId: 'DESC' },
    });
  }
}

/** Both lists begin with their newest, so the newest of both are all there. */
function newestFirst(projects: readonly ProjectEntity[]): ProjectEntity[] {
  const byId = new Map(projects.map((project) => [project.rootId, project]));
  return [...byId.values()].sort((a, b) => b.rootId - a.rootId);
}
