import { Injectable } from '@nestjs/common';
import type { Problem } from '#libs/kernel';
import { DirectoriesConfig } from '#libs/platform';
import { EffectRegistry } from '../effects/effect.registry.js';
import { ViewRegistry } from '../views/view.registry.js';
import type { FormSource } from '../definitions/form.source.js';
import { DirectoryStaffing } from './lint/directory.staffing.js';
import { lintSource } from './lint/lint-definitions.js';
import { PublishedDefinitions } from './published.definitions.js';

/** A source that is to be proven. */
export interface GateQuestion {
  readonly source: string;
  /** Name for messages. */
  readonly file: string;
  readonly forms?: readonly FormSource[];
  /** Whether the people that there are must be able to do it: not yet when an installation is set up. */
  readonly isStaffed?: boolean;
}

/** Nobody has a role that does not exist: that is said once. */
const UNSTAFFED = 'unstaffed-duties';

/** The publish gate over one source, with the names, forms, laws, regional values and people of this installation. */
@Injectable()
export class PublishGate {
  constructor(
    private readonly published: PublishedDefinitions,
    private readonly effects: EffectRegistry,
    private readonly views: ViewRegistry,
    private readonly directories: DirectoriesConfig,
    private readonly staffing: DirectoryStaffing,
  ) {}

  async findings({ source, file, forms = [], isStaffed = true }: GateQuestion): Promise<readonly Problem[]> {
    const { workflowsDir, configDir, regionsDir } = this.directories;
    const names = { effects: this.effects.names(), views: this.views.names() };
    const processes = (await this.published.all()).map(({ definition }) => definition.process);
    const input = { workflowsDir, configDir, regionsDir, names, processes, forms };
    const found = lintSource(source, file, {
      ...input,
      ...(isStaffed && { staffingOf: (relations: readonly string[]) => this.staffing.of(relations) }),
    });
    return found.some(({ code }) => code === 'unknown-role') ? found.filter(({ code }) => code !== UNSTAFFED) : found;
  }
}
