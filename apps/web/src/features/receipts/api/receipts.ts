import { queryOptions } from '@tanstack/react-query';
import {
  caseReceiptsList,
  receiptsRead,
  receiptsVerify,
  type VerificationAnswer,
} from '../../../api/generated/client.js';
import { answer } from '../../../api/http.js';

/** One's own receipts in a case, the newest first. */
export const caseReceiptsQuery = (rootId: number) =>
  queryOptions({ queryKey: ['case', rootId, 'receipts'], queryFn: () => answer(caseReceiptsList({ id: rootId })) });

/** A receipt never changes. */
export const receiptQuery = (number: string) =>
  queryOptions({
    queryKey: ['receipt', number],
    queryFn: () => answer(receiptsRead({ $number: number })),
    staleTime: Infinity,
  });

/** Whether a number and a hash belong together; asked without signing in. */
export function verifyReceipt(number: string, hash: string): Promise<VerificationAnswer> {
  return answer(receiptsVerify({ $number: number, hash }));
}
