import { Environment } from './environment.js';

/** Demo data (演示数据): invented people and organisations in real divisions. */
export class DemoConfig {
  /** SANSHE_DEMO_PASSWORD: password of every demo account. */
  readonly password: string;

  constructor(environment: Environment = new Environment()) {
    this.password = environment.text('SANSHE_DEMO_PASSWORD', 'Sanshe-Demo-2026');
  }
}
