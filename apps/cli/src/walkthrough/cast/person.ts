import { randomUUID } from 'node:crypto';
import { ApiClient, type UploadedFile } from '../http/api.client.js';
import type { CaseDetail, InboxLine, Page, TaskDetail } from '../http/api.shapes.js';
import { NotInInboxError, RefusedError } from '../walkthrough.error.js';

interface Session {
  readonly accessToken: string;
  readonly user: { readonly name: string; readonly organisationName: string };
}

export interface Login {
  readonly login: string;
  readonly password: string;
}

/** Somebody of the cast, with an own login. Tokens are short-lived: who is turned away logs in again. */
export class Person {
  private session: Session | null = null;
  private readonly client: ApiClient;

  constructor(
    address: string,
    private readonly account: Login,
  ) {
    this.client = new ApiClient(address, () => this.session?.accessToken ?? null);
  }

  get login(): string {
    return this.account.login;
  }

  async organisation(): Promise<string> {
    return (await this.loggedIn()).user.organisationName;
  }

  async fullName(): Promise<string> {
    const { user } = await this.loggedIn();
    return `${user.organisationName} ${user.name}`;
  }

  get<T>(path: string): Promise<T> {
    return this.withSession(() => this.client.get<T>(path));
  }

  /** Each call has a key of its own, so that asking again after a new login does nothing twice. */
  post<T>(path: string, body: unknown): Promise<T> {
    const key = randomUUID();
    return this.withSession(() => this.client.post<T>(path, { body, key }));
  }

  /** Answers the number by which forms name the file. */
  async upload(file: UploadedFile, caseId: number | null): Promise<number> {
    const path = caseId === null ? '/attachments' : `/cases/${caseId}/attachments`;
    const { id } = await this.withSession(() => this.client.upload<{ id: number }>(path, file));
    return id;
  }

  readCase(id: number): Promise<CaseDetail> {
    return this.get<CaseDetail>(`/cases/${id}`);
  }

  /** Opens the own inbox, finds the task in it and reads it. */
  async findTask(caseId: number, state: string): Promise<TaskDetail> {
    for (let after = ''; ; ) {
      const page = await this.get<Page<InboxLine>>(`/tasks?box=todo&limit=100${after}`);
      const line = page.items.find((item) => item.rootId === caseId && item.state === state);
      if (line) return this.get<TaskDetail>(`/tasks/${line.id}`);
      if (page.next === null) throw new NotInInboxError(this.login, state);
      after = `&after=${page.next}`;
    }
  }

  private async withSession<T>(call: () => Promise<T>): Promise<T> {
    await this.loggedIn();
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof RefusedError) || error.status !== 401) throw error;
      this.session = null;
      await this.loggedIn();
      return call();
    }
  }

  private async loggedIn(): Promise<Session> {
    this.session ??= await this.client.post<Session>('/sessions', { body: this.account });
    return this.session;
  }
}
