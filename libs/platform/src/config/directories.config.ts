import { join, resolve } from 'node:path';
import { Environment } from './environment.js';

/** Where files are read and kept. */
export class DirectoriesConfig {
  /** SANSHE_DATA_DIR: attachments, content-addressed. */
  readonly dataDir: string;
  /** SANSHE_WORKFLOWS_DIR: process definitions and forms. */
  readonly workflowsDir: string;
  /** SANSHE_CONFIG_DIR: roles, regions, ladders, calendars, laws. */
  readonly configDir: string;
  /** SANSHE_REGIONS_DIR: what provinces, cities and counties set; `regions` below the configuration unless set. */
  readonly regionsDir: string;
  /** SANSHE_WEB_DIR: the built web application. */
  readonly webDir: string;

  constructor(environment: Environment = new Environment()) {
    this.dataDir = resolve(environment.text('SANSHE_DATA_DIR', '.sanshe/data'));
    this.workflowsDir = resolve(environment.text('SANSHE_WORKFLOWS_DIR', 'workflows'));
    this.configDir = resolve(environment.text('SANSHE_CONFIG_DIR', 'config'));
    this.regionsDir = resolve(environment.text('SANSHE_REGIONS_DIR', join(this.configDir, 'regions')));
    this.webDir = resolve(environment.text('SANSHE_WEB_DIR', 'apps/web/dist'));
  }
}
