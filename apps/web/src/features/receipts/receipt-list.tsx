import { useState } from 'react';
import type { CaseReceiptAnswer } from '../../api/generated/client.js';
import { useTexts } from '../../locales/use-texts.js';
import type { Texts } from '../../locales/zh.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { ReceiptDialog } from './receipt-dialog.js';

/** Number, matter, time and hash of each; a receipt opens by its number. */
export function ReceiptList({ receipts }: { readonly receipts: readonly CaseReceiptAnswer[] }) {
  const texts = useTexts();
  const [open, setOpen] = useState<CaseReceiptAnswer | null>(null);
  return (
    <>
      <ul className="plain-list">
        {receipts.map((receipt) => (
          <li key={receipt.number}>
            <div className="open-task">
              <button type="button" className="link-button" onClick={() => setOpen(receipt)}>
                {receipt.number}
              </button>
              <time className="muted" dateTime={receipt.recordedAt}>
                {formatDateTime(receipt.recordedAt)}
              </time>
            </div>
            <p>{matterOf(receipt, texts)}</p>
            <code className="hash" title={receipt.hash}>
              {receipt.hash}
            </code>
          </li>
        ))}
      </ul>
      {open === null ? null : (
        <ReceiptDialog number={open.number} matter={matterOf(open, texts)} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

/** What the engine calls by its own name has words here, as in the history. */
function matterOf({ kind, title }: CaseReceiptAnswer, { receipts, history }: Texts): string {
  if (kind !== 'submission') return receipts.kinds[kind];
  const events: Readonly<Record<string, string>> = history.events;
  return events[title] ?? title;
}
