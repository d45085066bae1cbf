import type { Act } from './act.js';
import { APPLICATION } from './application.script.js';
import { BUDGETING } from './budgeting.script.js';
import { EVALUATION } from './evaluation.script.js';
import { MONITORING } from './monitoring.script.js';
import { PROCUREMENT } from './procurement.script.js';

/** The whole story of demo project 23, stage by stage. */
export const SCRIPT: readonly Act[] = [...APPLICATION, ...BUDGETING, ...PROCUREMENT, ...MONITORING, ...EVALUATION];

/** Acts to be played in all. */
export const ACTS_IN_ALL = SCRIPT.reduce((sum, act) => sum + (act.times ?? 1), 0);
