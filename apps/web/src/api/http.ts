import { currentLanguage } from '../locales/language.js';
import { accessToken, refreshSession, sessionLost } from './session.js';

/** One wrong field as the server names it (RFC 9457 extension `errors`). */
export interface FieldProblem {
  readonly field: string;
  readonly rule: string;
  readonly zh: string;
  readonly en: string;
}

export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly text?: { readonly zh: string; readonly en: string };
  readonly errors?: readonly FieldProblem[];
}

/** The server refused, or could not be reached (status 0). */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
  }
}

const UNREACHABLE: Problem = {
  status: 0,
  code: 'web.unreachable',
  title: '连接不到服务器',
  text: {
    zh: '连接不到服务器,请检查网络后重试;已填写的内容仍保留在本机。',
    en: 'The server cannot be reached. Check the network and try again; what you typed is kept on this device.',
  },
};

/** The one way to the server: token, language, one refresh on 401, problems as errors. */
export async function send(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const first = await attempt(input, init);
  if (first.status !== 401 || accessToken() === null) return first;
  if (!(await refreshSession())) {
    sessionLost();
    return first;
  }
  return attempt(input, init);
}

async function attempt(input: string | URL | Request, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  const token = accessToken();
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  headers.set('accept-language', currentLanguage() === 'en' ? 'en' : 'zh-CN');
  try {
    return await fetch(input, { ...init, headers });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ProblemError(UNREACHABLE);
  }
}

interface CallOptions {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** Calls an address under /api/v1 and reads its JSON. `T` is the shape that the server's document declares. */
export async function call<T>(path: string, options: CallOptions = {}): Promise<T> {
  const response = await send(addressOf(path, options.query), {
    method: options.method ?? 'GET',
    body: bodyOf(options.body),
    headers: headersOf(options),
    signal: options.signal,
  });
  if (!response.ok) throw new ProblemError(await problemOf(response));
  if (response.status === 204) return undefined as T; // an answer without content has no shape
  return (await response.json()) as T; // the shape is the server's promise, checked by its tests
}

export async function problemOf(response: Response): Promise<Problem> {
  const isProblem = (response.headers.get('content-type') ?? '').includes('json');
  const fallback = { status: response.status, code: 'web.unknown', title: `HTTP ${response.status}` };
  if (!isProblem) return fallback;
  return { ...fallback, ...((await response.json()) as Partial<Problem>) }; // application/problem+json
}

function addressOf(path: string, query: CallOptions['query'] = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return `/api/v1${path}${search === '' ? '' : `?${search}`}`;
}

function bodyOf(body: unknown): BodyInit | undefined {
  if (body === undefined) return undefined;
  return body instanceof FormData ? body : JSON.stringify(body);
}

function headersOf(options: CallOptions): Record<string, string> {
  const isJson = options.body !== undefined && !(options.body instanceof FormData);
  return {
    accept: 'application/json',
    ...(isJson ? { 'content-type': 'application/json' } : {}),
    ...(options.idempotencyKey === undefined ? {} : { 'idempotency-key': options.idempotencyKey }),
  };
}
