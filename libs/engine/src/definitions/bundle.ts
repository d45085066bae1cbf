import type { CompiledForm, CompiledProcess, Json, JsonObject } from '#libs/kernel';
import type { Ladder } from './ladder.js';

/**
 * Everything that an instance is pinned to, by content hash: its definition, forms, resolved parameters
 * and ladders. A change of configuration makes another bundle and touches new instances only.
 */
export interface BundleContent {
  readonly process: string;
  readonly version: number;
  readonly file: string;
  readonly source: string;
  readonly forms: Readonly<Record<string, JsonObject>>;
  readonly parameters: Readonly<Record<string, Json>>;
  readonly ladders: Readonly<Record<string, Ladder>>;
  /** Calendar overlays of the division's regions; absent where there are none. */
  readonly calendars?: readonly string[];
  /** Decision tables that the definition asks, by their names; absent where it asks none. */
  readonly decisions?: Readonly<Record<string, PinnedDecision>>;
}

/** A decision table as pinned: its text, and the thresholds that held in the division. */
export interface PinnedDecision {
  readonly file: string;
  readonly source: string;
  readonly parameters: JsonObject;
}

/** A bundle made ready: parsed and compiled once per process. */
export interface Bundle {
  readonly hash: string;
  readonly content: BundleContent;
  readonly compiled: CompiledProcess;
  readonly forms: ReadonlyMap<string, CompiledForm>;
  /** Hash of each pinned decision table, for the history. */
  readonly tableHashes: ReadonlyMap<string, string>;
}
