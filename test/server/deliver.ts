import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { constants, createGzip, gzip } from 'node:zlib';
import type { ActiveFaults } from './faults';
import type { Reply } from './replies';

const compress = promisify(gzip);
const speed = { level: constants.Z_BEST_SPEED };
/** Below this many bytes compression is not worth its header. */
const worthCompressing = 1024;

/** Sends a reply, compressed if the client takes that, and broken as the faults demand. */
export async function deliver(
  reply: Reply,
  response: ServerResponse,
  requestHeaders: IncomingHttpHeaders,
  faults: ActiveFaults,
): Promise<'answered' | 'cut'> {
  const gzipped = acceptsGzip(requestHeaders);
  const huge = faults.find('huge');
  if (huge) {
    await sendHuge(reply, response, huge.mebibytes ?? 65, gzipped);
    return 'answered';
  }
  const plain = Buffer.from(reply.body);
  const body = gzipped && plain.length >= worthCompressing ? await compress(plain, speed) : plain;
  const encoding = body === plain ? {} : { 'Content-Encoding': 'gzip' };
  const length = reply.status === 204 ? {} : { 'Content-Length': String(body.length) };
  response.writeHead(reply.status, { ...reply.headers, ...encoding, ...length, Vary: 'Accept-Encoding' });
  const trickle = faults.find('trickle');
  if (faults.find('cutOff')) return cutOff(body, response);
  if (trickle) await sendTrickling(body, response, trickle.bytes, trickle.everyMillis);
  else response.end(body);
  return 'answered';
}

function acceptsGzip(headers: IncomingHttpHeaders): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(headers['accept-encoding'] ?? '');
}

/** Half of the body, then the end of the connection. */
async function cutOff(body: Buffer, response: ServerResponse): Promise<'cut'> {
  await new Promise<void>((resolve) => {
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => resolve());
  });
  response.destroy();
  return 'cut';
}

async function sendTrickling(
  body: Buffer,
  response: ServerResponse,
  bytes: number,
  every: number,
): Promise<void> {
  for (let at = 0; at < body.length && !response.destroyed; at += bytes) {
    response.write(body.subarray(at, at + bytes));
    await wait(every);
  }
  response.end();
}

/** The reply's JSON object with one more member that makes it large. */
async function sendHuge(
  reply: Reply,
  response: ServerResponse,
  mebibytes: number,
  gzipped: boolean,
): Promise<void> {
  const padding = Buffer.alloc(1_048_576, 'x');
  const start = reply.body.replace(/\}\s*$/, ', "padding": "');
  function* parts() {
    yield Buffer.from(start);
    for (let sent = 0; sent < mebibytes; sent++) yield padding;
    yield Buffer.from('"}');
  }
  response.writeHead(reply.status, { ...reply.headers, ...(gzipped && { 'Content-Encoding': 'gzip' }) });
  const source = Readable.from(parts());
  await (gzipped ? pipeline(source, createGzip(speed), response) : pipeline(source, response));
}
