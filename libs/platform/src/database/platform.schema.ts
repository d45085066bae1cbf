import { CreatePlatform1767225600000 } from './migrations/1767225600000-create-platform.migration.js';
import type { LibrarySchema } from './library.schema.js';

export const platformSchema: LibrarySchema = { entities: [], migrations: [CreatePlatform1767225600000] };
