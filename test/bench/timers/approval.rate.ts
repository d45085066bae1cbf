import { logIn } from '../../faults/workload.js';
import type { OpenCase } from '../approvals/cases.js';
import { HttpClient } from '../approvals/http.client.js';
import { type LoadResult, measure } from '../approvals/load.js';

const CLIENTS = 16;
const WARM_UP_SECONDS = 4;
const SECONDS = 10;

let turns = 0;

/** Approvals a second at sixteen clients, each with its own cases. */
export async function measureApprovals(apiUrl: string, cases: OpenCase[], login: string): Promise<LoadResult> {
  const client = new HttpClient(new URL(apiUrl), CLIENTS);
  const token = await logIn(apiUrl, login);
  const share = Math.floor(cases.length / CLIENTS);
  const positions = new Array<number>(CLIENTS).fill(0);
  const run = async (person: number): Promise<void> => {
    const position = (positions[person] = (positions[person] ?? 0) + 1);
    const open = cases[person * share + (position % share)];
    if (!open) return;
    const answer = await client.post<{ openedTasks: readonly number[] }>(
      `/api/v1/tasks/${open.taskId}/actions/APPROVE`,
      { version: 1, form: { amount: 1_100_000_00, opinion: '同意。' }, comment: '按程序办理' },
      { authorization: `Bearer ${token}`, 'idempotency-key': `crowd-${(turns += 1)}` },
    );
    open.taskId = answer.openedTasks[0] ?? 0;
  };
  await measure({ concurrency: CLIENTS, seconds: WARM_UP_SECONDS, run });
  const result = await measure({ concurrency: CLIENTS, seconds: SECONDS, run });
  client.close();
  return result;
}
