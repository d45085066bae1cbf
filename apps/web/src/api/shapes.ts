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
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly isDemo: boolean;
  readonly organisation: {
    readonly id: number;
    readonly name: string;
    readonly kind: string;
    readonly divisionCode: string;
    readonly divisionName?: string;
  };
  readonly roles: readonly { readonly role: string; readonly title: Title }[];
  readonly permissions: readonly string[];
}

export interface DemoAccount {
  readonly login: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: string;
}

/** What the login page may know before anyone has signed in. */
export interface About {
  readonly version: string;
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
  readonly title: Title;
  readonly state: string;
  readonly stage: Stage | null;
  readonly process: string;
  readonly dueAt: string | null;
  readonly provisional?: boolean;
  readonly openedAt: string;
  readonly closedAt?: string | null;
  readonly overdue: boolean;
  readonly version: number;
}

export interface TaskAction {
  readonly event: string;
  readonly title: Title;
  readonly form: string | null;
  readonly schema: JsonSchema | null;
  readonly enabled: boolean;
  readonly reason?: Title;
}

export interface StateChoice {
  readonly state: string;
  readonly title: Title;
}

export interface TaskDetail {
  readonly task: TaskItem & { readonly status: string; readonly assignees?: readonly string[] };
  readonly case: { readonly id: number; readonly title: string };
  readonly form: { readonly name: string; readonly schema: JsonSchema } | null;
  readonly actions: readonly TaskAction[];
  readonly operations: { readonly return: readonly StateChoice[]; readonly withdraw: boolean };
}

export interface CaseInstance {
  readonly id: number;
  readonly parentId: number | null;
  readonly process: string;
  readonly stage: Stage | null;
  readonly title: Title;
  readonly status: string;
  readonly startedAt?: string;
  readonly endedAt?: string | null;
  readonly active: readonly StateChoice[];
}

export interface CaseTask extends TaskItem {
  readonly assignees: readonly string[];
  readonly mine: boolean;
}

export interface Deadline {
  readonly state: string;
  readonly title?: Title;
  readonly deadline: string;
  readonly dueAt: string;
  readonly provisional: boolean;
  readonly law: string | null;
  readonly lawTitle?: Title | null;
  readonly lines: readonly { readonly zh: string; readonly en: string }[];
}

export interface CaseOption extends TaskAction {
  readonly instanceId: number;
}

export interface CaseDetail {
  readonly id: number;
  readonly title: string;
  readonly kind: string;
  readonly status: string;
  readonly startedAt: string;
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
  readonly event: string | null;
  readonly title: Title;
  readonly actor: { readonly name: string; readonly organisation: string; readonly onBehalfOf?: string } | null;
  readonly from: Title | null;
  readonly to: Title | null;
  readonly comment: string | null;
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
  readonly code: string | null;
  readonly title: string;
  readonly purchaserName: string;
  readonly divisionName: string;
  readonly stage: Stage | null;
  readonly status: string;
  readonly plannedAmount: number | null;
  readonly approvedAmount: number | null;
  readonly contractAmount: number | null;
  readonly contractorName: string | null;
  readonly grade: string | null;
}

export interface Notification {
  readonly id: number;
  readonly kind: 'opened' | 'reminder' | 'escalation' | 'warning';
  readonly title: string;
  readonly body: string;
  readonly at: string;
  readonly dueAt: string | null;
  readonly law: string | null;
  readonly readAt: string | null;
  readonly rootId: number | null;
  readonly taskId: number | null;
}
