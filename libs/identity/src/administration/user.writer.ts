import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Deed } from '../operation-log/deed.js';
import { type LoggedValues, OperationJournal } from '../operation-log/operation.journal.js';
import type { UserRecord } from '../organisations/directory.records.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { type PersonalNumbers, UserNumbers } from '../personal-data/user.numbers.js';
import { User, type UserStatus } from '../users/user.entity.js';
import { AccountOpener, type OpenedAccount } from './account.opener.js';
import { DirectoryEditor } from './directory.editor.js';

export interface PersonDraft extends PersonalNumbers {
  readonly login: string;
  readonly name: string;
  readonly email: string | null;
  readonly organisationId: number;
}

/** What is not named stays; null takes away. */
export type PersonChange = Partial<Pick<PersonDraft, 'name' | 'email' | 'phone' | 'idNumber'>>;

export interface StatusChange {
  readonly user: UserRecord;
  readonly status: UserStatus;
  readonly reason: string;
}

/** Writes users with their lines in the operation log, inside the caller's transaction. */
@Injectable()
export class UserWriter {
  constructor(
    private readonly directory: OrganisationDirectory,
    private readonly opener: AccountOpener,
    private readonly numbers: UserNumbers,
    private readonly journal: OperationJournal,
  ) {}

  async open(manager: EntityManager, deed: Deed, draft: PersonDraft, editor: DirectoryEditor): Promise<OpenedAccount> {
    const { phone, idNumber, ...person } = draft;
    const account = { ...person, ...this.numbers.seal({ phone, idNumber }) };
    const opened = await this.opener.open(manager, editor, account, deed.caller.userId);
    await this.journal.write(manager, deed, {
      operation: 'user-created',
      subject: { kind: 'user', id: opened.userId, name: nameOf(draft) },
      after: this.logged({ ...account, status: 'active' }),
    });
    return opened;
  }

  async change(
    manager: EntityManager,
    deed: Deed,
    { user, change }: { readonly user: UserRecord; readonly change: PersonChange },
  ): Promise<void> {
    const editor = await DirectoryEditor.begin(manager);
    const before = await manager.findOneByOrFail(User, { id: user.id });
    const after = { ...before, ...this.columnsOf(before, change) };
    await editor.changeUser(user.id, this.columnsOf(before, change));
    await this.journal.write(manager, deed, {
      operation: 'user-changed',
      subject: { kind: 'user', id: user.id, name: nameOf(user) },
      before: this.logged(before),
      after: this.logged(after),
    });
  }

  async setStatus(manager: EntityManager, deed: Deed, { user, status, reason }: StatusChange): Promise<void> {
    const editor = await DirectoryEditor.begin(manager);
    await editor.changeUser(user.id, { status });
    await this.journal.write(manager, deed, {
      operation: status === 'active' ? 'user-enabled' : 'user-disabled',
      subject: { kind: 'user', id: user.id, name: nameOf(user) },
      before: { status: user.status },
      after: { status },
      reason,
    });
  }

  private columnsOf(before: User, { name, email, phone, idNumber }: PersonChange): Partial<User> {
    const kept = {
      phone: this.numbers.open('phone', before.sealedPhone),
      idNumber: this.numbers.open('idNumber', before.sealedIdNumber),
    };
    const isPersonal = phone !== undefined || idNumber !== undefined;
    return {
      ...(name !== undefined && { name }),
      ...(email !== undefined && { email }),
      ...(isPersonal &&
        this.numbers.seal({
          phone: phone === undefined ? kept.phone : phone,
          idNumber: idNumber === undefined ? kept.idNumber : idNumber,
        })),
    };
  }

  private logged(
    user: Pick<User, 'login' | 'name' | 'email' | 'organisationId' | 'status' | 'sealedPhone' | 'sealedIdNumber'>,
  ): LoggedValues {
    const { login, name, email, status } = user;
    const organisation = this.directory.byId(Number(user.organisationId))?.name ?? null;
    return { login, name, email, status, organisation, ...this.numbers.masked(user) };
  }
}

export function nameOf({ name, login }: { readonly name: string; readonly login: string }): string {
  return `${name}（${login}）`;
}
