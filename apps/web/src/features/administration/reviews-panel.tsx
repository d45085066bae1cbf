import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Space } from 'antd';
import { useState } from 'react';
import { accountReviewsApprove, accountReviewsRefuse, type ReviewView } from '../../api/generated/client.js';
import { answer } from '../../api/http.js';
import { useTexts } from '../../locales/use-texts.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { reviewsQuery } from './api/administration.js';
import { downloadFile } from './api/download-file.js';
import { CodeDialog, type ShownCode } from './code-dialog.js';
import { PagedTable } from './paged-table.js';
import { ReasonButton } from '../../shared/ui/reason-button.js';
import { useChange } from './use-change.js';

/** 开户审核: requests of the own county. */
export function ReviewsPanel() {
  const texts = useTexts().administration;
  const [code, setCode] = useState<ShownCode | null>(null);
  return (
    <>
      <PagedTable<ReviewView>
        label={texts.tabs.reviews}
        query={useInfiniteQuery(reviewsQuery())}
        rowKey="id"
        columns={[
          { title: texts.organisations.name, dataIndex: 'organisationName' },
          { title: texts.organisations.creditCode, dataIndex: 'creditCode' },
          { title: texts.organisations.kind, dataIndex: 'kindTitle' },
          { title: texts.organisations.division, dataIndex: 'divisionName' },
          { title: texts.reviews.contact, render: (_, one) => `${one.contactName} ${one.phone ?? ''}` },
          { title: texts.reviews.documents, render: (_, one) => <Documents review={one} /> },
          { title: texts.at, render: (_, one) => formatDateTime(one.createdAt) },
          { key: 'actions', render: (_, one) => <Decision review={one} onApproved={setCode} /> },
        ]}
      />
      <CodeDialog shown={code} onClose={() => setCode(null)} />
    </>
  );
}

function Documents({ review }: { readonly review: ReviewView }) {
  const download = useChange(({ id, name }: { id: number; name: string }) =>
    downloadFile(`/api/v1/account-reviews/${review.id}/documents/${id}`, name),
  );
  return (
    <Space wrap size={0}>
      {review.documents.map((document) => (
        <Button key={document.id} size="small" type="link" onClick={() => download.mutate(document)}>
          {document.name}
        </Button>
      ))}
    </Space>
  );
}

function Decision({
  review,
  onApproved,
}: {
  readonly review: ReviewView;
  readonly onApproved: (code: ShownCode) => void;
}) {
  const texts = useTexts().administration.reviews;
  const approve = useChange(() => answer(accountReviewsApprove({ id: review.id })), onApproved);
  const refuse = useChange((reason: string) => answer(accountReviewsRefuse({ id: review.id, refusalDto: { reason } })));
  return (
    <Space size={0}>
      <Button size="small" type="link" loading={approve.isPending} onClick={() => approve.mutate(undefined)}>
        {texts.approve}
      </Button>
      <ReasonButton text={texts.refuse} isDangerous onGiven={(reason) => refuse.mutate(reason)} />
    </Space>
  );
}
