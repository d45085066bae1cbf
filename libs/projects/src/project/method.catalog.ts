import { Injectable } from '@nestjs/common';
import { PublishedDefinitions } from '#libs/engine';
import { UnknownMethodError } from './project.error.js';

/** A way to buy (采购方式): the rest of the id of a process of the stage that buys. */
export interface Method {
  readonly method: string;
  readonly title: { readonly zh: string; readonly en?: string };
}

const STAGE = 'procurement';

/** Whatever is published for the stage can be chosen; adding a file adds a method. */
@Injectable()
export class MethodCatalog {
  constructor(private readonly definitions: PublishedDefinitions) {}

  async all(): Promise<Method[]> {
    const entries = await this.definitions.all();
    return entries
      .map(({ definition }) => definition)
      .filter(({ process, stage }) => stage === STAGE && process.startsWith(`${STAGE}.`))
      .map(({ process, title }) => ({ method: process.slice(STAGE.length + 1), title }));
  }

  async assertKnown(method: string): Promise<void> {
    const known = (await this.all()).map((candidate) => candidate.method);
    if (!known.includes(method)) throw new UnknownMethodError(method, known);
  }
}
