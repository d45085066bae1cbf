import { useInfiniteQuery } from '@tanstack/react-query';
import { App, Button, Select, Space } from 'antd';
import { useState } from 'react';
import { type DeadLetterView, deadLetterResend, deadLetterResendAll } from '../../api/generated/client.js';
import { answer } from '../../api/http.js';
import { useTexts } from '../../locales/use-texts.js';
import { useMe } from '../../shared/session/me.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { type Channel, deadLettersQuery } from './api/sending.js';
import { PagedTable } from './paged-table.js';
import { useChange } from './use-change.js';

const CHANNELS: readonly Channel[] = ['mail', 'sms', 'wecom', 'dingtalk'];

/** Reasons are sentences of servers: they wrap, so that the rest stays in sight. */
const REASON = { width: 260, whiteSpace: 'normal', overflowWrap: 'anywhere' } as const;

/** 死信: what could not leave the house, for whoever runs the system. */
export function DeadLettersPanel() {
  const { deadLetters: texts, channels, administration } = useTexts();
  const [channel, setChannel] = useState<Channel | undefined>();
  const mayResend = useMe()?.permissions.includes('operations.manage') ?? false;
  return (
    <div className="stack">
      <p className="muted">{texts.lead}</p>
      <Space wrap>
        <Select<Channel>
          allowClear
          aria-label={texts.channel}
          placeholder={texts.allChannels}
          style={{ minWidth: 160 }}
          value={channel ?? null}
          onChange={(chosen: Channel | undefined) => setChannel(chosen)}
          options={CHANNELS.map((value) => ({ value, label: channels[value] }))}
        />
        {mayResend && channel !== undefined ? <ResendAll channel={channel} /> : null}
      </Space>
      <PagedTable<DeadLetterView>
        label={administration.tabs.deadLetters}
        query={useInfiniteQuery(deadLettersQuery(channel))}
        rowKey="id"
        columns={[
          { title: texts.id, render: (_, letter) => `s-${letter.id}` },
          { title: texts.channel, render: (_, letter) => channels[letter.channel] },
          { title: texts.recipient, render: (_, letter) => `${letter.organisationName} ${letter.userName}` },
          { title: texts.subject, render: (_, letter) => texts.subjects[letter.subject] },
          { title: texts.reason, render: (_, letter) => <div style={REASON}>{letter.reason}</div> },
          { title: texts.attempts, dataIndex: 'attempts' },
          { title: texts.doubts, dataIndex: 'doubtCount' },
          { title: texts.closed, render: (_, letter) => formatDateTime(letter.closedAt) },
          { key: 'actions', fixed: 'end', render: (_, letter) => (mayResend ? <Resend id={letter.id} /> : null) },
        ]}
      />
    </div>
  );
}

function Resend({ id }: { readonly id: number }) {
  const texts = useTexts().deadLetters;
  const { message } = App.useApp();
  const resend = useChange(
    () => answer(deadLetterResend({ id })),
    () => void message.success(texts.resent(1)),
  );
  return (
    <Button size="small" type="link" loading={resend.isPending} onClick={() => resend.mutate(undefined)}>
      {texts.resend}
    </Button>
  );
}

function ResendAll({ channel }: { readonly channel: Channel }) {
  const texts = useTexts().deadLetters;
  const { message } = App.useApp();
  const resend = useChange(
    () => answer(deadLetterResendAll({ resendDto: { channel } })),
    ({ count }) => void message.success(texts.resent(count)),
  );
  return (
    <Button loading={resend.isPending} onClick={() => resend.mutate(undefined)}>
      {texts.resendAll}
    </Button>
  );
}
