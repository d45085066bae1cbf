import { RefusedError } from '../walkthrough.error.js';

export interface UploadedFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

interface Sending {
  readonly body?: unknown;
  readonly key?: string;
}

/** The REST API as a browser would call it: JSON in, JSON out, a refusal as an error with its problem details. */
export class ApiClient {
  constructor(
    private readonly address: string,
    private readonly token: () => string | null,
  ) {}

  // The shapes are those of the API document; the script reads what it names and nothing else.
  get<T>(path: string): Promise<T> {
    return this.send('GET', path, { headers: this.headers() }) as Promise<T>;
  }

  post<T>(path: string, { body, key }: Sending = {}): Promise<T> {
    const headers = {
      ...this.headers(),
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    };
    return this.send('POST', path, { headers, body: JSON.stringify(body ?? {}) }) as Promise<T>;
  }

  upload<T>(path: string, { name, type, content }: UploadedFile): Promise<T> {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(content)], { type }), name);
    return this.send('POST', path, { headers: this.headers(), body }) as Promise<T>;
  }

  private async send(method: string, path: string, init: RequestInit): Promise<unknown> {
    const response = await fetch(`${this.address}/api/v1${path}`, { ...init, method });
    const text = await response.text();
    if (!response.ok) throw new RefusedError(response.status, problemOf(text), `${method} ${path}`);
    return text === '' ? null : JSON.parse(text);
  }

  private headers(): Record<string, string> {
    const token = this.token();
    return token === null ? {} : { authorization: `Bearer ${token}` };
  }
}

function problemOf(text: string): { code?: string; detail?: string; errors?: unknown } {
  try {
    // Every refusal of the API is a problem document (RFC 9457).
    return JSON.parse(text) as { code?: string };
  } catch {
    return { detail: text.slice(0, 200) };
  }
}
