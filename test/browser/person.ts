const PASSWORD = 'Sanshe-Demo-2026';

interface TaskLine {
  readonly id: number;
  readonly rootId: number;
  readonly state: string;
  readonly version: number;
}

/** Somebody with a login of their own, who works over the REST API. */
export class Person {
  private constructor(
    private readonly address: string,
    private readonly token: string,
  ) {}

  static async signIn(address: string, login: string): Promise<Person> {
    const anonymous = new Person(address, '');
    const { accessToken } = await anonymous.post<{ accessToken: string }>('/sessions', { login, password: PASSWORD });
    return new Person(address, accessToken);
  }

  get<T>(path: string): Promise<T> {
    return this.call(path, { method: 'GET' });
  }

  post<T>(path: string, body: object): Promise<T> {
    return this.call(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  }

  async upload(path: string, name: string): Promise<number> {
    const body = new FormData();
    body.append('file', new Blob([PDF], { type: 'application/pdf' }), name);
    return (await this.call<{ id: number }>(path, { method: 'POST', body })).id;
  }

  /** Takes the one open task of that state from the inbox and does it. */
  async act(rootId: number, state: string, event: string, form: object = {}): Promise<void> {
    const task = await this.taskIn(rootId, state);
    await this.post(`/tasks/${task.id}/actions/${event}`, { version: task.version, form });
  }

  /** 认领. */
  async claim(rootId: number, state: string): Promise<void> {
    await this.post(`/tasks/${(await this.taskIn(rootId, state)).id}/claim`, {});
  }

  private async taskIn(rootId: number, state: string): Promise<TaskLine> {
    const { items } = await this.get<{ items: TaskLine[] }>('/tasks?limit=100');
    const task = items.find((line) => line.rootId === rootId && line.state === state);
    if (!task) throw new NothingToDoError(state, items);
    return task;
  }

  private async call<T>(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<T> {
    const headers = { ...init.headers, authorization: `Bearer ${this.token}` };
    const response = await fetch(`${this.address}/api/v1${path}`, { ...init, headers });
    const text = await response.text();
    const answer = (text === '' ? null : JSON.parse(text)) as T; // the caller knows what the route answers
    if (!response.ok) throw new RefusedError(path, answer);
    return answer;
  }
}

const PDF = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';

class NothingToDoError extends Error {
  constructor(state: string, items: readonly TaskLine[]) {
    super(`no open task ${state}; the inbox holds ${items.map((item) => item.state).join(', ') || 'nothing'}`);
  }
}

class RefusedError extends Error {
  constructor(path: string, answer: unknown) {
    super(`${path}: ${JSON.stringify(answer)}`);
  }
}
