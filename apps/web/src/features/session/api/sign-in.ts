import { sessionLogin, type TokensView } from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';

export function signIn(login: string, password: string): Promise<TokensView> {
  return answer(sessionLogin({ loginDto: { login, password } }));
}
