import { queryOptions } from '@tanstack/react-query';
import {
  mySessionsEndOne,
  mySessionsEndOthers,
  mySessionsList,
  passwordChange,
  secondFactorBegin,
  secondFactorConfirm,
  secondFactorRead,
  secondFactorRemove,
  secondFactorRenew,
} from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';
import { refreshSession } from '../../../api/session.js';

export const sessionsQuery = () =>
  queryOptions({ queryKey: ['account', 'sessions'], queryFn: () => answer(mySessionsList()) });

export const secondFactorQuery = () =>
  queryOptions({ queryKey: ['account', 'second-factor'], queryFn: () => answer(secondFactorRead()) });

/** The token in hand still says what had to be done; the next one does not. */
export async function changePassword(password: string, newPassword: string): Promise<void> {
  await answer(passwordChange({ changePasswordDto: { password, newPassword } }));
  await refreshSession();
}

export const endSession = (family: number) => answer(mySessionsEndOne({ family }));
export const endOtherSessions = () => answer(mySessionsEndOthers());

export const beginSecondFactor = (password: string) =>
  answer(secondFactorBegin({ confirmedByPasswordDto: { password } }));
export const confirmSecondFactor = (code: string) => answer(secondFactorConfirm({ confirmSecondFactorDto: { code } }));
export const renewRecoveryCodes = (password: string) =>
  answer(secondFactorRenew({ confirmedByPasswordDto: { password } }));
export const removeSecondFactor = (password: string) =>
  answer(secondFactorRemove({ confirmedByPasswordDto: { password } }));
