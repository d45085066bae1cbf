import { Injectable } from '@nestjs/common';
import type { CommandResult } from '../instances/case.transaction.js';
import { DecideInterventionCommand, type DecideRequest } from './decide-intervention.command.js';
import { InterventionAuthority } from './intervention.authority.js';
import type { Intervention } from './intervention.js';
import { ProposeInterventionCommand, type ProposeRequest } from './propose-intervention.command.js';

/** 干预: both persons must be of the purchaser or above it. */
@Injectable()
export class InterventionDesk {
  constructor(
    private readonly authority: InterventionAuthority,
    private readonly proposal: ProposeInterventionCommand,
    private readonly decision: DecideInterventionCommand,
  ) {}

  async propose(request: ProposeRequest): Promise<Intervention> {
    await this.authority.assertMayIntervene(request.caller, request.rootId);
    return this.proposal.execute(request);
  }

  async decide(request: DecideRequest): Promise<CommandResult> {
    await this.authority.assertMayIntervene(request.caller, request.rootId);
    return this.decision.execute(request);
  }
}
