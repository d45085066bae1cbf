import { DeadlineExplainer } from './deadline.explainer.js';
import { GuardExplainer } from './guard.explainer.js';
import { LadderExplainer } from './ladder.explainer.js';
import { ObstacleFinder } from './obstacle.finder.js';
import { OptionReader } from './option.reader.js';
import { PostReader } from './post.reader.js';
import { RoleNames } from './role.names.js';
import { SuspensionReader } from './suspension.reader.js';

/** What explains a case, below the readers that other libraries use. */
export const EXPLAINING = [
  DeadlineExplainer,
  GuardExplainer,
  LadderExplainer,
  ObstacleFinder,
  OptionReader,
  PostReader,
  RoleNames,
  SuspensionReader,
];
