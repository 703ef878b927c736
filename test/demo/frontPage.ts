import { randomBytes } from 'node:crypto';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * Stands before a served VS Code and gives its page the key that encrypts the secret storage, as code-server's own
 * front page does: without it a reload of the window would sign the user out. All else is passed through.
 */
export class FrontPage {
  private readonly key = randomBytes(32);
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((asked, answer) => this.answer(asked, answer));

  private constructor(private readonly port: number) {
    this.server.on('connection', (socket) => this.watch(socket));
    this.server.on('upgrade', (asked, socket, head) => this.join(asked, socket, head));
  }

  /** @param port of the VS Code behind it, on this machine */
  static async start(port: number): Promise<FrontPage> {
    const page = new FrontPage(port);
    await new Promise<void>((resolve) => page.server.listen(0, '127.0.0.1', resolve));
    return page;
  }

  get authority(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(asked: IncomingMessage, answer: ServerResponse): void {
    const { method, url = '/', headers } = asked;
    if (method === 'POST' && url.split('?')[0]?.endsWith('/mint-key') === true) {
      answer.end(this.key);
      return;
    }
    const behind = request({ host: '127.0.0.1', port: this.port, path: url, method, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    });
    behind.on('error', () => answer.destroy());
    asked.pipe(behind);
  }

  /** A web socket is one connection from the page to the editor. */
  private join({ method, url, rawHeaders }: IncomingMessage, socket: Duplex, head: Buffer): void {
    const behind = this.watch(connect(this.port, '127.0.0.1'));
    const pairs = rawHeaders.flatMap((name, index) =>
      index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1] ?? ''}`] : [],
    );
    behind.write([`${method ?? 'GET'} ${url ?? '/'} HTTP/1.1`, ...pairs, '', ''].join('\r\n'));
    behind.write(head);
    socket.on('error', () => behind.destroy());
    behind.on('error', () => socket.destroy());
    socket.pipe(behind).pipe(socket);
  }

  private watch(socket: Socket): Socket {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    return socket;
  }
}
