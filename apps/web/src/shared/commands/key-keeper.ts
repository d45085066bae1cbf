const BYTES = 16;

/** A key for one intended change. `crypto.randomUUID` exists on secure origins only; an office LAN may have none. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The same content keeps its key, so that a second press after a broken connection changes nothing twice. */
export class KeyKeeper {
  private content = '';
  private key = newKey();

  keyFor(body: unknown): string {
    const content = JSON.stringify(body);
    if (content !== this.content) {
      this.content = content;
      this.key = newKey();
    }
    return this.key;
  }
}
