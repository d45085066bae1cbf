import type { Title } from '../locales/use-texts.js';

/** Keyset page of every list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export const STAGES = ['application', 'budgeting', 'procurement', 'monitoring', 'evaluation'] as const;
export type Stage = (typeof STAGES)[number];

/** A JSON Schema as the server sends it; forms are data. */
export type JsonSchema = { readonly [key: string]: unknown };
export type FormData = { readonly [key: string]: unknown };

export interface Me {
  readonly userId: number;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly roleTitles: readonly string[];
  readonly permissions: readonly string[];
  readonly organisationId: number;
  readonly organisationName: string;
  readonly organisationKind: string;
  readonly divisionCode: string;
  readonly divisionName: string;
  readonly isDemo: boolean;
}

export interface DemoAccount {
  readonly login: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: string;
}

/** What the login page may know before anyone has signed in. */
export interface About {
  readonly demo: boolean;
  readonly demoPassword: string | null;
  readonly demoAccounts: readonly DemoAccount[];
  readonly uploadLimitBytes: number;
}

export interface ClockReading {
  readonly at: string;
  readonly rate: number;
  readonly mode: 'real' | 'settable';
}

export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: string;
}

export interface TaskItem {
  readonly id: number;
  readonly rootId: number;
  readonly caseTitle: string;
  readonly title: string;
  readonly state: string;
  readonly process: string;
  readonly dueAt: string | null;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly overdue: boolean;
  readonly version: number;
  readonly status: string;
}

export interface FormView {
  readonly name: string;
  readonly schema: JsonSchema;
}

/** A button, and why it may be grey. */
export interface TaskAction {
  readonly event: string;
  readonly title: string;
  readonly form: FormView | null;
  readonly enabled: boolean;
  readonly reason: string | null;
}

export interface StateChoice {
  readonly state: string;
  readonly title: string;
}

export interface TaskDetail {
  readonly id: number;
  readonly rootId: number;
  readonly instanceId: number;
  readonly caseTitle: string;
  readonly process: string;
  readonly state: string;
  readonly title: string;
  readonly status: string;
  readonly version: number;
  readonly dueAt: string | null;
  readonly openedAt: string;
  readonly form: FormView | null;
  readonly actions: readonly TaskAction[];
  readonly operations: { readonly return: readonly StateChoice[]; readonly withdraw: boolean };
}

export interface CaseInstance {
  readonly id: number;
  readonly parentId: number | null;
  readonly process: string;
  readonly stage: string | null;
  readonly title: string;
  readonly version: number;
  readonly status: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly active: readonly (StateChoice & { readonly law: readonly string[] })[];
}

export interface CaseTask {
  readonly id: number;
  readonly instanceId: number;
  readonly state: string;
  readonly title: string;
  readonly dueAt: string | null;
  readonly version: number;
  readonly assignees: readonly { readonly organisation: string; readonly role: string }[];
  readonly mine: boolean;
}

export interface Deadline {
  readonly instanceId: number;
  readonly state: string;
  readonly deadline: string;
  readonly kind: string;
  readonly dueAt: string;
  readonly period: string;
  readonly law: string | null;
  readonly provisional: boolean;
  readonly lines: readonly { readonly zh: string; readonly en: string }[];
}

export interface CaseOption {
  readonly instanceId: number;
  readonly event: string;
  readonly title: string;
  readonly form: FormView | null;
}

export interface CaseDetail {
  readonly id: number;
  readonly title: string;
  readonly kind: string;
  readonly status: string;
  readonly startedAt: string;
  readonly businessAt: string;
  readonly instances: readonly CaseInstance[];
  readonly tasks: readonly CaseTask[];
  readonly deadlines: readonly Deadline[];
  readonly options: readonly CaseOption[];
}

export interface HistoryEntry {
  readonly seq: number;
  readonly at: string;
  readonly recordedAt: string;
  readonly kind: string;
  readonly event: string;
  readonly title: string;
  readonly process: string | null;
  readonly actor: { readonly name: string; readonly organisation: string } | null;
  readonly entered: readonly string[];
  readonly exited: readonly string[];
  readonly comment: string | null;
  readonly recipients: readonly string[];
  readonly firedBy: string | null;
  readonly hash: string;
}

export interface Attachment {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
  readonly sha256: string;
  readonly uploadedBy?: string;
  readonly uploadedAt?: string;
}

export interface ProjectItem {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly purchaserId: number;
  readonly purchaserName: string;
  readonly divisionCode: string;
  readonly divisionName: string;
  readonly stage: string | null;
  readonly status: string;
  readonly method: string;
  readonly plannedAmount: number;
  readonly approvedAmount: number;
  readonly contractAmount: number;
  readonly contractorName: string | null;
  readonly grade: string | null;
  readonly score: number | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
}

export interface Money {
  readonly planned: number;
  readonly approved: number;
  readonly released: number;
  readonly committed: number;
  readonly paid: number;
  readonly returned: number;
  readonly accounts: readonly { readonly account: number; readonly title: string; readonly approved: number }[];
}

export interface Instalment {
  readonly number: number;
  readonly amount: number;
  readonly condition: string;
  readonly status: string;
  readonly paidAt: string | null;
}

export interface ProjectDetail extends ProjectItem {
  readonly townshipName: string | null;
  readonly villageName: string | null;
  readonly category: string | null;
  readonly serviceFrom: string | null;
  readonly serviceTo: string | null;
  readonly money: Money;
  readonly instalments: readonly Instalment[];
  readonly stages: readonly { readonly stage: string; readonly enteredAt: string }[];
}

export interface Method {
  readonly method: string;
  readonly title: Title;
}

export interface Notification {
  readonly id: number;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly caseTitle: string;
  readonly at: string;
  readonly dueAt: string | null;
  readonly provisional: boolean;
  readonly law: string | null;
  readonly readAt: string | null;
  readonly rootId: number;
  readonly taskId: number;
}

/** The stage that a process belongs to is the first word of its id. */
export function stageOf(process: string | null): Stage | null {
  return STAGES.find((stage) => stage === process?.split('.', 1)[0]) ?? null;
}
