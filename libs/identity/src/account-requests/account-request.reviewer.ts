import { Injectable } from '@nestjs/common';
import { SystemClock } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { OpenedAccount } from '../administration/account.opener.js';
import { DirectoryEditor } from '../administration/directory.editor.js';
import type { Deed } from '../operation-log/deed.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import type { Caller } from '../session/caller.js';
import { AccountEstablisher } from './account.establisher.js';
import { AccountRequest } from './account-request.entity.js';
import { AccountRequestDecidedError, UnknownAccountRequestError } from './account-request.error.js';
import { AccountRequestRules } from './account-request.rules.js';

export interface ApprovedAccount extends OpenedAccount {
  readonly login: string;
}

/** Decides on requests for an account (开户审核), once, for the place that the caller answers for. */
@Injectable()
export class AccountRequestReviewer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly rules: AccountRequestRules,
    private readonly establisher: AccountEstablisher,
    private readonly clock: SystemClock,
  ) {}

  /** The organisation and its first user come into being; the code is handed over by the reviewer. */
  async approve(deed: Deed, id: number): Promise<ApprovedAccount> {
    const opened = await this.dataSource.transaction(async (manager) => {
      const request = await this.take(manager, deed.caller, id);
      const editor = await DirectoryEditor.begin(manager);
      const account = await this.establisher.establish(manager, deed, request, editor);
      await this.close(manager, deed, request, {
        status: 'approved',
        organisationId: account.organisationId,
        reason: null,
      });
      return account;
    });
    await this.directory.refresh();
    return opened;
  }

  async refuse(deed: Deed, id: number, reason: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const request = await this.take(manager, deed.caller, id);
      await this.close(manager, deed, request, { status: 'refused', organisationId: null, reason });
      await this.establisher.recordRefusal(manager, deed, request, reason);
    });
  }

  /** A request of another place answers like one that does not exist. */
  assertReviews(caller: Caller, request: AccountRequest | null): asserts request is AccountRequest {
    const division = this.rules.reviewedDivision(caller);
    if (!request || division === null || !request.divisionCode.startsWith(division))
      throw new UnknownAccountRequestError();
  }

  private async take(manager: EntityManager, caller: Caller, id: number): Promise<AccountRequest> {
    const request = await manager.findOne(AccountRequest, { where: { id }, lock: { mode: 'pessimistic_write' } });
    this.assertReviews(caller, request);
    if (request.status !== 'pending') throw new AccountRequestDecidedError();
    return request;
  }

  private async close(
    manager: EntityManager,
    { caller }: Deed,
    { id }: AccountRequest,
    decision: Pick<AccountRequest, 'status' | 'organisationId' | 'reason'>,
  ): Promise<void> {
    const decided = { openCreditCode: null, reviewedBy: caller.userId, reviewedAt: this.clock.now() };
    await manager.update(AccountRequest, { id }, { ...decision, ...decided });
  }
}
