import { Controller, Get, Param, ParseIntPipe, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SignedIn } from '../access/signed-in.decorator.js';
import { DivisionTree } from '../divisions/division.tree.js';
import { DivisionView } from '../divisions/division.view.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import type { OrganisationRecord } from '../organisations/directory.records.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import type { Caller } from '../session/caller.js';
import { CurrentCaller } from '../session/current-caller.decorator.js';
import { DuringDuty } from '../session/during-duty.decorator.js';
import { MePresenter } from '../session/me.presenter.js';
import { SessionEndedError } from '../session/session.error.js';
import { MeView } from '../session/session.view.js';
import { DivisionQuery, OrganisationQuery } from './organisation.query.dto.js';
import { OrganisationView } from './organisation.view.js';

@ApiTags('directory')
@ApiBearerAuth()
@Controller()
@SignedIn()
export class DirectoryController {
  constructor(
    private readonly divisions: DivisionTree,
    private readonly directory: OrganisationDirectory,
    private readonly catalogue: RoleCatalogue,
    private readonly presenter: MePresenter,
  ) {}

  @Get('me')
  @DuringDuty()
  @ApiOperation({ summary: '当前用户', description: 'The logged-in person' })
  @ApiOkResponse({ type: MeView })
  me(@CurrentCaller() caller: Caller): MeView {
    const user = this.directory.user(caller.userId);
    if (!user) throw new SessionEndedError();
    return this.presenter.me(user, caller.duties);
  }

  @Get('divisions')
  @ApiOperation({ summary: '下级行政区划', description: 'Divisions directly below one' })
  @ApiOkResponse({ type: [DivisionView] })
  listDivisions(@Query() { parent }: DivisionQuery): DivisionView[] {
    return this.divisions.children(parent ?? null);
  }

  @Get('divisions/:code')
  @ApiOperation({ summary: '行政区划', description: 'One division' })
  @ApiOkResponse({ type: DivisionView })
  division(@Param('code') code: string): DivisionView {
    return this.divisions.get(code);
  }

  @Get('organisations')
  @ApiOperation({ summary: '单位列表', description: 'Active organisations of a kind' })
  @ApiOkResponse({ type: [OrganisationView] })
  listOrganisations(@Query() { kind, division }: OrganisationQuery): OrganisationView[] {
    const found = division ? this.directory.byKindAt(kind, division) : this.directory.byKind(kind);
    return found.map((organisation) => this.view(organisation));
  }

  @Get('organisations/:id')
  @ApiOperation({ summary: '单位', description: 'One organisation' })
  @ApiOkResponse({ type: OrganisationView })
  organisation(@Param('id', ParseIntPipe) id: number): OrganisationView {
    return this.view(this.directory.get(id));
  }

  private view(organisation: OrganisationRecord): OrganisationView {
    return { ...organisation, kindTitle: this.catalogue.titleOfKind(organisation.kind).zh };
  }
}
