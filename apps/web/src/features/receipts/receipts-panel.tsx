import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../locales/use-texts.js';
import { caseReceiptsQuery } from './api/receipts.js';
import { ReceiptList } from './receipt-list.js';

const SHOWN_FIRST = 3;

/** 我的回执 in this project. */
export function ReceiptsPanel({ rootId }: { readonly rootId: number }) {
  const texts = useTexts().receipts;
  const receipts = useQuery(caseReceiptsQuery(rootId)).data ?? [];
  const [isWhole, setWhole] = useState(false);
  return (
    <section className="panel" aria-label={texts.mine}>
      <h2>{texts.mine}</h2>
      {receipts.length === 0 ? <p className="muted">{texts.none}</p> : null}
      <ReceiptList receipts={isWhole ? receipts : receipts.slice(0, SHOWN_FIRST)} />
      {isWhole || receipts.length <= SHOWN_FIRST ? null : (
        <Button type="link" onClick={() => setWhole(true)}>
          {texts.all(receipts.length)}
        </Button>
      )}
    </section>
  );
}
