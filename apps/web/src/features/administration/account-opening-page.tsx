import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Select, Space, Typography, Upload } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import {
  type AccountRequestDto,
  accountRequestsAddDocument,
  accountRequestsAsk,
  accountRequestsKinds,
  accountRequestsStatus,
} from '../../api/generated/client.js';
import { answer } from '../../api/http.js';
import { useTexts, useTitle } from '../../locales/use-texts.js';
import { useDocumentTitle } from '../../shared/ui/document-title.js';
import { useProblemText } from '../../shared/ui/problem-text.js';

/** 开户申请: for people without a login. */
export function AccountOpeningPage() {
  const texts = useTexts().administration.opening;
  useDocumentTitle(texts.title);
  const [receipt, setReceipt] = useState('');
  return (
    <main className="opening-page stack">
      <h1>{texts.title}</h1>
      <p className="muted">{texts.lead}</p>
      <Progress receipt={receipt} onReceipt={setReceipt} />
      <Request onReceipt={setReceipt} />
      <Link to="/login">{texts.toLogin}</Link>
    </main>
  );
}

function Request({ onReceipt }: { readonly onReceipt: (receipt: string) => void }) {
  const all = useTexts().administration;
  const texts = all.opening;
  const title = useTitle();
  const problemText = useProblemText();
  const kinds = useQuery({ queryKey: ['account-request-kinds'], queryFn: () => answer(accountRequestsKinds()) }).data;
  const ask = useMutation({
    mutationFn: (accountRequestDto: AccountRequestDto) => answer(accountRequestsAsk({ accountRequestDto })),
    onSuccess: ({ receipt }) => onReceipt(receipt),
  });
  const required = (label: string) => [{ required: true, message: label }];
  return (
    <section className="panel">
      {ask.isError ? <Alert type="error" showIcon role="alert" title={problemText(ask.error)} /> : null}
      <Form<AccountRequestDto> layout="vertical" onFinish={(values) => ask.mutate(values)}>
        <Form.Item
          name="creditCode"
          label={all.organisations.creditCode}
          rules={required(all.organisations.creditCode)}
        >
          <Input maxLength={18} />
        </Form.Item>
        <Form.Item name="organisationName" label={texts.organisationName} rules={required(texts.organisationName)}>
          <Input maxLength={128} />
        </Form.Item>
        <Form.Item name="kind" label={all.organisations.kind} rules={required(all.organisations.kind)}>
          <Select options={kinds?.map((kind) => ({ value: kind.kind, label: title(kind.title) })) ?? []} />
        </Form.Item>
        <Form.Item
          name="divisionCode"
          label={all.organisations.division}
          extra={texts.divisionHint}
          rules={required(all.organisations.division)}
        >
          <Input maxLength={12} />
        </Form.Item>
        <Form.Item name="contactName" label={texts.contactName} rules={required(texts.contactName)}>
          <Input maxLength={64} />
        </Form.Item>
        <Form.Item name="phone" label={all.users.phone} rules={required(all.users.phone)}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="idNumber" label={all.users.idNumber} rules={required(all.users.idNumber)}>
          <Input maxLength={18} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={ask.isPending}>
          {texts.submit}
        </Button>
      </Form>
    </section>
  );
}

interface ProgressProps {
  readonly receipt: string;
  readonly onReceipt: (receipt: string) => void;
}

function Progress({ receipt, onReceipt }: ProgressProps) {
  const texts = useTexts().administration.opening;
  const problemText = useProblemText();
  const query = useQuery({
    queryKey: ['account-request', receipt],
    queryFn: () => answer(accountRequestsStatus({ receipt })),
    enabled: receipt !== '',
    retry: false,
  });
  const add = useMutation({
    mutationFn: (file: File) => answer(accountRequestsAddDocument({ receipt, body: { file } })),
    onSuccess: () => query.refetch(),
  });
  const error = add.error ?? query.error;
  return (
    <section className="panel stack">
      <Input.Search
        aria-label={texts.receipt}
        placeholder={texts.receipt}
        enterButton={texts.look}
        onSearch={onReceipt}
      />
      {error === null ? null : <Alert type="error" showIcon role="alert" title={problemText(error)} />}
      {query.data === undefined ? null : (
        <div role="status">
          <p>
            {texts.receipt}：
            <Typography.Text strong copyable>
              {query.data.receipt}
            </Typography.Text>
          </p>
          <p className="muted">{texts.receiptHint}</p>
          <p>
            {query.data.organisationName}：{texts.states[query.data.status]} {query.data.reason}
          </p>
          <Space wrap>
            {query.data.documents.map((document) => (
              <span key={document.id}>{document.name}</span>
            ))}
            {query.data.status === 'pending' ? (
              <Upload showUploadList={false} beforeUpload={(file) => (add.mutate(file), false)}>
                <Button loading={add.isPending}>{texts.document}</Button>
              </Upload>
            ) : null}
          </Space>
        </div>
      )}
    </section>
  );
}
