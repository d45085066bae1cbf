import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SignedIn } from '../access/signed-in.decorator.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import type { Caller } from '../session/caller.js';
import { CurrentCaller } from '../session/current-caller.decorator.js';
import { ColleagueView } from './colleague.view.js';

/** 本单位人员: whom to name as a substitute or successor. */
@ApiTags('directory')
@ApiBearerAuth()
@Controller('colleagues')
@SignedIn()
export class ColleaguesController {
  constructor(
    private readonly directory: OrganisationDirectory,
    private readonly catalogue: RoleCatalogue,
  ) {}

  @Get()
  @ApiOperation({
    summary: '本单位人员',
    description: 'People of the caller’s organisation, the caller too; names and roles alone',
  })
  @ApiOkResponse({ type: [ColleagueView] })
  list(@CurrentCaller() caller: Caller): ColleagueView[] {
    return this.directory.usersOf(caller.organisationId).map(({ id, name, roles, status }) => ({
      id,
      name,
      roleTitles: roles.map((role) => this.catalogue.titleOf(role).zh),
      isActive: status === 'active',
    }));
  }
}
