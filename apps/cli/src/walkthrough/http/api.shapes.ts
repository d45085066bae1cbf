/** What the walkthrough reads of the API's answers; the whole shapes stand in the API document. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export interface InboxLine {
  readonly id: number;
  readonly rootId: number;
  readonly state: string;
  readonly process: string;
}

export interface TaskDetail extends InboxLine {
  readonly version: number;
  readonly title: string;
  readonly actions: readonly { readonly event: string; readonly enabled: boolean; readonly reason: string | null }[];
}

export interface CaseInstance {
  readonly id: number;
  readonly process: string;
  readonly stage: string | null;
  readonly title: string;
  readonly status: string;
  readonly active: readonly { readonly state: string; readonly title: string }[];
}

export interface OpenTask {
  readonly id: number;
  readonly instanceId: number;
  readonly state: string;
  readonly title: string;
  readonly dueAt: string | null;
}

export interface CaseDetail {
  readonly id: number;
  readonly title: string;
  readonly status: string;
  readonly instances: readonly CaseInstance[];
  readonly tasks: readonly OpenTask[];
  readonly deadlines: readonly { readonly state: string; readonly nextAt: string }[];
}

export interface HistoryLine {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly event: string;
  readonly title: string;
  readonly process: string | null;
  readonly actor: { readonly name: string; readonly organisation: string } | null;
  readonly task: { readonly id: number; readonly title: string } | null;
  readonly entered: readonly string[];
  readonly recipients: readonly string[];
  readonly firedBy: string | null;
}

export interface ProjectDetail {
  readonly status: string;
  readonly grade: string | null;
  readonly score: number | null;
  readonly contractorName: string | null;
  readonly money: {
    readonly approved: number;
    readonly committed: number;
    readonly paid: number;
    readonly returned: number;
  };
  readonly instalments: readonly { readonly number: number; readonly amount: number; readonly status: string }[];
  readonly stages: readonly { readonly stage: string }[];
}

export interface ProcurementDetail {
  readonly responses: readonly { readonly id: number; readonly organisation: string; readonly price: number }[];
  readonly need: { readonly criteria: readonly { readonly name: string; readonly points: number }[] } | null;
}

export interface Opportunity {
  readonly instanceId: number;
  readonly rootId: number;
  readonly hasResponded: boolean;
}

export interface FundAccount {
  readonly id: number;
  readonly title: string;
}

export interface WorkerHealth {
  readonly worker: {
    readonly clockRevision: number;
    readonly timers: { readonly overdue: number };
    readonly outbox: { readonly pending: number; readonly dead: number };
    readonly sendings: { readonly pending: number };
  } | null;
}
