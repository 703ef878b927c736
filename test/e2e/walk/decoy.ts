import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that listens where nobody has any business: whatever reaches it has gone astray. */
export class Decoy {
  readonly #reached: string[] = [];

  private constructor(private readonly server: Server) {
    server.on('request', ({ method, url, headers }, response) => {
      const token = headers['x-auth-token'] === undefined ? 'without a token' : 'with a token';
      this.#reached.push(`${method ?? ''} ${url ?? ''} ${token}`);
      response.writeHead(404).end();
    });
    // A proxy is asked for a tunnel first.
    server.on('connect', ({ url }, socket) => {
      this.#reached.push(`CONNECT ${url ?? ''}`);
      socket.destroy();
    });
  }

  static async listen(): Promise<Decoy> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Decoy(server);
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The first of the requests that came and were not told of yet. */
  nextReached(): string | undefined {
    return this.#reached.shift();
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
