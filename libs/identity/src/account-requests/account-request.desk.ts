import { Injectable } from '@nestjs/common';
import { IdAllocator, SystemClock } from '#libs/platform';
import { DataSource, QueryFailedError } from 'typeorm';
import { SecretDigest } from '../credentials/secret.digest.js';
import { UserNumbers } from '../personal-data/user.numbers.js';
import type { Origin } from '../session/origin.js';
import type { AccountRequestDto } from './account-request.dto.js';
import { AccountRequest } from './account-request.entity.js';
import { AccountRequestPendingError, UnknownAccountRequestError } from './account-request.error.js';
import { AccountRequestRules } from './account-request.rules.js';

const RECEIPT_GROUPS = 3;

/** Takes requests for an account (开户申请) from people who have no login, and finds them again by their receipt. */
@Injectable()
export class AccountRequestDesk {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: AccountRequestRules,
    private readonly numbers: UserNumbers,
    private readonly digest: SecretDigest,
    private readonly ids: IdAllocator,
    private readonly clock: SystemClock,
  ) {}

  /** Answers the receipt. */
  async take(dto: AccountRequestDto, { ip }: Origin): Promise<string> {
    this.rules.assertMayAsk(dto);
    const { phone, idNumber, email = null, ...said } = dto;
    const { sealedPhone, sealedIdNumber } = this.numbers.seal({ phone, idNumber });
    const receipt = this.digest.newCode(RECEIPT_GROUPS);
    await this.insert({
      ...said,
      id: this.ids.next(),
      receipt,
      openCreditCode: dto.creditCode,
      email,
      sealedPhone: sealedPhone ?? '',
      sealedIdNumber: sealedIdNumber ?? '',
      status: 'pending',
      reason: null,
      reviewedBy: null,
      reviewedAt: null,
      organisationId: null,
      createdAt: this.clock.now(),
      ip,
    });
    return receipt;
  }

  async byReceipt(receipt: string): Promise<AccountRequest> {
    const request = await this.dataSource.manager.findOneBy(AccountRequest, { receipt: receipt.toUpperCase() });
    if (!request) throw new UnknownAccountRequestError();
    return request;
  }

  private async insert(request: AccountRequest): Promise<void> {
    try {
      await this.dataSource.manager.insert(AccountRequest, request);
    } catch (error) {
      if (error instanceof QueryFailedError && error.message.includes('open_credit_code'))
        throw new AccountRequestPendingError();
      throw error;
    }
  }
}
