/** Tokens of this browser. They are kept in localStorage so that all tabs share one session. */
interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

const KEY = 'sanshe.session';
const LOCK = 'sanshe.session.refresh';
const listeners = new Set<() => void>();

function read(): Tokens | null {
  const text = localStorage.getItem(KEY);
  return text === null ? null : (JSON.parse(text) as Tokens); // written by `keep` alone
}

function keep(tokens: Tokens): void {
  localStorage.setItem(KEY, JSON.stringify({ accessToken: tokens.accessToken, refreshToken: tokens.refreshToken }));
  notify();
}

export function accessToken(): string | null {
  return read()?.accessToken ?? null;
}

export function isSignedIn(): boolean {
  return read() !== null;
}

/** What the token says must be done with the account first, by commas: until then the server answers nothing else. */
export function pendingDuties(): string {
  const claims = accessToken()?.split('.')[1];
  if (claims === undefined) return '';
  const text = atob(claims.replaceAll('-', '+').replaceAll('_', '/'));
  return (JSON.parse(text) as { readonly due: readonly string[] }).due.join(); // claims of our own server
}

export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function sessionLost(): void {
  localStorage.removeItem(KEY);
  notify();
}

export function sessionOpened(tokens: Tokens): void {
  keep(tokens);
}

let running: Promise<boolean> | null = null;

/**
 * Exchanges the refresh token. A refresh token may be used only once (reuse revokes the family),
 * so tabs take turns: whoever waited finds the tokens that the other tab has fetched.
 */
export function refreshSession(): Promise<boolean> {
  running ??= exchangeInTurn(read()).finally(() => {
    running = null;
  });
  return running;
}

async function exchangeInTurn(before: Tokens | null): Promise<boolean> {
  if (before === null) return false;
  const exchange = () => exchangeUnlessDone(before);
  return 'locks' in navigator ? navigator.locks.request(LOCK, exchange) : exchange();
}

async function exchangeUnlessDone(before: Tokens): Promise<boolean> {
  const now = read();
  if (now === null) return false;
  if (now.refreshToken !== before.refreshToken) return true;
  const response = await fetch('/api/v1/sessions/refresh', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ refreshToken: now.refreshToken }),
  });
  if (!response.ok) return false;
  keep((await response.json()) as Tokens); // shape of POST /sessions/refresh
  return true;
}

function notify(): void {
  for (const listener of listeners) listener();
}

window.addEventListener('storage', (event) => {
  if (event.key === KEY) notify();
});
