import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { nameOf } from '../administration/user.writer.js';
import { ResetCodeIssuer } from '../credentials/reset-code.issuer.js';
import type { Deed } from '../operation-log/deed.js';
import { OperationJournal } from '../operation-log/operation.journal.js';
import { nextRevision } from '../organisations/directory.loader.js';
import type { ImportPlan } from './import.plan.js';
import { ImportRows } from './import.rows.js';

/** A login that came into being; the code is shown once. */
export interface ImportedAccount {
  readonly login: string;
  readonly name: string;
  readonly code: string;
  readonly expiresAt: Date;
}

/** Writes a plan in one transaction and in batches: thousands of rows are a few statements. */
@Injectable()
export class ImportWriter {
  constructor(
    private readonly rows: ImportRows,
    private readonly codes: ResetCodeIssuer,
    private readonly journal: OperationJournal,
  ) {}

  async write(manager: EntityManager, deed: Deed, { organisations, users, problems }: ImportPlan) {
    const revision = await nextRevision(manager);
    const organisationIds = await this.rows.insertOrganisations(manager, organisations, revision);
    const userIds = await this.rows.insertUsers(manager, users, revision);
    await this.rows.requestRoles(manager, deed, users, userIds);
    const issued = await this.codes.issueAll(manager, [...userIds.values()], deed.caller.userId);
    await this.journal.writeAll(manager, deed, [
      {
        operation: 'imported',
        subject: { kind: 'import', id: null, name: `${organisations.length}个单位、${users.length}个用户` },
        after: { organisations: organisations.length, users: users.length, problems: problems.length },
      },
      ...organisations.map(({ creditCode, name, kind, divisionCode }) => ({
        operation: 'organisation-created' as const,
        subject: { kind: 'organisation' as const, id: organisationIds.get(creditCode) ?? null, name },
        after: { creditCode, name, kind, divisionCode },
      })),
      ...users.map((user) => ({
        operation: 'user-created' as const,
        subject: { kind: 'user' as const, id: userIds.get(user.login) ?? null, name: nameOf(user) },
        after: { login: user.login, name: user.name, roles: user.roles },
      })),
    ]);
    return users.flatMap(({ login, name }): ImportedAccount[] => {
      const code = issued.get(userIds.get(login) ?? 0);
      return code ? [{ login, name, ...code }] : [];
    });
  }
}
