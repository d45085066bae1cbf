import { Alert } from 'antd';
import type { VerificationAnswer } from '../../api/generated/client.js';
import { useTexts } from '../../locales/use-texts.js';
import { formatDateTime } from '../../shared/time/format-time.js';

/** Whether number and hash belong together. */
export function VerificationResult({ result }: { readonly result: VerificationAnswer }) {
  const texts = useTexts().receipts;
  const { valid, recordedAt } = result;
  return valid && recordedAt !== null ? (
    <Alert type="success" showIcon role="status" title={texts.valid(formatDateTime(recordedAt))} />
  ) : (
    <Alert type="error" showIcon role="alert" title={texts.invalid} />
  );
}
