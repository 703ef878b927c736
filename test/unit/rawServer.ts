import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that answers as it is told, on a free loopback port, and remembers what it was asked. */
export async function startRawServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => response.end(),
) {
  const requests: IncomingMessage[] = [];
  const http = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    requests,
    close: async (): Promise<void> => {
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      http.closeAllConnections();
      await closed;
    },
  };
}

export type RawServer = Awaited<ReturnType<typeof startRawServer>>;
