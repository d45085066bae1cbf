import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Shipped definitions and all forms by file name, to walk one stage on its own below a frame of the test. */
export function shippedWorkflows(...processes: string[]): Record<string, string> {
  const forms = readdirSync(join('workflows', 'forms')).map((name) => `forms/${name}`);
  return Object.fromEntries(
    [...processes, ...forms].map((name) => [name, readFileSync(join('workflows', name), 'utf8')]),
  );
}

/** A case that names the contractor and then runs the stage, as the lifecycle does. */
export function stageFrame(stage: string): string {
  return `
process: test.frame
version: 1
title: 测试
owner: { organisation: purchaser, role: business-officer }
variables:
  contractor: { type: integer, default: 0 }
  village: { type: integer, default: 0 }
  contractAmount: { type: money, default: 0 }
  serviceFrom: { type: date }
  serviceTo: { type: date }
initial: preparing
states:
  preparing:
    entry:
      - { effect: party.assign, with: { relation: '"contractor"', organisation: contractor } }
      - { effect: party.assign, with: { relation: '"village"', organisation: village } }
    always: running
  running:
    subprocess:
      process: ${stage}
      with: { contractAmount: contractAmount, serviceFrom: serviceFrom, serviceTo: serviceTo }
    onDone: done
  done: { type: final, output: { finished: true } }
`;
}
