import type { EntityManager } from 'typeorm';
import { NoticeEntity } from './notice/notice.entity.js';

let nextId = 1;

/** A published notice, valid by default. */
export class NoticeBuilder {
  private readonly row: Partial<NoticeEntity> = {
    rootId: 1,
    instanceId: 1,
    kind: 'award-notice',
    title: '成交公告',
    body: '成交公告正文。',
    publisherId: null,
    publishedAt: new Date('2026-04-20T02:00:00.000Z'),
  };

  with(change: Partial<NoticeEntity>): this {
    Object.assign(this.row, change);
    return this;
  }

  async insert(manager: EntityManager): Promise<number> {
    const id = nextId++;
    await manager.insert(NoticeEntity, { ...this.row, id });
    return id;
  }
}
export const aNotice = (): NoticeBuilder => new NoticeBuilder();
