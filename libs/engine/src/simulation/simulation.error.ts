import { UserError } from '#libs/platform';

/** Thrown while another simulation runs in the same process; the caller waits for its end. */
export class SimulationBusyError extends UserError {
  constructor() {
    super({
      code: 'engine.simulation-busy',
      status: 429,
      zh: '另一项仿真正在运行；请待其结束后再试。',
      en: 'Another simulation is running. Try again when it has ended.',
    });
  }
}
