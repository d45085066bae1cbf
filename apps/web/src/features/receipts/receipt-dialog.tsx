import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import type { ReceiptAnswer } from '../../api/generated/client.js';
import { useTexts } from '../../locales/use-texts.js';
import type { Texts } from '../../locales/zh.js';
import { RefusalAlert } from '../../shared/commands/refusal-alert.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { LoadFailure } from '../../shared/ui/load-failure.js';
import { PageSkeleton } from '../../shared/ui/page-skeleton.js';
import { receiptQuery, verifyReceipt } from './api/receipts.js';
import { VerificationResult } from './verification-result.js';

interface ReceiptDialogProps {
  readonly number: string;
  /** What was done, in words. */
  readonly matter: string;
  readonly onClose: () => void;
}

/** 送达回执: who did what when, with the hashes by which it can be checked, for ever. */
export function ReceiptDialog({ number, matter, onClose }: ReceiptDialogProps) {
  const texts = useTexts();
  const query = useQuery(receiptQuery(number));
  const checking = useMutation({ mutationFn: (hash: string) => verifyReceipt(number, hash) });
  const hash = query.data?.hash;
  return (
    <Modal
      open
      width={640}
      title={query.data ? texts.receipts.kinds[query.data.kind] : texts.receipts.title}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={() => window.print()}>{texts.receipts.print}</Button>
          <Button
            type="primary"
            disabled={hash === undefined}
            loading={checking.isPending}
            onClick={() => hash !== undefined && checking.mutate(hash)}
          >
            {texts.receipts.verify}
          </Button>
        </>
      }
    >
      {query.isPending ? <PageSkeleton rows={6} /> : null}
      {query.isError ? <LoadFailure error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data === undefined ? null : <Facts receipt={query.data} matter={matter} />}
      {checking.data === undefined ? null : <VerificationResult result={checking.data} />}
      <RefusalAlert error={checking.error} />
    </Modal>
  );
}

function Facts({ receipt, matter }: { readonly receipt: ReceiptAnswer; readonly matter: string }) {
  const texts = useTexts();
  return (
    <dl className="receipt">
      {[[texts.receipts.matter, matter] as const, ...factsOf(receipt, texts)].map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function factsOf(receipt: ReceiptAnswer, { receipts: texts }: Texts): [string, ReactNode][] {
  const { number, caseTitle, organisation, person, onBehalfOf, at, recordedAt, attachments } = receipt;
  return [
    [texts.number, number],
    [texts.project, caseTitle],
    [texts.person, `${organisation} ${person}`],
    ...(onBehalfOf === null ? [] : [[texts.onBehalfOf, onBehalfOf] as [string, ReactNode]]),
    [texts.at, formatDateTime(at)],
    [texts.recordedAt, formatDateTime(recordedAt)],
    ...attachments.map(({ id, sha256 }): [string, ReactNode] => [
      texts.attachment(id),
      <Hash key={id} text={sha256} />,
    ]),
    [texts.contentHash, <Hash key="content" text={receipt.contentHash} />],
    [texts.hash, <Hash key="hash" text={receipt.hash} />],
  ];
}

function Hash({ text }: { readonly text: string }) {
  return <code className="hash hash--whole">{text}</code>;
}
