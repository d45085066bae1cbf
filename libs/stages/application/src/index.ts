export { ApplicationModule } from './application.module.js';
export { applicationSchema } from './application.schema.js';
