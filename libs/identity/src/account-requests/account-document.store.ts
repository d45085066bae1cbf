import type { ReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { FileStore, HttpConfig, IdAllocator, SystemClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { AccountDocument } from './account-document.entity.js';
import { AccountRequest } from './account-request.entity.js';
import {
  AccountRequestDecidedError,
  TooManyDocumentsError,
  UnknownAccountRequestError,
} from './account-request.error.js';

const MOST_DOCUMENTS = 5;

export interface OfferedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** Keeps the scans of requests for an account. */
@Injectable()
export class AccountDocumentStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FileStore,
    private readonly http: HttpConfig,
    private readonly ids: IdAllocator,
    private readonly clock: SystemClock,
  ) {}

  /** While the request waits; the request's row is locked, so that nobody adds to what is being decided. */
  async add(requestId: number, { name, content }: OfferedFile): Promise<AccountDocument> {
    return this.dataSource.transaction(async (manager) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const request = await manager.findOneOrFail(AccountRequest, { where: { id: requestId }, lock });
      if (request.status !== 'pending') throw new AccountRequestDecidedError();
      if ((await manager.countBy(AccountDocument, { requestId })) >= MOST_DOCUMENTS)
        throw new TooManyDocumentsError(MOST_DOCUMENTS);
      const stored = await this.files.put(content, this.http.uploadLimitBytes);
      const document = {
        id: this.ids.next(),
        requestId,
        name: name.slice(0, 255),
        createdAt: this.clock.now(),
        ...stored,
      };
      await manager.insert(AccountDocument, document);
      return document;
    });
  }

  list(requestId: number): Promise<AccountDocument[]> {
    return this.dataSource.manager.find(AccountDocument, { where: { requestId }, order: { id: 'ASC' } });
  }

  async open(requestId: number, id: number): Promise<{ document: AccountDocument; stream: ReadStream }> {
    const document = await this.dataSource.manager.findOneBy(AccountDocument, { id, requestId });
    if (!document) throw new UnknownAccountRequestError();
    return { document, stream: this.files.open(document.sha256) };
  }
}
