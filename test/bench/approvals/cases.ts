import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Caller, OrganisationDirectory } from '#libs/identity';
import { StartRootCommand } from '#libs/engine';
import { PlatformModule } from '#libs/platform';
import { DOMAIN_MODULES, SCHEMAS } from '../../../apps/domain.js';

@Module({ imports: [PlatformModule.forRoot(SCHEMAS), ...DOMAIN_MODULES] })
class BenchModule {}

/** An open case and the task on which its next approval is to be given. */
export interface OpenCase {
  readonly rootId: number;
  taskId: number;
}

/** Opens cases in the name of that login, through the engine itself. */
export async function openCases(login: string, count: number, process = 'bench.approval'): Promise<OpenCase[]> {
  const domain = await NestFactory.createApplicationContext(BenchModule, { logger: ['error'] });
  try {
    const caller = callerOf(domain.get(OrganisationDirectory), login);
    const start = domain.get(StartRootCommand);
    const cases: OpenCase[] = [];
    for (let index = 0; index < count; index += 1) {
      const { rootId, openedTasks } = await start.execute({
        caller,
        process,
        kind: 'bench',
        title: `审批测量 ${index + 1}`,
        purchaserId: caller.organisationId,
        divisionCode: caller.divisionCode,
        input: {},
        payload: {},
      });
      cases.push({ rootId, taskId: openedTasks[0] ?? 0 });
    }
    return cases;
  } finally {
    await domain.close();
  }
}

function callerOf(directory: OrganisationDirectory, login: string): Caller {
  const user = directory.byLogin(login);
  if (!user) throw new RangeError(`no demo account ${login}`);
  const organisation = directory.get(user.organisationId);
  return {
    userId: user.id,
    organisationId: user.organisationId,
    organisationKind: organisation.kind,
    divisionCode: organisation.divisionCode,
    name: user.name,
    roles: user.roles,
    sessionFamily: 0,
    scope: { kind: 'division', prefix: organisation.divisionCode },
    permissions: new Set(),
    duties: [],
  };
}
