// The main file of an extension that the benchmark installs: does in the extension host what the benchmark asks for.
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { extensions, Uri, workspace } from 'vscode';
import type { Answer, Request } from './messages';

export function activate(): void {
  const socket = connect(Number(process.env.BENCH_PORT), '127.0.0.1');
  createInterface({ input: socket }).on('line', (line) => {
    void carryOut(JSON.parse(line) as Request)
      .catch((error: unknown): Answer => ({ done: 'failed', error: String(error) }))
      .then((answer) => socket.write(`${JSON.stringify(answer)}\n`));
  });
}

async function carryOut(request: Request): Promise<Answer> {
  if (request.do === 'activate') return activated(request);
  // Not before it is needed: it holds node-fetch and the like, which the extensions are to load themselves.
  const rows = await import('./compareRows');
  return request.do === 'show' ? rows.show(request) : rows.fire(request);
}

/** Loads an extension and calls its `activate`, as the editor does when its view is opened. */
async function activated({ extension: id, document }: Extract<Request, { do: 'activate' }>): Promise<Answer> {
  const extension = extensions.getExtension(id);
  if (extension === undefined) throw new Error(`${id} is not installed.`);
  if (extension.isActive) throw new Error(`${id} is active already.`);
  const started = performance.now();
  await extension.activate();
  if (document !== undefined) {
    await workspace.fs.stat(Uri.parse(document)).then(
      () => Promise.reject(new Error(`${document} is there.`)),
      () => undefined,
    );
  }
  return { done: 'activate', milliseconds: performance.now() - started };
}
