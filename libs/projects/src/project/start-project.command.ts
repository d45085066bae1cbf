import { Injectable } from '@nestjs/common';
import { type RequestFrame, StartRootCommand } from '#libs/engine';
import { type Caller, DivisionTree } from '#libs/identity';
import { MethodCatalog } from './method.catalog.js';
import { PlaceUnknownError } from './project.error.js';
import type { StartProjectDto, StartedProjectView } from './start-project.dto.js';

const LIFECYCLE = 'project.lifecycle';

/** Begins a project of the caller's own organisation; its record is made by the lifecycle's first effect. */
@Injectable()
export class StartProjectCommand {
  constructor(
    private readonly start: StartRootCommand,
    private readonly methods: MethodCatalog,
    private readonly divisions: DivisionTree,
  ) {}

  async execute(
    caller: Caller,
    request: StartProjectDto,
    frame: Partial<RequestFrame> = {},
  ): Promise<StartedProjectView> {
    await this.methods.assertKnown(request.method);
    this.assertPlace('/township', request.township);
    this.assertPlace('/village', request.village);
    const { rootId, instanceId, openedTasks } = await this.start.execute({
      caller,
      process: LIFECYCLE,
      kind: 'project',
      title: request.title,
      purchaserId: caller.organisationId,
      divisionCode: caller.divisionCode,
      input: { method: request.method, plannedAmount: request.plannedAmount },
      payload: {
        title: request.title,
        purchaser: caller.organisationId,
        division: caller.divisionCode,
        township: request.township ?? null,
        village: request.village ?? null,
      },
      ...frame,
    });
    return { id: rootId, instanceId, openedTasks };
  }

  private assertPlace(field: string, code: string | undefined): void {
    if (code !== undefined && !this.divisions.has(code)) throw new PlaceUnknownError(field, code);
  }
}
