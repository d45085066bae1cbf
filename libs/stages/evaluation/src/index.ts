export { EvaluationModule } from './evaluation.module.js';
export { evaluationSchema } from './evaluation.schema.js';
