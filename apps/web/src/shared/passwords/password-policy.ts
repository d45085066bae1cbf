import { queryOptions, useQuery } from '@tanstack/react-query';
import { passwordPolicy } from '../../api/generated/client.js';
import { answer } from '../../api/http.js';
import { useTexts } from '../../locales/use-texts.js';

const policyQuery = () =>
  queryOptions({ queryKey: ['password-policy'], queryFn: () => answer(passwordPolicy()), staleTime: Infinity });

/** What a new password must be like, in a sentence or two. */
export function usePolicyText(): string {
  const texts = useTexts();
  const policy = useQuery(policyQuery()).data;
  if (!policy) return '';
  const history = policy.historyLength > 0 ? texts.password.history(policy.historyLength) : '';
  return `${texts.password.policy(policy.minLength, policy.minClasses)} ${history}`.trim();
}
