import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { step, type StepEffect } from '#libs/kernel';
import { BusinessClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { actorOf } from '../authority/caller.scope.js';
import { ViewRegistry } from '../views/view.registry.js';
import type { PreviewScope } from './return.preview.js';

/** Takes the step of a return without writing anything. */
@Injectable()
export class PaperStep {
  constructor(
    private readonly dataSource: DataSource,
    private readonly views: ViewRegistry,
    private readonly clock: BusinessClock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** What the process would ask for; nothing where it cannot be sent there now. */
  async take(
    caller: Caller,
    { rootId, instance, bundle, target }: Pick<PreviewScope, 'rootId' | 'instance' | 'bundle' | 'target'>,
  ): Promise<readonly StepEffect[]> {
    const request = { manager: this.dataSource.manager, rootId, instanceId: instance.id };
    const facts = {
      at: this.now().toISOString(),
      actor: actorOf(caller),
      payload: {},
      views: await this.views.load(request, bundle.compiled.definition.views),
      parameters: bundle.content.parameters,
    };
    const outcome = step(bundle.compiled, instance.snapshot, { kind: 'goto', state: target.state }, facts);
    return outcome.ok ? outcome.effects : [];
  }
}
