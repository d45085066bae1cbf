import { Injectable } from '@nestjs/common';
import { type ProcessDefinition, type StateSpec } from '#libs/kernel';
import { BusinessClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import type { PublishedVersion } from './published.definition.js';
import { PublishedDefinitions } from './published.definitions.js';
import { AlreadyRetiredError, RetireRefusedError } from './publishing.error.js';

export interface RetireRequest {
  readonly process: string;
  readonly version: number;
  readonly reason: string;
  /** Retires the last version although other processes name it. */
  readonly force: boolean;
  readonly by: number | null;
}

/** 停用: no instance starts that version any more; those that run go on. */
@Injectable()
export class DefinitionRetirer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly definitions: PublishedDefinitions,
    private readonly business: BusinessClock,
  ) {}

  async retire({ process, version, reason, force, by }: RetireRequest): Promise<PublishedVersion> {
    const { published } = await this.definitions.one(process, version);
    if (published.status === 'retired') throw new AlreadyRetiredError(process, version);
    const versions = await this.definitions.versions(process);
    const isLast = !versions.some((other) => other.status === 'published' && other.version !== version);
    const namedBy = isLast && !force ? await this.namedBy(process) : [];
    if (namedBy.length > 0) throw new RetireRefusedError(process, version, namedBy);
    await this.dataSource.query(
      `UPDATE engine_definition SET status = 'retired', retired_at = ?, retired_by = ?, retire_reason = ?
       WHERE process = ? AND version = ? AND status = 'published'`,
      [this.business.now(), by, reason, process, version],
    );
    return (await this.definitions.one(process, version)).published;
  }

  private async namedBy(process: string): Promise<string[]> {
    const entries = await this.definitions.all();
    return entries
      .map(({ definition }) => definition)
      .filter((definition) => definition.process !== process && mayStart(definition, process))
      .map((definition) => definition.process);
  }
}

/** Names it, or chooses by an expression that begins with a text that it begins with. */
function mayStart({ root }: ProcessDefinition, process: string): boolean {
  return statesOf(root).some(({ subprocess }) => {
    if (subprocess === undefined) return false;
    const [, prefix] = /^=\s*"([^"]+)"\s*\+/.exec(subprocess.process) ?? [];
    return subprocess.process === process || (prefix !== undefined && process.startsWith(prefix));
  });
}

function statesOf(state: StateSpec): readonly StateSpec[] {
  return [state, ...Object.values(state.states).flatMap(statesOf)];
}
