import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '#libs/identity';
import { decodeCursor, type Page, pageOf } from '#libs/platform';
import { DataSource, type FindOptionsWhere, LessThan } from 'typeorm';
import { NoticeEntity } from './notice.entity.js';
import { UnknownNoticeError } from './notice.error.js';
import type { NoticeQuery } from './notice.query.js';
import type { NoticeSummaryView, NoticeView } from './notice.view.js';

/** Reads what is public. */
@Injectable()
export class NoticeReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
  ) {}

  /** Newest first, in pages by time and id. */
  async list({ limit, after, kind }: NoticeQuery): Promise<Page<NoticeSummaryView>> {
    const ofKind = kind === undefined ? {} : { kind };
    const where = after === undefined ? ofKind : below(after, ofKind);
    const order = { publishedAt: 'DESC', id: 'DESC' } as const;
    const notices = await this.dataSource.manager.find(NoticeEntity, { where, order, take: limit + 1 });
    const page = pageOf(notices, limit, ({ publishedAt, id }) => [publishedAt.getTime(), id]);
    return { ...page, items: page.items.map((notice) => this.summary(notice)) };
  }

  async byId(id: number): Promise<NoticeView> {
    const notice = await this.dataSource.manager.findOneBy(NoticeEntity, { id });
    if (!notice) throw new UnknownNoticeError(id);
    return { ...this.summary(notice), body: notice.body };
  }

  private summary({ id, kind, title, publisherId, publishedAt }: NoticeEntity): NoticeSummaryView {
    const publisher = publisherId === null ? null : (this.directory.byId(publisherId)?.name ?? null);
    return { id, kind, title, publisher, publishedAt };
  }
}

function below(cursor: string, ofKind: FindOptionsWhere<NoticeEntity>): FindOptionsWhere<NoticeEntity>[] {
  const [time, id] = decodeCursor(cursor, 2).map(Number);
  const publishedAt = new Date(time ?? 0);
  return [
    { ...ofKind, publishedAt: LessThan(publishedAt) },
    { ...ofKind, publishedAt, id: LessThan(id ?? 0) },
  ];
}
