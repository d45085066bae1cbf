import { MigrationLook } from './migration.look.js';
import { MigrationPlanner } from './migration.planner.js';
import { MigrationWriter } from './migration.writer.js';
import { StandingReader } from './standing.reader.js';

/** What plans and writes a move to another version, below its commands. */
export const MIGRATING = [MigrationLook, MigrationPlanner, MigrationWriter, StandingReader];
