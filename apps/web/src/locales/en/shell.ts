import type { Texts } from '../zh.js';

type ShellTexts = Pick<Texts, 'product' | 'demo' | 'clock' | 'nav' | 'login' | 'common' | 'notifications'>;

export const shellTexts: ShellTexts = {
  product: {
    name: 'Sanshe',
    subtitle: 'Government purchase of social services',
    full: 'Sanshe · Government purchase of social services',
  },
  demo: {
    mark: 'Demo data',
    explain: 'People, organisations and amounts are invented and have no official effect.',
    accounts: 'Demo accounts',
    accountsHint: 'Choose a row to fill in the account.',
    password: (text) => `The password of each is ${text}`,
    passwordElsewhere: 'Ask the administrator for the password.',
  },
  clock: { business: 'Business time', note: 'The administrator may set the business time of this environment.' },
  nav: {
    inbox: 'To do',
    projects: 'Projects',
    newProject: 'New project',
    notifications: 'Notifications',
    skip: 'Skip to content',
    account: 'Account',
    signOut: 'Sign out',
    language: '中文',
    main: 'Main navigation',
  },
  login: {
    title: 'Sign in',
    login: 'Account',
    password: 'Password',
    submit: 'Sign in',
    missing: 'Enter account and password.',
    lost: 'Your session has expired. Sign in again; what you did not submit is kept on this device.',
    lead: 'From the need in a village to the score at the end of the year: application, budget, procurement, monitoring, evaluation.',
  },
  common: {
    loading: 'Loading…',
    retry: 'Try again',
    failed: 'Could not load',
    close: 'Close',
    back: 'Back',
    home: 'To the tasks',
    notFound: 'No such page',
    crashed: 'The page broke',
    crashedHint: 'Your drafts are kept on this device. Reload; if it happens again, tell the administrator.',
    reload: 'Reload',
    none: '—',
  },
  notifications: {
    title: 'Notifications',
    empty: 'No notifications',
    emptyHint: 'Reminders, warnings and new tasks appear here.',
    unread: (count) => `${count} unread`,
    markRead: 'Mark as read',
    markAll: 'Mark all as read',
    kinds: { opened: 'New task', reminder: 'Reminder', escalation: 'Escalation', warning: 'Warning' },
  },
};
