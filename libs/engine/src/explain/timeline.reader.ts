import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '#libs/identity';
import type { Json, JsonObject } from '#libs/kernel';
import { decodeCursor, type Page, pageOf } from '#libs/platform';
import { DataSource } from 'typeorm';
import type { Bundle } from '../definitions/bundle.js';
import { BundleStore } from '../definitions/bundle.store.js';
import { specAt } from '../commands/transition.lookup.js';
import { HistoryReader, type StoredHistory } from '../history/history.reader.js';
import { type Language, titleIn } from '../language/language.js';
import { taskTitleIn } from '../tasks/task.view.js';

/** One entry of a case's timeline. What a person entered in a form is not told here: bids are sealed. */
export interface TimelineEntry {
  readonly seq: number;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly kind: string;
  readonly event: string;
  readonly title: string;
  readonly process: string | null;
  /** With whom it was done for: 甲 代 乙. */
  readonly actor: { readonly name: string; readonly organisation: string; readonly onBehalfOf: string | null } | null;
  /** The task that was done, or that a reminder or rung is about. */
  readonly task: { readonly id: number; readonly title: string } | null;
  readonly entered: readonly string[];
  readonly exited: readonly string[];
  readonly comment: string | null;
  /** 补录: when that was really done which was entered at `at`. */
  readonly enteredFor: {
    readonly at: string;
    readonly reason: string | null;
    /** Attachment that shows it. */
    readonly document: number | null;
  } | null;
  /** 拿回 rather than 撤回. */
  readonly takenBack: boolean;
  readonly recipients: readonly string[];
  readonly firedBy: string | null;
  readonly hash: string;
}

interface NamedTask {
  readonly id: number;
  readonly state: string;
  readonly title: string;
}

export interface TimelineQuery {
  readonly limit: number;
  readonly after?: string | undefined;
  readonly language?: Language;
}

/** What a row is told with. */
interface Telling {
  readonly bundle: Bundle | undefined;
  readonly parties: ReadonlySet<number>;
  readonly language: Language;
}

/** Stands for a name that must not be known yet. */
const SECRET: Readonly<Record<Language, string>> = { zh: '（保密）', en: '(confidential)' };

