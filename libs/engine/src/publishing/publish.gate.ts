import { Injectable } from '@nestjs/common';
import type { Problem } from '#libs/kernel';
import { DirectoriesConfig } from '#libs/platform';
import { EffectRegistry } from '../effects/effect.registry.js';
import { ViewRegistry } from '../views/view.registry.js';
import { lintSource } from './lint/lint-definitions.js';
import { PublishedDefinitions } from './published.definitions.js';

/** The publish gate over one source, with the names, forms, laws and regional values of this installation. */
@Injectable()
export class PublishGate {
  constructor(
    private readonly published: PublishedDefinitions,
    private readonly effects: EffectRegistry,
    private readonly views: ViewRegistry,
    private readonly directories: DirectoriesConfig,
  ) {}

  async findings(source: string, file: string): Promise<readonly Problem[]> {
    const { workflowsDir, configDir, regionsDir } = this.directories;
    const names = { effects: this.effects.names(), views: this.views.names() };
    const processes = (await this.published.all()).map(({ definition }) => definition.process);
    return lintSource(source, file, { workflowsDir, configDir, regionsDir, names, processes });
  }
}
