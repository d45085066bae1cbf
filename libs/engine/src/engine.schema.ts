import type { LibrarySchema } from '#libs/platform';
import { SEALED_DRAFTS } from './drafts/draft.book.js';
import { SEALED_VALUES } from './personal-data/personal.vault.js';
import { CreateDefinition1767225910000 } from './migrations/1767225910000-create-definition.migration.js';
import { CreateDefinitionForm1767226400000 } from './migrations/1767226400000-create-definition-form.migration.js';
import { CreateEngine1767225900000 } from './migrations/1767225900000-create-engine.migration.js';
import { CreatePartyPerson1767225930000 } from './migrations/1767225930000-create-party-person.migration.js';
import { CreateSuspension1767225940000 } from './migrations/1767225940000-create-suspension.migration.js';
import { CreateIntervention1767225960000 } from './migrations/1767225960000-create-intervention.migration.js';
import { CreateSigning1767225950000 } from './migrations/1767225950000-create-signing.migration.js';
import { CreateCommunication1767226010000 } from './migrations/1767226010000-create-communication.migration.js';
import { CreateInbox1767226000000 } from './migrations/1767226000000-create-inbox.migration.js';
import { CreateRecusal1767226100000 } from './migrations/1767226100000-create-recusal.migration.js';
import { IndexDoneOnBehalf1767226110000 } from './migrations/1767226110000-index-done-on-behalf.migration.js';
import { CreateSealedValue1767226500000 } from './migrations/1767226500000-create-sealed-value.migration.js';
import { KeepCounting1767226700000 } from './migrations/1767226700000-keep-counting.migration.js';
import { CreateSupervision1767227400000 } from './migrations/1767227400000-create-supervision.migration.js';
import { NumberChildren1767225920000 } from './migrations/1767225920000-number-children.migration.js';

/** The engine reads and writes its tables by prepared packets, never by entities: see docs/adr. */
export const engineSchema: LibrarySchema = {
  entities: [],
  migrations: [
    CreateEngine1767225900000,
    CreateDefinition1767225910000,
    NumberChildren1767225920000,
    CreatePartyPerson1767225930000,
    CreateSuspension1767225940000,
    CreateSigning1767225950000,
    CreateIntervention1767225960000,
    CreateInbox1767226000000,
    CreateCommunication1767226010000,
    IndexDoneOnBehalf1767226110000,
    CreateRecusal1767226100000,
    CreateDefinitionForm1767226400000,
    CreateSealedValue1767226500000,
    KeepCounting1767226700000,
    CreateSupervision1767227400000,
  ],
  sealed: [SEALED_VALUES, SEALED_DRAFTS],
  appendOnly: [
    'engine_definition_form',
    'engine_history',
    'engine_history_payload',
    'engine_timer_firing',
    'engine_bundle',
    'engine_once',
    'engine_vote',
    'engine_message',
    'engine_receipt',
  ],
};
