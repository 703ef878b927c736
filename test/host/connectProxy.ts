import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A proxy on this machine that makes tunnels, and keeps what goes through it. */
export class ConnectProxy {
  /** Where tunnels were asked for, as in `CONNECT <host>:<port>`. */
  readonly tunnels: string[] = [];
  readonly #chunks: Buffer[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((near) => {
    this.#note(near);
    near.once('data', (head) => this.#open(near, head));
  });

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** All that it was sent, one byte a character. */
  get heard(): string {
    return Buffer.concat(this.#chunks).toString('latin1');
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #open(near: Socket, head: Buffer): void {
    this.#chunks.push(head);
    const [, target = ''] = /^CONNECT (\S+) /.exec(head.toString('latin1')) ?? [];
    this.tunnels.push(target);
    const [host = '', port = ''] = target.split(':');
    if (port === '') return void near.end('HTTP/1.1 405 Method Not Allowed\r\n\r\n');
    const far = connect(Number(port), host, () => near.write('HTTP/1.1 200 Connection established\r\n\r\n'));
    this.#note(far);
    near.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    near.pipe(far).pipe(near);
  }

  #note(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
  }
}
