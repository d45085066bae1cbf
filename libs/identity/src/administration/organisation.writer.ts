import { Injectable } from '@nestjs/common';
import { IdAllocator, SystemClock } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { DivisionTree } from '../divisions/division.tree.js';
import type { Deed } from '../operation-log/deed.js';
import { type LoggedValues, OperationJournal } from '../operation-log/operation.journal.js';
import { Organisation, type OrganisationStatus } from '../organisations/organisation.entity.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import { CreditCodeTakenError, UnknownKindError } from './administration.error.js';
import { DirectoryEditor } from './directory.editor.js';

export interface OrganisationDraft {
  readonly creditCode: string;
  readonly name: string;
  readonly kind: string;
  readonly divisionCode: string;
}

/** The credit code is what an organisation is known by, and its kind what its people may do: both stay. */
export type OrganisationChange = Partial<Pick<OrganisationDraft, 'name' | 'divisionCode'>> & {
  readonly status?: OrganisationStatus;
};

/** One change of an organisation, as the log calls it. */
export interface OrganisationWriting {
  readonly operation: 'organisation-changed' | 'organisation-opened' | 'organisation-closed';
  readonly change: OrganisationChange;
  readonly reason: string | null;
}

/** Writes organisations with their lines in the operation log, inside the caller's transaction. */
@Injectable()
export class OrganisationWriter {
  constructor(
    private readonly divisions: DivisionTree,
    private readonly catalogue: RoleCatalogue,
    private readonly journal: OperationJournal,
    private readonly ids: IdAllocator,
    private readonly clock: SystemClock,
  ) {}

  async insert(manager: EntityManager, deed: Deed, draft: OrganisationDraft, editor: DirectoryEditor): Promise<number> {
    const { creditCode, name, kind, divisionCode } = draft;
    this.divisions.get(divisionCode);
    if (!this.catalogue.kindNames.has(kind)) throw new UnknownKindError(kind);
    if (await manager.existsBy(Organisation, { creditCode })) throw new CreditCodeTakenError(creditCode);
    const id = this.ids.next();
    const row = { creditCode, name, kind, divisionCode, status: 'active' } as const;
    await editor.insertOrganisation({ ...row, id, isDemo: false, createdAt: this.clock.now() });
    const subject = { kind: 'organisation', id, name } as const;
    await this.journal.write(manager, deed, { operation: 'organisation-created', subject, after: row });
    return id;
  }

  async change(
    manager: EntityManager,
    deed: Deed,
    id: number,
    { operation, change, reason }: OrganisationWriting,
  ): Promise<void> {
    if (change.divisionCode !== undefined) this.divisions.get(change.divisionCode);
    const editor = await DirectoryEditor.begin(manager);
    const before = await manager.findOneByOrFail(Organisation, { id });
    await editor.changeOrganisation(id, change);
    await this.journal.write(manager, deed, {
      operation,
      subject: { kind: 'organisation', id, name: before.name },
      before: logged(before),
      after: logged({ ...before, ...change }),
      reason,
    });
  }
}

function logged({ creditCode, name, kind, divisionCode, status }: Organisation): LoggedValues {
  return { creditCode, name, kind, divisionCode, status };
}
