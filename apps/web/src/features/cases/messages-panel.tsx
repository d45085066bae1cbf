import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import type { MessageAnswer } from '../../api/generated/client.js';
import { useTexts } from '../../locales/use-texts.js';
import { KeyKeeper } from '../../shared/commands/key-keeper.js';
import { RefusalAlert } from '../../shared/commands/refusal-alert.js';
import { formatDateTime } from '../../shared/time/format-time.js';
import { PeoplePicker } from '../operations/people-picker.js';
import { markMessagesRead, messagesQuery, sendMessage } from './api/messages.js';

interface MessagesPanelProps {
  readonly rootId: number;
  /** The task that one writes about; without one there is nobody to write to. */
  readonly taskId: number | undefined;
}

/** 沟通: what was written to the reader and by the reader about this project. */
export function MessagesPanel({ rootId, taskId }: MessagesPanelProps) {
  const texts = useTexts();
  const client = useQueryClient();
  const { data } = useQuery(messagesQuery(rootId));
  const messages = data?.items ?? [];
  const hasUnread = messages.some((message) => message.unread);
  const { mutate: markRead } = useMutation({
    mutationFn: () => markMessagesRead(rootId),
    onSuccess: () => client.invalidateQueries({ queryKey: messagesQuery(rootId).queryKey }),
  });
  useEffect(() => {
    if (hasUnread) markRead();
  }, [hasUnread, markRead]);
  return (
    <section className="panel">
      <h2>{texts.messages.title}</h2>
      {messages.length === 0 ? <p className="muted">{texts.messages.none}</p> : null}
      <ul className="plain-list message-list">
        {messages.map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </ul>
      {taskId === undefined ? null : <Composer rootId={rootId} taskId={taskId} />}
    </section>
  );
}

function Message({ message }: { readonly message: MessageAnswer }) {
  const texts = useTexts();
  const namesOf = (isRead: boolean) =>
    message.readers
      .filter((reader) => (reader.readAt !== null) === isRead)
      .map((reader) => reader.name)
      .join('、');
  const [read, unread] = [namesOf(true), namesOf(false)];
  return (
    <li>
      <strong>
        {message.sender.organisation} {message.sender.name}
      </strong>{' '}
      <time className="muted" dateTime={message.at}>
        {formatDateTime(message.at)}
      </time>
      <p className="message-list__body">{message.body}</p>
      <small className="muted">
        {[
          ...(read === '' ? [] : [texts.messages.readBy(read)]),
          ...(unread === '' ? [] : [texts.messages.notRead(unread)]),
        ].join(' ')}
      </small>
    </li>
  );
}

function Composer({ rootId, taskId }: { readonly rootId: number; readonly taskId: number }) {
  const texts = useTexts();
  const client = useQueryClient();
  const [keys] = useState(() => new KeyKeeper());
  const [users, setUsers] = useState<readonly number[]>([]);
  const [body, setBody] = useState('');
  const sending = useMutation({
    mutationFn: () => {
      const said = body.trim();
      return sendMessage({ rootId, taskId, users, body: said, key: keys.keyFor([users, said]) });
    },
    onSuccess: () => {
      setBody('');
      setUsers([]);
      void client.invalidateQueries({ queryKey: messagesQuery(rootId).queryKey });
    },
  });
  return (
    <div className="task-form">
      <label className="field__label" htmlFor="message-to">
        {texts.messages.to}
      </label>
      <PeoplePicker id="message-to" taskId={taskId} value={users} onChange={setUsers} source="colleagues" />
      <label className="field__label" htmlFor="message-body">
        {texts.messages.body}
      </label>
      <Input.TextArea
        id="message-body"
        value={body}
        maxLength={2000}
        onChange={(event) => setBody(event.target.value)}
      />
      <RefusalAlert error={sending.error} />
      <div className="button-row">
        <Button
          disabled={users.length === 0 || body.trim() === ''}
          loading={sending.isPending}
          onClick={() => sending.mutate()}
        >
          {texts.messages.send}
        </Button>
      </div>
    </div>
  );
}
