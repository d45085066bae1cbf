import { currentLanguage } from '../locales/language.js';
import { defaults } from './generated/client.js';
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

defaults.baseUrl = '';
defaults.fetch = (input, init) => send(input instanceof Request ? input : String(input), init);

interface Answered {
  readonly status: number;
  readonly data?: unknown;
}

const REFUSED_FROM = 400;

/** The content of a successful answer of the generated client; a refusal is thrown as its problem. */
export async function answer<T extends Answered>(request: Promise<T>): Promise<T['data']> {
  const { status, data } = await request;
  if (status < REFUSED_FROM) return data;
  throw new ProblemError(problemFrom(status, data));
}

/** What the server says about a refusal (application/problem+json), or the bare status where a proxy answered. */
function problemFrom(status: number, data: unknown): Problem {
  const content = typeof data === 'string' ? contentOf(data) : data;
  const told = typeof content === 'object' && content !== null ? (content as Partial<Problem>) : {}; // RFC 9457
  return { code: 'web.unknown', title: `HTTP ${status}`, ...told, status };
}

/** Where success has no content, the generated client hands a refusal on as text. */
function contentOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return problemFrom(response.status, isJson ? await response.json() : null);
}
