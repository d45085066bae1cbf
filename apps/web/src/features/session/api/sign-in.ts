import { call } from '../../../api/http.js';

interface OpenedSession {
  readonly accessToken: string;
  readonly refreshToken: string;
}

export function signIn(login: string, password: string): Promise<OpenedSession> {
  return call<OpenedSession>('/sessions', { method: 'POST', body: { login, password } });
}
