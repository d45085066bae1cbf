import { RecountDeadlinesCommand } from './recount-deadlines.command.js';
import { RecountPlanner } from './recount.planner.js';
import { RecountSurvey } from './recount.survey.js';

/** Counting deadlines again when a holiday notice arrives. */
export const RECOUNTING = [RecountDeadlinesCommand, RecountPlanner, RecountSurvey];
