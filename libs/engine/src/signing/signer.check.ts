import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '#libs/identity';
import type { RoundPerson } from '#libs/kernel';
import { TaskGate } from '../authority/task.gate.js';
import type { OpenDesk } from './signing.desk.js';
import { SignerRefusedError } from './signing.error.js';

/** Whether a person may be given a part in a round: in service, fit for it, and not kept apart by an earlier duty. */
@Injectable()
export class SignerCheck {
  constructor(
    private readonly directory: OrganisationDirectory,
    private readonly gate: TaskGate,
  ) {}

  /** Takes the seat over: same organisation, same role. */
  async successor(desk: OpenDesk, userId: number): Promise<RoundPerson> {
    const user = this.inService(desk, userId);
    const { organisationId, role } = desk.seat;
    if (user.organisationId !== organisationId) throw new SignerRefusedError('outside', user.name);
    if (!user.roles.includes(role)) throw new SignerRefusedError('without-role', user.name);
    await this.assertImpartial(desk, user);
    return { userId, organisationId, role };
  }

  /** Is asked beside the seat: anybody of the organisations that take part in the case. */
  async colleague(desk: OpenDesk, userId: number): Promise<RoundPerson> {
    const user = this.inService(desk, userId);
    const { parties, root } = desk.tx;
    const taking = new Set([...parties.values()].flat().concat(root.purchaserId, desk.seat.organisationId));
    const [role] = user.roles;
    if (!taking.has(user.organisationId) || role === undefined) throw new SignerRefusedError('outside', user.name);
    await this.assertImpartial(desk, user);
    const sameRole = user.roles.includes(desk.seat.role) ? desk.seat.role : role;
    return { userId, organisationId: user.organisationId, role: sameRole };
  }

  /** Not the one whose seat it is: a head may hand what a colleague leaves behind to itself. */
  private inService({ signer }: OpenDesk, userId: number) {
    const user = this.directory.user(userId);
    if (!user) throw new SignerRefusedError('unknown', String(userId));
    if (user.status !== 'active') throw new SignerRefusedError('inactive', user.name);
    if (userId === signer.userId) throw new SignerRefusedError('oneself', user.name);
    return user;
  }

  private async assertImpartial(
    { tx, task }: OpenDesk,
    user: { readonly id: number; readonly name: string },
  ): Promise<void> {
    const obstacle = await this.gate.obstacleTo(tx, task, user.id);
    if (obstacle) throw new SignerRefusedError(obstacle, user.name);
  }
}
