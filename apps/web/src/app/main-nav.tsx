import {
  AlertOutlined,
  BellOutlined,
  FolderOpenOutlined,
  InboxOutlined,
  NotificationOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Badge } from 'antd';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useTexts } from '../locales/use-texts.js';
import { useMe } from '../shared/session/me.js';
import { unreadQuery } from '../shared/session/unread.js';

const MAX_COUNT = 99;

export function MainNav() {
  const texts = useTexts();
  const unread = useQuery(unreadQuery()).data ?? 0;
  const permissions = useMe()?.permissions ?? [];
  const isAdministrator = ['users.view', 'account-requests.review'].some((name) => permissions.includes(name));
  return (
    <nav className="main-nav" aria-label={texts.nav.main}>
      <Item to="/" icon={<InboxOutlined />} text={texts.nav.inbox} />
      <Item to="/projects" icon={<FolderOpenOutlined />} text={texts.nav.projects} />
      <Item to="/opportunities" icon={<NotificationOutlined />} text={texts.opportunities.title} />
      <Item
        to="/notifications"
        icon={
          <Badge count={unread} size="small" overflowCount={MAX_COUNT} title={texts.notifications.unread(unread)}>
            <BellOutlined />
          </Badge>
        }
        text={texts.nav.notifications}
        note={unread > 0 ? texts.notifications.unread(unread) : ''}
      />
      {permissions.includes('supervision.view') ? (
        <Item to="/supervision" icon={<AlertOutlined />} text={texts.supervision.title} />
      ) : null}
      {isAdministrator ? (
        <Item to="/administration" icon={<SettingOutlined />} text={texts.administration.title} />
      ) : null}
    </nav>
  );
}

interface ItemProps {
  readonly to: string;
  readonly icon: ReactNode;
  readonly text: string;
  /** Read aloud behind the text; the eye sees the badge. */
  readonly note?: string;
}

function Item({ to, icon, text, note = '' }: ItemProps) {
  return (
    <NavLink to={to} end={to === '/'} className="main-nav__item">
      <span className="main-nav__icon" aria-hidden="true">
        {icon}
      </span>
      <span>{text}</span>
      {note === '' ? null : <span className="visually-hidden">{note}</span>}
    </NavLink>
  );
}
