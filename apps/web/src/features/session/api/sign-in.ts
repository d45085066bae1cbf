import { queryOptions } from '@tanstack/react-query';
import {
  passwordReset,
  sessionLogin,
  singleSignOnExchange,
  singleSignOnRead,
  type TokensView,
} from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';

/** Without a code where the account has no second factor, or nobody has asked yet. */
export function signIn(login: string, password: string, code?: string): Promise<TokensView> {
  return answer(sessionLogin({ loginDto: { login, password, ...(code === undefined ? {} : { code }) } }));
}

/** The ticket is a cookie that the browser got on its way back from the issuer. */
export function exchangeTicket(code?: string): Promise<TokensView> {
  return answer(singleSignOnExchange({ exchangeTicketDto: code === undefined ? {} : { code } }));
}

export function resetPassword(login: string, code: string, newPassword: string): Promise<unknown> {
  return answer(passwordReset({ resetPasswordDto: { login, code, newPassword } }));
}

export const singleSignOnQuery = () =>
  queryOptions({ queryKey: ['single-sign-on'], queryFn: () => answer(singleSignOnRead()), staleTime: Infinity });
