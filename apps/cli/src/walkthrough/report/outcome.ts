import type { HistoryLine, ProjectDetail } from '../http/api.shapes.js';
import type { ReceivedMail } from '../mail/mail.sink.js';
import type { Scene } from '../play/scene.js';
import { LATE_STATE, SLIPPED } from '../script/monitoring.script.js';

/** Rows that moved the case; reminders and rungs only tell people. */
const MOVES: readonly string[] = ['started', 'acted', 'sent', 'signalled', 'deadline', 'completed'];
const LADDER = ['head', 'leader', 'city', 'province'];
const STAGES = 5;
const BEST_GRADE = '优';

/** What `sanshe replay` found about the case. */
export interface Proof {
  readonly isIdentical: boolean;
  readonly isChainValid: boolean;
}

/** The last line of the walkthrough. */
export interface Summary {
  readonly completed: boolean;
  readonly stages: number;
  readonly grade: string | null;
  readonly transitions: number;
  readonly reminders: number;
  readonly escalations: readonly string[];
  readonly firedBy: Readonly<Record<string, number>>;
  readonly mails: number;
  readonly replay: 'identical' | 'different';
  readonly chain: 'valid' | 'broken';
}

export interface Outcome {
  readonly summary: Summary;
  /** What was expected and did not happen; empty when all went well. */
  readonly missing: readonly string[];
}

export interface Evidence {
  readonly scene: Scene;
  readonly project: ProjectDetail;
  readonly mails: readonly ReceivedMail[];
  readonly proof: Proof;
  readonly actsInAll: number;
}

/** Counts what happened, from the history and the mail server, and names what should have and did not. */
export function outcomeOf(evidence: Evidence): Outcome {
  const summary = summaryOf(evidence);
  const expectations = { ...storyOf(evidence, summary), ...proofOf(evidence, summary) };
  const missing = Object.entries(expectations).flatMap(([text, isMet]) => (isMet ? [] : [text]));
  return { summary: { ...summary, completed: summary.completed && missing.length === 0 }, missing };
}

function summaryOf({ scene, project, mails, proof }: Evidence): Summary {
  const { history } = scene;
  const lateTask = scene.taskOf(LATE_STATE, 0) ?? 0;
  return {
    completed: scene.case?.status === 'done',
    stages: (scene.case?.instances ?? []).filter(({ stage, status }) => stage !== null && status === 'done').length,
    grade: project.grade,
    transitions: history.filter(({ kind }) => MOVES.includes(kind)).length,
    reminders: history.filter(({ kind }) => kind === 'reminded').length,
    escalations: scene.rungs(lateTask),
    firedBy: firings(history),
    mails: mails.length,
    replay: proof.isIdentical ? 'identical' : 'different',
    chain: proof.isChainValid ? 'valid' : 'broken',
  };
}

function storyOf({ scene, project, actsInAll }: Evidence, summary: Summary): Record<string, boolean> {
  const slipped = scene.taskOf(SLIPPED.state, SLIPPED.round) ?? 0;
  const reminders = scene.reminders(slipped);
  const paid = project.instalments.filter(({ status }) => status === 'paid').length;
  return {
    'the case ends': summary.completed,
    'five stages are done': summary.stages === STAGES,
    'every act of the script is played': scene.actsPlayed === actsInAll,
    'the grade is the best': summary.grade === BEST_GRADE,
    'the late report was reminded before and after': reminders.includes('-P2WD') && reminders.includes('P1WD'),
    'the bureau was warned of the late report': scene.rungs(slipped).includes('warning'),
    'the late recheck climbed the whole ladder': summary.escalations.join() === LADDER.join(),
    'two instalments are paid': paid === 2 && project.money.paid === project.money.committed,
    'what is unspent is returned': project.money.approved === project.money.paid + project.money.returned,
  };
}

function proofOf({ scene, mails }: Evidence, summary: Summary): Record<string, boolean> {
  const { alarm = 0, sweeper = 0, ...others } = summary.firedBy;
  const told = scene.history.filter(({ kind }) => kind === 'reminded' || kind === 'escalated');
  const letters = told.reduce((sum, { recipients }) => sum + recipients.length, 0);
  const warnings = mails.filter(({ subject }) => /期限提醒：|逾期督办：/.test(subject)).length;
  return {
    'every timer is fired in the worker': Object.keys(others).length === 0 && alarm > sweeper,
    [`one mail for each reminder and rung (${letters} told, ${warnings} mails)`]: letters === warnings && letters > 0,
    'no mail came twice': new Set(mails.map(({ messageId }) => messageId)).size === mails.length,
    'replay gives the same case': summary.replay === 'identical',
    'the hash chain holds': summary.chain === 'valid',
  };
}

function firings(history: readonly HistoryLine[]): Record<string, number> {
  const counts: Record<string, number> = { alarm: 0, sweeper: 0 };
  for (const { firedBy } of history) if (firedBy !== null) counts[firedBy] = (counts[firedBy] ?? 0) + 1;
  return counts;
}