/** 办理过程: history as people read it. */
@Injectable()
export class TimelineReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly history: HistoryReader,
    private readonly bundles: BundleStore,
    private readonly directory: OrganisationDirectory,
  ) {}

  async read(rootId: number, query: TimelineQuery): Promise<Page<TimelineEntry>> {
    const language = query.language ?? 'zh';
    const after = query.after ? Number(decodeCursor(query.after, 1)[0]) : 0;
    const rows = await this.history.read(rootId, { after, limit: query.limit + 1 });
    const bundles = await this.bundlesOf(rootId);
    const parties = await this.parties(rootId);
    const { items, next } = pageOf(rows, query.limit, (row) => [row.seq]);
    const tasks = await this.tasksOf(items);
    const entries = items.map((row) => {
      const bundle = bundles.get(row.instanceId);
      const task = tasks.get(row.taskId ?? 0);
      const named = task && { id: task.id, title: taskTitleIn(language, bundle, task) };
      return { ...this.entry(row, { bundle, parties, language }), task: named ?? null };
    });
    return { items: entries, next };
  }

  private entry(row: StoredHistory, telling: Telling): Omit<TimelineEntry, 'task'> {
    const { bundle, language } = telling;
    const titles = (key: string): string[] =>
      textsOf(row.facts[key]).map((path) => titleIn(language, bundle?.compiled.states.get(path)?.title, path));
    return {
      seq: row.seq,
      at: row.at,
      recordedAt: row.recordedAt,
      kind: row.kind,
      event: row.event,
      title: eventTitle(row, telling),
      process: bundle ? titleIn(language, bundle.compiled.definition.title, bundle.content.process) : null,
      actor: this.actor(row, telling),
      entered: titles('entered'),
      exited: titles('exited'),
      comment: typeof row.facts['comment'] === 'string' ? row.facts['comment'] : null,
      enteredFor: enteredForOf(row.facts['enteredFor']),
      takenBack: row.facts['takenBack'] === true,
      recipients: numbersOf(row.facts['recipients']).map((id) => this.directory.user(id)?.name ?? String(id)),
      firedBy: typeof row.facts['firedBy'] === 'string' ? row.facts['firedBy'] : null,
      hash: row.hash.toString('hex'),
    };
  }

  /** Whoever sends without being a party (a bidder) stays unnamed: names are secret until opening. */
  private actor(row: StoredHistory, { parties, language }: Telling): TimelineEntry['actor'] {
    if (row.actorUserId === null) return null;
    const isSecret = row.kind === 'sent' && !parties.has(row.actorOrganisationId ?? 0);
    if (isSecret) return { name: SECRET[language], organisation: SECRET[language], onBehalfOf: null };
    return {
      name: this.directory.user(row.actorUserId)?.name ?? String(row.actorUserId),
      organisation: this.directory.byId(row.actorOrganisationId ?? 0)?.name ?? '',
      onBehalfOf: this.principalOf(row),
    };
  }

  private principalOf({ facts }: StoredHistory): string | null {
    const id = facts['onBehalfOf'];
    return typeof id === 'number' ? (this.directory.user(id)?.name ?? String(id)) : null;
  }

  private async bundlesOf(rootId: number): Promise<ReadonlyMap<number, Bundle>> {
    const rows: { id: number; bundle_hash: string }[] = await this.dataSource.query(
      'SELECT id, bundle_hash FROM engine_instance WHERE root_id = ?',
      [rootId],
    );
    return new Map(
      await Promise.all(rows.map(async (row) => [Number(row.id), await this.bundles.byHash(row.bundle_hash)] as const)),
    );
  }

  private async tasksOf(rows: readonly StoredHistory[]): Promise<ReadonlyMap<number, NamedTask>> {
    const ids = [...new Set(rows.flatMap((row) => row.taskId ?? []))];
    if (ids.length === 0) return new Map();
    const found: NamedTask[] = await this.dataSource.query('SELECT id, state, title FROM engine_task WHERE id IN (?)', [
      ids,
    ]);
    return new Map(found.map((task) => [Number(task.id), { ...task, id: Number(task.id) }]));
  }

  private async parties(rootId: number): Promise<ReadonlySet<number>> {
    const rows: { organisation_id: number }[] = await this.dataSource.query(
      'SELECT organisation_id FROM engine_party WHERE root_id = ?',
      [rootId],
    );
    return new Set(rows.map((row) => Number(row.organisation_id)));
  }
}

/** The event in words, as the step that took it names it; the event's own name where it has no title. */
export function eventTitle(
  row: Pick<StoredHistory, 'event' | 'facts'>,
  { bundle, language }: Pick<Telling, 'bundle' | 'language'>,
): string {
  const state = typeof row.facts['state'] === 'string' ? row.facts['state'] : '';
  const transitions = bundle ? (specAt(bundle.compiled, state)?.on[row.event] ?? []) : [];
  const own = transitions.find((transition) => transition.title !== undefined);
  return titleIn(language, own?.title, row.event);
}

/** A day for a decision taken elsewhere, a moment for what was entered late. */
function enteredForOf(fact: Json | undefined): TimelineEntry['enteredFor'] {
  if (typeof fact !== 'object' || fact === null || Array.isArray(fact)) return null;
  const { on, at, reason, document } = fact as JsonObject;
  const when = typeof on === 'string' ? on : at;
  if (typeof when !== 'string') return null;
  return {
    at: when,
    reason: typeof reason === 'string' ? reason : null,
    document: typeof document === 'number' ? document : null,
  };
}

function textsOf(value: Json | undefined): string[] {
  return Array.isArray(value)
    ? (value as JsonObject[string][]).filter((item): item is string => typeof item === 'string')
    : [];
}

function numbersOf(value: Json | undefined): number[] {
  return Array.isArray(value)
    ? (value as JsonObject[string][]).filter((item): item is number => typeof item === 'number')
    : [];
}
