import { Injectable } from '@nestjs/common';
import { type Caller, scopeOf } from '#libs/identity';
import { DataSource } from 'typeorm';
import { NotVisibleError } from '../commands/command.error.js';

/** What decides who may see a case. */
export interface CaseBounds {
  readonly divisionCode: string;
  readonly parties: ReadonlyMap<string, readonly number[]>;
}

interface BoundsRow {
  readonly division_code: string;
  readonly purchaser_id: number;
  readonly organisation_id: number | null;
}

/** 可见范围: a county sees its own, a city its counties, the province all, a party its own cases. */
@Injectable()
export class Visibility {
  constructor(private readonly dataSource: DataSource) {}

  sees(caller: Caller, bounds: CaseBounds): boolean {
    const scope = scopeOf(caller);
    if (scope.kind === 'all') return true;
    if (scope.kind === 'division' && bounds.divisionCode.startsWith(scope.prefix)) return true;
    return [...bounds.parties.values()].some((ids) => ids.includes(caller.organisationId));
  }

  async maySee(caller: Caller, rootId: number): Promise<boolean> {
    const rows: BoundsRow[] = await this.dataSource.query(
      `SELECT r.division_code, r.purchaser_id, p.organisation_id FROM engine_root r
       LEFT JOIN engine_party p ON p.root_id = r.id AND p.organisation_id = ? WHERE r.id = ?`,
      [caller.organisationId, rootId],
    );
    const row = rows[0];
    if (!row) return false;
    const own = row.organisation_id === null ? [] : [Number(row.organisation_id)];
    return this.sees(caller, { divisionCode: row.division_code, parties: new Map([['own', own]]) });
  }

  /** Another county's case and a case that does not exist give the same answer. */
  async assertMaySee(caller: Caller, rootId: number): Promise<void> {
    if (!(await this.maySee(caller, rootId))) throw new NotVisibleError('case', rootId);
  }
}
