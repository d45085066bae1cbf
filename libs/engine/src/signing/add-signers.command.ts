import { Injectable } from '@nestjs/common';
import { BundleStore } from '../definitions/bundle.store.js';
import { FormCheck } from '../commands/form.check.js';
import { UnknownEventError } from '../commands/command.error.js';
import { declaredFor, eventsOf } from '../commands/transition.lookup.js';
import type { CommandResult } from '../instances/case.transaction.js';
import { fieldRights, type RoundOperation, type RoundPerson } from '#libs/kernel';
import { SignerCheck } from './signer.check.js';
import { type OpenDesk, type SeatRequest, SigningDesk } from './signing.desk.js';
import type { HeldAct } from './stored.round.js';
import { VoteTaker } from './vote.taker.js';

export interface AddSignersRequest extends SeatRequest {
  readonly users: readonly number[];
  /** 后加签: what the caller decides, held until the added signers have finished; null for 前加签. */
  readonly act: HeldAct | null;
}

/** 加签: asks more people, before one decides oneself or after. */
@Injectable()
export class AddSignersCommand {
  constructor(
    private readonly desk: SigningDesk,
    private readonly check: SignerCheck,
    private readonly votes: VoteTaker,
    private readonly bundles: BundleStore,
    private readonly forms: FormCheck,
  ) {}

  execute(request: AddSignersRequest): Promise<CommandResult> {
    const { act } = request;
    const word = act ? 'add-after' : 'add-before';
    const build = (desk: OpenDesk) => this.build(desk, request);
    return this.desk.operate(request, {
      word,
      event: word,
      build,
      ...(act && { hold: (desk: OpenDesk) => this.checked(desk, act) }),
    });
  }

  private async build(desk: OpenDesk, { users, act }: AddSignersRequest): Promise<RoundOperation> {
    const signers: RoundPerson[] = [];
    for (const userId of users) signers.push(await this.check.colleague(desk, userId));
    if (!act) return { op: 'addBefore', seat: desk.seat.id, signers, by: desk.signer.userId };
    const task = { ...desk.task, round: desk.stored };
    const vote = this.votes.voteOf({ task, signer: desk.signer }, act.event) ?? 'approve';
    return { op: 'addAfter', seat: desk.seat.id, vote, signers, by: desk.signer.userId };
  }

  /** What is held must be something that the caller could have sent at once. */
  private async checked({ tx, task, signer }: OpenDesk, act: HeldAct): Promise<HeldAct> {
    const { event, payload } = act;
    const bundle = await this.bundles.byHash(tx.instances.get(task.instanceId)?.bundleHash ?? '', tx.manager);
    const own = declaredFor(bundle.compiled, task.state, event).find(({ transition }) => transition.by === undefined);
    if (!own) throw new UnknownEventError(event, eventsOf(bundle.compiled, task.state));
    const spec = bundle.compiled.states.get(task.state)?.task;
    const form = this.forms.formOf(own.transition, spec?.form);
    const rights = fieldRights(spec?.fields, signer.roles);
    return { ...act, payload: await this.forms.check(tx, bundle, { form, payload, rights }) };
  }
}
