import type * as client from './generated/client.js';

/** The screens' words for what the API document calls by its own names. */
export type Me = client.MeView;
export type About = client.AboutView;
export type TaskItem = client.InboxLine;
export type TaskDetail = client.TaskDetail;
export type TaskAction = client.ActionAnswer;
export type CaseDetail = client.CaseAnswer;
export type CaseInstance = client.InstanceAnswer;
export type CaseOption = client.OptionAnswer;
export type Deadline = client.DeadlineAnswer;
export type HistoryEntry = client.HistoryLine;
export type Attachment = client.AttachmentAnswer;
export type ProjectItem = client.ProjectItemView;
export type ProjectDetail = client.ProjectDetailView;
export type Notification = client.NotificationView;
export type RoundDetail = client.RoundAnswer;
export type SeatDetail = client.SeatAnswer;
export type SignRule = client.SignRuleAnswer;
export type CasePowers = client.CasePowersAnswer;
export type Intervention = client.InterventionAnswer;
export type Delegation = client.DelegationView;
export type SupervisionItem = client.SupervisionAnswer;
export type SupervisionDetail = client.SupervisionDetailAnswer;
export type BoardLine = client.BoardLineAnswer;
export type LateBucket = keyof client.BoardCountsAnswer;
export type LateTask = client.LateTaskAnswer;

/** A JSON Schema as the server sends it; forms are data. */
export type JsonSchema = { readonly [key: string]: unknown };
export type FormData = { readonly [key: string]: unknown };

export const STAGES = ['application', 'budgeting', 'procurement', 'monitoring', 'evaluation'] as const;
export type Stage = (typeof STAGES)[number];

/** The stage that a process belongs to is the first word of its id. */
export function stageOf(process: string | null): Stage | null {
  return STAGES.find((stage) => stage === process?.split('.', 1)[0]) ?? null;
}
