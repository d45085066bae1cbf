import { DefinitionPublisher } from './definition.publisher.js';
import { DefinitionRetirer } from './definition.retirer.js';
import { DirectoryStaffing } from './lint/directory.staffing.js';
import { PublishGate } from './publish.gate.js';
import { PublishedDefinitions } from './published.definitions.js';

/** What puts definitions on record, and reads the record. */
export const PUBLISHING = [
  PublishedDefinitions,
  DirectoryStaffing,
  PublishGate,
  DefinitionPublisher,
  DefinitionRetirer,
];
