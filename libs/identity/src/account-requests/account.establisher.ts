import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OpenedAccount } from '../administration/account.opener.js';
import type { DirectoryEditor } from '../administration/directory.editor.js';
import { OrganisationWriter } from '../administration/organisation.writer.js';
import { UserWriter } from '../administration/user.writer.js';
import type { Deed } from '../operation-log/deed.js';
import { OperationJournal } from '../operation-log/operation.journal.js';
import { UserNumbers } from '../personal-data/user.numbers.js';
import type { AccountRequest } from './account-request.entity.js';
import { AccountRequestRules } from './account-request.rules.js';

/** Makes an organisation and its first user out of a request that was approved. */
@Injectable()
export class AccountEstablisher {
  constructor(
    private readonly organisations: OrganisationWriter,
    private readonly users: UserWriter,
    private readonly numbers: UserNumbers,
    private readonly rules: AccountRequestRules,
    private readonly journal: OperationJournal,
  ) {}

  /** The login is the credit code: nobody else can have it, and nobody can try out which logins there are. */
  async establish(
    manager: EntityManager,
    deed: Deed,
    request: AccountRequest,
    editor: DirectoryEditor,
  ): Promise<OpenedAccount & { readonly organisationId: number; readonly login: string }> {
    const { creditCode, organisationName: name, kind, divisionCode } = request;
    const draft = { creditCode, name, kind, divisionCode };
    const organisationId = await this.organisations.insert(manager, deed, draft, editor);
    const login = creditCode.toLowerCase();
    const person = {
      login,
      name: request.contactName,
      email: request.email,
      organisationId,
      phone: this.numbers.open('phone', request.sealedPhone),
      idNumber: this.numbers.open('idNumber', request.sealedIdNumber),
    };
    const opened = await this.users.open(manager, deed, person, editor);
    await editor.setRoles(opened.userId, this.rules.rolesFor(kind));
    await this.journal.write(manager, deed, {
      operation: 'account-approved',
      subject: subjectOf(request),
      after: { login, roles: this.rules.rolesFor(kind) },
    });
    return { ...opened, organisationId, login };
  }

  recordRefusal(manager: EntityManager, deed: Deed, request: AccountRequest, reason: string): Promise<void> {
    return this.journal.write(manager, deed, { operation: 'account-refused', subject: subjectOf(request), reason });
  }
}

function subjectOf({ id, organisationName: name }: AccountRequest) {
  return { kind: 'account-request', id: Number(id), name } as const;
}
