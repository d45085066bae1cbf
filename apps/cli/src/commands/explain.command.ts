import type { INestApplicationContext } from '@nestjs/common';
import { ReasonReader } from '#libs/engine';
import { type Caller, OrganisationDirectory, RoleCatalogue } from '#libs/identity';
import { type CliCommand, print, UsageError } from '../cli.command.js';
import { reasonLines } from '../proving/reasons.printer.js';
import { withDomain } from '../with-domain.js';

/** Who sits at the machine sees every case and may act in none. */
const OPERATOR: Caller = {
  ...{ userId: 0, organisationId: 0, organisationKind: '', divisionCode: '', name: '', roles: [], sessionFamily: 0 },
  scope: { kind: 'all' },
  permissions: new Set(),
  duties: [],
};

/** `sanshe explain ROOT [--as LOGIN]`: why a case stands where it stands, and what that person may do. */
export const explain: CliCommand = {
  name: 'explain',
  summary: 'Why a case stands where it is: actions, guards, deadlines, ladder',
  options: { as: { type: 'string' }, json: { type: 'boolean', default: false } },
  run: ({ positionals, options }) => {
    const rootId = Number(positionals[0]);
    if (!Number.isSafeInteger(rootId) || rootId < 1) {
      throw new UsageError(
        'sanshe explain CASE [--as LOGIN]: name the case by its number',
        'sanshe explain 案件号 [--as 登录名]:请给出案件号',
      );
    }
    return withDomain(async (domain) => {
      const caller = typeof options['as'] === 'string' ? callerOf(domain, options['as']) : OPERATOR;
      const reasons = await domain.get(ReasonReader).read(caller, rootId);
      if (options['json'] === true) print(JSON.stringify(reasons));
      else for (const line of reasonLines(reasons)) print(line);
      return 0;
    });
  },
};

function callerOf(domain: INestApplicationContext, login: string): Caller {
  const directory = domain.get(OrganisationDirectory);
  const user = directory.byLogin(login);
  const organisation = user && directory.byId(user.organisationId);
  if (!organisation) throw new UsageError(`there is no user "${login}"`, `没有登录名为“${login}”的用户`);
  const catalogue = domain.get(RoleCatalogue);
  return {
    ...{ userId: user.id, organisationId: organisation.id, name: user.name, roles: user.roles, sessionFamily: 0 },
    ...{ organisationKind: organisation.kind, divisionCode: organisation.divisionCode },
    scope: catalogue.scopeOf(organisation),
    permissions: catalogue.permissionsOf(user.roles),
    duties: [],
  };
}
