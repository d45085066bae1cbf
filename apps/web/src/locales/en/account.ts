import type { Texts } from '../zh.js';

type AccountTexts = Pick<Texts, 'account' | 'password' | 'reset' | 'secondFactor' | 'sessions' | 'singleSignOn'>;

export const accountTexts: AccountTexts = {
  account: {
    title: 'Account',
    dutyTitle: 'Do this first',
    duties: {
      'password-change': 'Your password was chosen by somebody else, is too old, or is to be replaced. Choose another.',
      'second-factor': 'Your role requires a second factor. Set it up.',
    },
    saved: 'Saved',
  },
  password: {
    title: 'Change password',
    current: 'Current password',
    fresh: 'New password',
    again: 'New password again',
    differ: 'The two new passwords differ.',
    missing: 'Fill in everything.',
    submit: 'Change password',
    changed: 'Your password was changed. You were signed out on all other devices.',
    policy: (length, classes) =>
      `At least ${length} characters, of at least ${classes} kinds: capital letters, small letters, digits, others. Neither account nor name in it.`,
    history: (count) => `Not one of the last ${count}.`,
  },
  reset: {
    link: 'Forgot password',
    title: 'Set a password with a code',
    lead: 'Ask the administrator of your organisation for a one-time code. It is given after checking who you are, and is good once.',
    code: 'Code',
    submit: 'Set password',
    done: 'Your password is set. Sign in with it.',
    back: 'Back to sign-in',
  },
  secondFactor: {
    title: 'Second factor (authenticator)',
    on: 'On',
    off: 'Off',
    required: 'Required by your role',
    lead: 'Signing in asks for the six digits that the authenticator on your phone shows, besides the password.',
    left: (count) => `${count} recovery codes left`,
    begin: 'Set up an authenticator',
    scan: 'Scan this with the authenticator on your phone, or type the secret; then enter the six digits that it shows.',
    secret: 'Secret',
    code: 'Code',
    confirm: 'Confirm',
    recoveryTitle: 'Recovery codes (shown this once)',
    recoveryLead:
      'When the phone is lost, each takes the place of one code. Write them down or print them, and keep them safe.',
    recoveryKept: 'I have kept them',
    renew: 'New recovery codes',
    remove: 'Remove',
    password: 'Enter your password to go on',
    proceed: 'Continue',
    cancel: 'Cancel',
    atLogin: 'Code or recovery code',
    asked: 'This account has a second factor. Enter the six digits of your authenticator, or a recovery code.',
  },
  sessions: {
    title: 'Sessions',
    lead: 'End what is not yours at once, and change your password.',
    device: 'Device',
    address: 'Address',
    opened: 'Signed in',
    used: 'Last used',
    current: 'This one',
    unknown: 'Unknown device',
    end: 'End',
    endOthers: 'End all others',
  },
  singleSignOn: {
    or: 'or',
    refused: {
      unreachable: 'The identity provider does not answer. Try again later, or sign in with a password.',
      expired: 'The sign-in has expired. Start it again.',
      refused: 'The identity provider did not let you in. Try again.',
      'unknown-user': 'There is no account here for that identity. Ask the administrator of your organisation.',
      disabled: 'This account is disabled. Ask the system administrator.',
    },
  },
};
