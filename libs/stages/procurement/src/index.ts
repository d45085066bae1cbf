export { ProcurementModule } from './procurement.module.js';
export { procurementSchema } from './procurement.schema.js';
