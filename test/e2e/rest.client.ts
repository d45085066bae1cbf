import { DemoConfig } from '#libs/platform';

/** Password of every demo account. */
const PASSWORD = new DemoConfig().password;

/** One wrong field of a problem document. */
export interface WrongField {
  readonly field: string;
  readonly rule: string;
  readonly zh: string;
}

/** An answer as it came, refused or not. */
export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly type: string;
  readonly body: T & { readonly code?: string; readonly detail?: string; readonly errors?: readonly WrongField[] };
}

export interface Request {
  readonly json?: unknown;
  readonly raw?: FormData | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The REST API as somebody who is logged in, or nobody. */
export class RestClient {
  private constructor(
    private readonly address: string,
    private readonly token: string | null,
  ) {}

  static nobody(address: string): RestClient {
    return new RestClient(address, null);
  }

  static bearing(address: string, token: string): RestClient {
    return new RestClient(address, token);
  }

  static async as(address: string, login: string): Promise<RestClient> {
    const json = { login, password: PASSWORD };
    const { body } = await RestClient.nobody(address).send<{ accessToken: string }>('POST', '/sessions', { json });
    return new RestClient(address, body.accessToken);
  }

  /** The access token; empty for nobody. */
  get bearer(): string {
    return this.token ?? '';
  }

  async send<T = Record<string, unknown>>(method: string, path: string, request: Request = {}): Promise<Answer<T>> {
    const { json, raw, headers = {} } = request;
    const response = await fetch(`${this.address}/api/v1${path}`, {
      method,
      headers: {
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...(raw === undefined ? {} : { body: raw }),
    });
    const text = await response.text();
    // Every answer of the API is JSON, or nothing.
    const body = (text === '' ? {} : JSON.parse(text)) as Answer<T>['body'];
    return { status: response.status, type: response.headers.get('content-type') ?? '', body };
  }

  async get<T>(path: string): Promise<T> {
    const { status, body } = await this.send<T>('GET', path);
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** An answer that comes line by line, each a JSON value. */
  async lines<T>(path: string, json: unknown): Promise<{ status: number; type: string; lines: T[] }> {
    const headers = { authorization: `Bearer ${this.token ?? ''}`, 'content-type': 'application/json' };
    const request = { method: 'POST', headers, body: JSON.stringify(json) };
    const response = await fetch(`${this.address}/api/v1${path}`, request);
    const written = (await response.text()).split('\n').filter((line) => line !== '');
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, type, lines: written.map((line) => JSON.parse(line) as T) };
  }

  /** The answer's body is not JSON. */
  download(path: string): Promise<Response> {
    const headers = { authorization: `Bearer ${this.token ?? ''}` };
    return fetch(`${this.address}/api/v1${path}`, { headers });
  }

  upload(path: string, name: string, content: Buffer): Promise<Answer<{ id: number }>> {
    const raw = new FormData();
    raw.append('file', new Blob([new Uint8Array(content)]), name);
    return this.send('POST', path, { raw });
  }
}
