import { MigrationsController } from '../../migration/http/migrations.controller.js';
import { SimulationsController } from '../../simulation/http/simulations.controller.js';
import { WhatIfController } from '../../whatif/what-if.controller.js';
import { ProcessesController } from './processes.controller.js';

/** 流程: everything that is asked of a definition, from its draft to its last running instance. */
export const PROCESS_CONTROLLERS = [ProcessesController, WhatIfController, SimulationsController, MigrationsController];
