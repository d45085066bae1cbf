import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '#libs/platform';
import { DataSource, Like, MoreThan } from 'typeorm';
import { DivisionTree } from '../divisions/division.tree.js';
import { UserNumbers } from '../personal-data/user.numbers.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import type { Caller } from '../session/caller.js';
import { AccountDocument } from './account-document.entity.js';
import { AccountDocumentStore } from './account-document.store.js';
import type { ReviewQuery } from './account-request.dto.js';
import { AccountRequest } from './account-request.entity.js';
import { AccountRequestRules } from './account-request.rules.js';
import type { AccountRequestView, DocumentView, ReviewView } from './account-request.view.js';

/** Puts requests for an account into words, for applicants and for reviewers. */
@Injectable()
export class AccountRequestReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly documents: AccountDocumentStore,
    private readonly rules: AccountRequestRules,
    private readonly numbers: UserNumbers,
    private readonly divisions: DivisionTree,
    private readonly catalogue: RoleCatalogue,
  ) {}

  /** Requests of the caller's place, the oldest first. */
  async page(caller: Caller, { status, limit, after }: ReviewQuery): Promise<Page<ReviewView>> {
    const division = this.rules.reviewedDivision(caller);
    if (division === null) return { items: [], next: null };
    const behind = after === undefined ? {} : { id: MoreThan(Number(decodeCursor(after, 1)[0])) };
    const rows = await this.dataSource.manager.find(AccountRequest, {
      where: { status, divisionCode: Like(`${division}%`), ...behind },
      order: { id: 'ASC' },
      take: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [Number(row.id)]);
    return { items: await Promise.all(page.items.map((row) => this.review(row))), next: page.next };
  }

  find(id: number): Promise<AccountRequest | null> {
    return this.dataSource.manager.findOneBy(AccountRequest, { id });
  }

  async status(request: AccountRequest): Promise<AccountRequestView> {
    const { receipt, organisationName, status, reason, createdAt, reviewedAt } = request;
    const documents = await this.documents.list(Number(request.id));
    return {
      ...{ receipt, organisationName, status, reason },
      createdAt: createdAt.toISOString(),
      reviewedAt: reviewedAt?.toISOString() ?? null,
      documents: documents.map(documentView),
    };
  }

  private async review(request: AccountRequest): Promise<ReviewView> {
    const { creditCode, kind, divisionCode, contactName, email } = request;
    return {
      ...(await this.status(request)),
      ...{ creditCode, kind, divisionCode, contactName, email },
      id: Number(request.id),
      kindTitle: this.catalogue.titleOfKind(kind).zh,
      divisionName: this.divisions.fullName(divisionCode),
      ...this.numbers.masked(request),
    };
  }
}

export function documentView({ id, name, size, mediaType }: AccountDocument): DocumentView {
  return { id: Number(id), name, size, mediaType };
}
