import type { Construct } from './construct.js';
import { afterConstruct } from './constructs/after.construct.js';
import { alwaysConstruct } from './constructs/always.construct.js';
import { eachConstruct } from './constructs/each.construct.js';
import { effectsConstruct } from './constructs/effects.construct.js';
import { finalConstruct } from './constructs/final.construct.js';
import { gotoConstruct } from './constructs/goto.construct.js';
import { historyConstruct } from './constructs/history.construct.js';
import { marksConstruct } from './constructs/marks.construct.js';
import { onConstruct } from './constructs/on.construct.js';
import { onDoneConstruct } from './constructs/on-done.construct.js';
import { subprocessConstruct } from './constructs/subprocess.construct.js';

/**
 * The words of the language in the order in which they add to a state. On entering: the mark, what had elapsed,
 * effects, the child, the deadlines; on leaving: the child, effects, the mark, the deadlines.
 */
export const CONSTRUCTS: readonly Construct[] = [
  marksConstruct,
  afterConstruct,
  effectsConstruct,
  subprocessConstruct,
  eachConstruct,
  onConstruct,
  alwaysConstruct,
  onDoneConstruct,
  finalConstruct,
  historyConstruct,
  gotoConstruct,
];
