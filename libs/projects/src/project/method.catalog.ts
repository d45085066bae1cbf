import { Injectable } from '@nestjs/common';
import { DefinitionCatalog } from '#libs/engine';
import { UnknownMethodError } from './project.error.js';

/** A way to buy (采购方式): the rest of the id of a process of the stage that buys. */
export interface Method {
  readonly method: string;
  readonly title: { readonly zh: string; readonly en?: string };
}

const STAGE = 'procurement';

/** Whatever stands under workflows/ for the stage can be chosen; adding a file adds a method. */
@Injectable()
export class MethodCatalog {
  constructor(private readonly definitions: DefinitionCatalog) {}

  all(): Method[] {
    return this.definitions
      .processes()
      .map(({ definition }) => definition)
      .filter(({ process, stage }) => stage === STAGE && process.startsWith(`${STAGE}.`))
      .map(({ process, title }) => ({ method: process.slice(STAGE.length + 1), title }));
  }

  assertKnown(method: string): void {
    const known = this.all().map((candidate) => candidate.method);
    if (!known.includes(method)) throw new UnknownMethodError(method, known);
  }
}
