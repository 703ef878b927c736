// The main file of an extension that only walks install: tells them, from inside the extension host, what the product's
// own documents say, and what rows have to follow from it.
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { JsonValue } from '../../../../src/base/json';
import { commands, Uri, workspace, type ExtensionContext } from 'vscode';
import { parseImage } from '../../../../src/api/images/compute/parseImage';
import { describeCriterion } from '../../../../src/text/describeFilter';
import { rejectOnPurpose } from '../../../hosts/control';
import { freshRows } from './freshRows';
import { measure } from './measure';
import type { Answer, Request } from './messages';

export function activate({ subscriptions }: ExtensionContext): void {
  const socket = connect(Number(process.env.WALK_PORT), '127.0.0.1');
  const say = (answer: Answer): void => void socket.write(`${JSON.stringify(answer)}\n`);
  // The walk has ended: nobody is to be told of anything.
  socket.on('error', () => socket.destroy());
  createInterface({ input: socket }).on('line', (line) => {
    void carryOut(JSON.parse(line) as Request)
      .catch((error: unknown): Answer => ({ done: 'failed', error: String(error) }))
      .then(say);
  });
  subscriptions.push(
    commands.registerCommand('walk.mark', () => say({ done: 'mark' })),
    { dispose: () => socket.destroy() },
  );
}

async function carryOut(request: Request): Promise<Answer> {
  if (request.do === 'measure') return { done: 'measure', ...(await measure()) };
  if (request.do === 'reject') {
    rejectOnPurpose();
    return { done: 'reject' };
  }
  const { accountId, view, counted } = request;
  const images = (await listOf(accountId)).map(parseImage);
  const { loaded, shown, rows } = await freshRows(images, view, counted);
  return {
    done: 'list',
    held: images.map(({ id, name, status }) => ({ id, name, status })),
    loaded: loaded.length,
    shown: shown.length,
    rows,
    filter: view.filter.criteria.map(describeCriterion).join(', '),
  };
}

/** What "Open Loaded List as JSON" shows. */
async function listOf(accountId: string): Promise<readonly JsonValue[]> {
  const bytes = await workspace.fs.readFile(Uri.parse(`conoha-image:/${accountId}/images.json`));
  const { images } = JSON.parse(new TextDecoder().decode(bytes)) as { images: readonly JsonValue[] };
  return images;
}
