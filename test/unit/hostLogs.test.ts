import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CONTROL } from '../hosts/control';
import { HostLogs } from '../hosts/hostLogs';
import { temporaryFolder } from '../hosts/temporaryFolder';

const EDITOR = 'file:///vscode/out/vs/workbench/api/node/extensionHostProcess.js';
const OURS = '/extensions/conoha-images.conoha-images-0.1.0/dist';
const TIME = '2026-11-26 11:44:55.343';

/** As they stand in the logs of VS Code 1.100 and 1.139, but for the folders. */
const LOCKS = {
  'half written': `${TIME} [error] SyntaxError: Unexpected end of JSON input
	at JSON.parse (<anonymous>)
	at cH (${EDITOR}:315:7066)
	at async ${EDITOR}:315:5955
`,
  'half written, read at the start': `${TIME} [error] SyntaxError: Unexpected end of JSON input
    at JSON.parse (<anonymous>)
    at a5 (${EDITOR}:219:6160)
    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)
    at async gP (${EDITOR}:219:5600)

`,
  'of another window': `${TIME} [error] Error: EEXIST: file already exists, open '/data/User/workspaceStorage/7e1e0624/vscode.lock'
    at async open (node:internal/fs/promises:639:25)
    at async Object.writeFile (node:internal/fs/promises:1206:14)
    at async D7 (${EDITOR}:315:6500)
`,
};
const TYPED = `${TIME} [error] SyntaxError: Invalid regular expression: /${'a'.repeat(100_000)}/gi: Regular expression too large
    at RegExp.exec (<anonymous>)
    at qb (http://127.0.0.1:46749/stable-409c64e0/static/out/vs/code/browser/workbench/workbench.js:277:6454)
`;
const EXTENSIONS = {
  'of our own frames': `${TIME} [error] Error: no
	at activate (${OURS}/extension.js:2:24)
	at gc._callActivate (${EDITOR}:168:18448)
`,
  "of the window's frames": `${TIME} [error] Error: command 'no.such.command' not found
    at Gmt._tryExecuteCommand (http://127.0.0.1:1/static/out/vs/code/browser/workbench/workbench.js:1623:4832)
`,
  "of the extension host's frames": `${TIME} [error] Unavailable (FileSystemError): ENOPRO: No file system provider found
	at cr._handleError (${EDITOR}:164:21819)
	at Object.readFile (${EDITOR}:164:19809)
`,
  'of a JSON text that we have read': `${TIME} [error] SyntaxError: Unexpected end of JSON input
	at JSON.parse (<anonymous>)
	at read (${OURS}/extension.js:3:7)
	at gc._callActivate (${EDITOR}:168:18448)
`,
};
/** As VS Code 1.100 says them. */
const OTHERS = [
  "No tree item with id '1/1d440f842a355c83/status/status/6:ACTIVE' found.",
  'No bundle location found for extension vscode.emmet',
];

describe('The logs of extension hosts', () => {
  const logsWith = (...texts: readonly string[]) => {
    const folder = temporaryFolder('logs');
    const host = join(folder, 'logs', 'exthost1');
    mkdirSync(host, { recursive: true });
    const write = (text: string) => appendFileSync(join(host, 'remoteexthost.log'), text);
    texts.forEach(write);
    return { logs: new HostLogs(folder), write };
  };
  const firstLine = (entry: string) => entry.split('\n')[0];

  for (const [kind, entry] of Object.entries(EXTENSIONS)) {
    it(`tell of an error ${kind}`, () => {
      const { logs } = logsWith(`${TIME} [info] Before.\n`, entry, `${TIME} [info] After.\n`);
      assert.deepEqual(logs.news().uncaught.map(firstLine), [firstLine(entry)]);
      assert.deepEqual(logs.news().uncaught, []);
    });
  }

  for (const [kind, entry] of Object.entries(LOCKS)) {
    it(`tell of none where the editor finds a lock file ${kind}`, () => {
      const after = `${TIME} [info] Lock '/data/User/workspaceStorage/7e1e0624/vscode.lock': Deleting a stale lock.\n`;
      assert.deepEqual(logsWith(entry, after).logs.news().uncaught, []);
    });
  }

  it('tell of none where the window makes a pattern of what was typed, but of a pattern of ours', () => {
    assert.deepEqual(logsWith(TYPED).logs.news().uncaught, []);
    const own = TYPED.replace(/http:\S+workbench\.js/, `${OURS}/extension.js`);
    assert.equal(logsWith(own).logs.news().uncaught.length, 1);
  });

  it('tell of none that an extension or the editor only says', () => {
    for (const text of ['[vscode.git] no', ...OTHERS])
      assert.deepEqual(logsWith(`${TIME} [error] ${text}\n`).logs.news().uncaught, []);
  });

  it('are read to the end once they tell of what was rejected last, which is no failure', async () => {
    const { logs, write } = logsWith();
    const logged = `${TIME} [error] Error: ${CONTROL}\n\tat run (${OURS}/extension.js:1:1)\n`;
    const writeLate = () => {
      setTimeout(() => [EXTENSIONS['of our own frames'], logged].forEach(write), 200);
      return Promise.resolve();
    };
    const { uncaught } = await logs.newsAfter(writeLate);
    assert.deepEqual(uncaught.map(firstLine), [firstLine(EXTENSIONS['of our own frames'])]);
  });

  it('fail when they do not tell of what was rejected on purpose', async () => {
    const { uncaught } = await logsWith(`${TIME} [info] Nothing.\n`).logs.newsUntilLogged(300);
    assert.equal(uncaught.length, 1);
    assert.ok(uncaught[0]?.includes(CONTROL));
  });
});
