import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as it came over the wire. */
export interface ReceivedCall {
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the server says; null: it takes the message and never answers. */
export type Answer = { readonly status: number; readonly body: string } | null;

/** A real HTTP server that keeps what it gets and answers as the protocol under test does. */
export class WebHookServer {
  readonly calls: ReceivedCall[] = [];
  private readonly server: Server;

  private constructor(answer: (call: ReceivedCall) => Answer) {
    this.server = createServer((request, response) => {
      void text(request).then((body) => {
        const call = { url: new URL(request.url ?? '', 'http://server.test'), headers: request.headers, body };
        this.calls.push(call);
        const said = answer(call);
        if (said) response.writeHead(said.status, { 'content-type': 'application/json' }).end(said.body);
      });
    });
  }

  static async start(answer: (call: ReceivedCall) => Answer): Promise<WebHookServer> {
    const hook = new WebHookServer(answer);
    await new Promise<void>((resolve) => hook.server.listen(0, '127.0.0.1', resolve));
    return hook;
  }

  get address(): string {
    // A server that listens on TCP has an AddressInfo.
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

/** 200 with an `errcode`, as robots answer. */
export function errcode(code: number, message = code === 0 ? 'ok' : 'refused'): Answer {
  return { status: 200, body: JSON.stringify({ errcode: code, errmsg: message }) };
}
