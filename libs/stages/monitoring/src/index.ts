export { MonitoringModule } from './monitoring.module.js';
export { monitoringSchema } from './monitoring.schema.js';
