import { afterEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:https';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { documentedTenantId, documentedToken, selfSignedCertificate, startServer } from '../server/index';

const program = join(__dirname, '..', 'server', 'cli.js');

describe('the simulated API as a program', () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill();
  });

  const run = (...options: readonly string[]) => {
    const child = spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(child);
    return child;
  };

  /** Everything it prints up to and including the line that matches. */
  const readUntil = async (child: ChildProcess, last: RegExp) => {
    const lines: string[] = [];
    assert.ok(child.stdout);
    for await (const line of createInterface(child.stdout)) {
      lines.push(line);
      if (last.test(line)) break;
    }
    return lines.join('\n');
  };

  it('prints its address and commands that work, and ends when interrupted', async () => {
    const child = run('--images', '30');
    const printed = await readUntil(child, /Ctrl\+C/);
    assert.match(printed, /\(7d3f0c6a52b94e1c8a65d1e0b9f24c37\), 30 images/);
    const [, token = '', url = ''] = /X-Auth-Token: (\w+)" "(http[^"]+)"/.exec(printed) ?? [];
    const response = await fetch(url, { headers: { 'X-Auth-Token': token } });
    assert.equal(response.status, 200);
    child.kill('SIGINT');
    const [code] = (await once(child, 'exit')) as [number | null];
    assert.equal(code, 0);
  });

  it('misbehaves as told on its command line', async () => {
    const child = run('--quiet', '--fault', '{"do":"status","status":503}');
    const [, url = ''] = /"(http[^"]+)"/.exec(await readUntil(child, /Ctrl\+C/)) ?? [];
    assert.equal((await fetch(url, { headers: { 'X-Auth-Token': documentedToken } })).status, 503);
  });

  it('explains itself, and says what is wrong with an option', async () => {
    assert.match(await readUntil(run('--help'), /--help/), /^Usage:/);
    const child = run('--port', 'x');
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    assert.deepEqual([code, complaint], [1, '--port takes a whole number, not x\n']);
  });
});

describe('the simulated API over https', () => {
  const statusOf = (url: string, ca?: string) =>
    new Promise<number | undefined>((settle, reject) => {
      get(url, { ca, headers: { 'X-Auth-Token': documentedToken } }, (response) => {
        response.resume();
        settle(response.statusCode);
      }).on('error', reject);
    });

  it('is trusted by those who know its certificate, and by nobody else', async () => {
    const certificate = await selfSignedCertificate();
    const api = await startServer({ certificate });
    try {
      const url = `${api.endpoint(documentedTenantId)}/images/detail`;
      assert.match(url, /^https:/);
      assert.equal(await statusOf(url, certificate.cert), 200);
      await assert.rejects(statusOf(url), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    } finally {
      await api.close();
    }
  });

  it('can have a certificate that is past its time', async () => {
    const expired = await selfSignedCertificate({ from: Date.UTC(2020, 0), to: Date.UTC(2021, 0) });
    const api = await startServer({ certificate: expired });
    try {
      await assert.rejects(statusOf(api.origin, expired.cert), { code: 'CERT_HAS_EXPIRED' });
    } finally {
      await api.close();
    }
  });
});
