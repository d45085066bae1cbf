import { Injectable } from '@nestjs/common';
import { type Caller, OrganisationDirectory, type OrganisationRecord } from '#libs/identity';
import { DataSource } from 'typeorm';
import { Visibility } from '../authority/visibility.js';
import { NotVisibleError } from '../commands/command.error.js';
import { InterventionForbiddenError } from './intervention.error.js';

/** Who may intervene: people of the purchaser, or of its superiors of the same kind; the permission is asked before. */
@Injectable()
export class InterventionAuthority {
  constructor(
    private readonly dataSource: DataSource,
    private readonly visibility: Visibility,
    private readonly directory: OrganisationDirectory,
  ) {}

  async assertMayIntervene(caller: Caller, rootId: number): Promise<void> {
    await this.visibility.assertMaySee(caller, rootId);
    const purchaser = await this.purchaserOf(rootId);
    if (!isOwnOrBelow(caller, purchaser)) throw new InterventionForbiddenError(purchaser.name);
  }

  async mayIntervene(caller: Caller, rootId: number): Promise<boolean> {
    if (!(await this.visibility.maySee(caller, rootId))) return false;
    return isOwnOrBelow(caller, await this.purchaserOf(rootId));
  }

  private async purchaserOf(rootId: number): Promise<OrganisationRecord> {
    const rows: { purchaser_id: number }[] = await this.dataSource.query(
      'SELECT purchaser_id FROM engine_root WHERE id = ?',
      [rootId],
    );
    const [row] = rows;
    if (!row) throw new NotVisibleError('case', rootId);
    return this.directory.get(Number(row.purchaser_id));
  }
}

function isOwnOrBelow(caller: Caller, purchaser: OrganisationRecord): boolean {
  const isBelow = purchaser.kind === caller.organisationKind && purchaser.divisionCode.startsWith(caller.divisionCode);
  return purchaser.id === caller.organisationId || isBelow;
}
