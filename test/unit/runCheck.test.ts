import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../hosts/root';
import { temporaryEnvironment, temporaryFolder } from '../hosts/temporaryFolder';
import { runCheck } from '../runner/runCheck';

/** Leaves a folder behind, as programs do that are ended, and prints where. */
const LITTER = `
  const left = fs.mkdtempSync(path.join(os.tmpdir(), 'left-'));
  fs.writeFileSync(path.join(left, 'file'), '');
  console.log(left);`;

describe('a check of `npm test`', () => {
  it('leaves nothing in the temporary folder, also when it fails', async () => {
    const args = ['-e', `${LITTER} process.exit(1)`];
    const { failed, output } = await runCheck({ name: 'litter', args, counts: 'exit' }, 'later');
    const left = output.trim();
    assert.equal(dirname(dirname(left)), tmpdir());
    assert.deepEqual([failed, existsSync(left), existsSync(dirname(left))], [1, false, false]);
  });

  it('leaves nothing there when several are interrupted, and one takes longer to end', async () => {
    const folder = temporaryFolder('interrupted');
    const runner = join(ROOT, 'out', 'test', 'unit', 'twoChecks.main.js');
    const waits = `process.on('SIGTERM', () => setTimeout(() => process.exit(), process.argv[1] === 'first' ? 0 : 300));
      setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, [runner, '-e', `${waits} ${LITTER}`], {
      env: { ...process.env, ...temporaryEnvironment(folder) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    await lines.next();
    await lines.next();
    assert.equal(readdirSync(folder).length, 2);
    child.kill('SIGTERM');
    await once(child, 'close');
    assert.deepEqual(readdirSync(folder), []);
  });
});
