export { DisclosureModule } from './disclosure.module.js';
export { disclosureSchema } from './disclosure.schema.js';
