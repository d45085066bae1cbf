import { connect, createServer, type Server, type Socket } from 'node:net';

/** The network between the applications and Redis: it can be cut. */
export class RedisProxy {
  private readonly sockets = new Set<Socket>();
  private isCut = false;

  private readonly server: Server;

  private constructor(target: number) {
    this.server = createServer((near) => this.join(near, target));
  }

  static async open(target: number): Promise<RedisProxy> {
    const proxy = new RedisProxy(target);
    await new Promise<void>((resolve, reject) => {
      proxy.server.on('error', reject);
      proxy.server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  get port(): number {
    const address = this.server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private join(near: Socket, target: number): void {
    if (this.isCut) {
      near.destroy();
      return;
    }
    const far = connect(target, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  }
}
