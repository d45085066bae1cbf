/** 账号待办: what must be done with the account before anything else is answered. */
export const ACCOUNT_DUTIES = ['password-change', 'second-factor'] as const;
export type AccountDuty = (typeof ACCOUNT_DUTIES)[number];

export function isAccountDuty(value: unknown): value is AccountDuty {
  return ACCOUNT_DUTIES.some((duty) => duty === value);
}
