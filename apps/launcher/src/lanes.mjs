import { seconds } from './progress.mjs';
import { textTable } from './text-table.mjs';

/** @typedef {import('./check-steps.mjs').Step} Step */
/** @typedef {import('./check-steps.mjs').StepResult & { name: string, ms: number }} Finished */

/**
 * Runs lanes beside each other and the steps of a lane one after the other. A failed step stops nothing:
 * one run shows all that is wrong.
 * @param {readonly (readonly Step[])[]} lanes
 * @param {import('./progress.mjs').Progress} progress
 * @param {AbortSignal} signal
 * @returns {Promise<Finished[]>}
 */
export async function runLanes(lanes, progress, signal) {
  const finished = await Promise.all(lanes.map((steps) => runLane(steps, progress, signal)));
  return finished.flat();
}

/**
 * @param {readonly Step[]} steps
 * @param {import('./progress.mjs').Progress} progress
 * @param {AbortSignal} signal
 */
async function runLane(steps, progress, signal) {
  /** @type {Finished[]} */
  const finished = [];
  for (const step of steps) {
    signal.throwIfAborted();
    const from = performance.now();
    const result = await step.run(signal).catch((error) => ({
      passed: 0,
      failed: 1,
      output: error instanceof Error ? error.message : String(error),
    }));
    signal.throwIfAborted();
    const ms = performance.now() - from;
    finished.push({ ...result, name: step.name, ms });
    progress.say(`${result.failed === 0 ? '✓' : '✗'} ${step.name} (${result.passed} passed, ${seconds(ms)})`);
    if (result.failed > 0) progress.show(indented(result.output));
  }
  return finished;
}

/** @param {string} output */
const indented = (output) => output.trimEnd().replace(/^/gm, '    ');

/**
 * The table of steps and the closing line.
 * @param {readonly Finished[]} finished
 * @returns {{ text: string, failed: number }}
 */
export function report(finished) {
  const passed = finished.reduce((sum, step) => sum + step.passed, 0);
  const failed = finished.reduce((sum, step) => sum + step.failed, 0);
  const rows = finished.map((step) => [step.name, String(step.passed), String(step.failed), seconds(step.ms)]);
  const table = textTable([['step', 'passed', 'failed', 'time'], ...rows]);
  return { text: `\n${table}\n\n${passed} passed, ${failed} failed`, failed };
}
