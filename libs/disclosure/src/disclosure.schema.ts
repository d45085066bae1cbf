import type { LibrarySchema } from '#libs/platform';
import { CreateDisclosure1767227000000 } from './migrations/1767227000000-create-disclosure.migration.js';
import { NoticeEntity } from './notice/notice.entity.js';

export const disclosureSchema: LibrarySchema = {
  entities: [NoticeEntity],
  migrations: [CreateDisclosure1767227000000],
  appendOnly: ['disclosure_notice'],
};
