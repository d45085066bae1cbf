import type { Answer } from './identity.app.js';

/** As much of a browser as a sign-in needs: it keeps cookies by host and path, and follows redirects when told to. */
export class Browser {
  private readonly cookies = new Map<
    string,
    { readonly value: string; readonly path: string; readonly host: string }
  >();

  async visit(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address);
    const headers = { ...(init.headers as Record<string, string> | undefined), cookie: this.cookieHeader(url) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.keep(line, url);
    return response;
  }

  /** Follows redirects until one leads to an address that begins so, which is answered and not visited. */
  async followUntil(address: string | URL, end: string): Promise<URL> {
    let url = new URL(address);
    for (let hops = 0; hops < 12; hops += 1) {
      const response = await this.visit(url);
      const location = response.headers.get('location');
      if (location === null) throw new RangeError(`${url.href} answered ${response.status}: ${await response.text()}`);
      url = new URL(location, url);
      if (`${url.pathname}${url.search}`.startsWith(end)) return url;
    }
    throw new RangeError(`no redirect to ${end}`);
  }

  async post(address: string | URL, body: object): Promise<Answer> {
    const response = await this.visit(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
  }

  value(name: string): string | undefined {
    return this.cookies.get(name)?.value;
  }

  set(name: string, value: string): void {
    const kept = this.cookies.get(name);
    if (kept) this.cookies.set(name, { ...kept, value });
  }

  private keep(line: string, { host, pathname }: URL): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice('path='.length) ?? pathname;
    if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) this.cookies.delete(name);
    else this.cookies.set(name, { value, path, host });
  }

  private cookieHeader({ host, pathname }: URL): string {
    const sent = [...this.cookies].filter(([, cookie]) => cookie.host === host && pathname.startsWith(cookie.path));
    return sent.map(([name, { value }]) => `${name}=${value}`).join('; ');
  }
}
