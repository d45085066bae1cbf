import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { OrganisationDirectory } from '#libs/identity';
import { NobodyAtPlaceError } from '../project/project.error.js';

/** Makes the organisations of a kind at a place a party of the project, e.g. the committee of its village. */
@Injectable()
@HandlesEffect('project.assignPartyAt')
export class AssignPartyAtEffect implements EffectHandler {
  constructor(private readonly directory: OrganisationDirectory) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    const kind = input.text('kind');
    const division = input.text('division');
    const organisations = this.directory.byKindAt(kind, division);
    if (organisations.length === 0) {
      const field = input.optionalText('field') ?? `/${input.text('relation')}`;
      throw new NobodyAtPlaceError({ field, kind, division });
    }
    await context.setParties(
      input.text('relation'),
      organisations.map((organisation) => organisation.id),
    );
  }
}
