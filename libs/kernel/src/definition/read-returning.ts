import type { Reading } from './reading.js';
import {
  BRANCH_REACHES,
  type RejectSpec,
  RESUBMISSIONS,
  RETURN_DEADLINES,
  type ReturnSpec,
  USUAL_REJECT,
  USUAL_RETURN,
} from './returning-spec.js';
import type { YamlNode } from './yaml-node.js';

/** 驳回: where to, what then, and which branches it undoes. */
export function readReject(reading: Reading, node: YamlNode | undefined): RejectSpec | undefined {
  if (node === undefined) return undefined;
  const fields = reading.fields(node, '`reject`', ['to', 'then', 'branches']);
  return {
    to: fields.has('to') ? reading.texts(fields.get('to'), 'a place in `to`') : USUAL_REJECT.to,
    then: reading.oneOf(fields.get('then'), '`then` of `reject`', RESUBMISSIONS) ?? USUAL_REJECT.then,
    branches: reading.oneOf(fields.get('branches'), '`branches` of `reject`', BRANCH_REACHES) ?? USUAL_REJECT.branches,
  };
}

/** 退回: what becomes of deadlines, and which branches it undoes. */
export function readReturn(reading: Reading, node: YamlNode | undefined): ReturnSpec | undefined {
  if (node === undefined) return undefined;
  const fields = reading.fields(node, '`return`', ['deadlines', 'branches']);
  return {
    deadlines:
      reading.oneOf(fields.get('deadlines'), '`deadlines` of `return`', RETURN_DEADLINES) ?? USUAL_RETURN.deadlines,
    branches: reading.oneOf(fields.get('branches'), '`branches` of `return`', BRANCH_REACHES) ?? USUAL_RETURN.branches,
  };
}
