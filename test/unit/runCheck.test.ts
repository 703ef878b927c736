import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

  it('leaves nothing there when it is interrupted', async () => {
    const folder = temporaryFolder('interrupted');
    const runner = join(ROOT, 'out', 'test', 'unit', 'oneCheck.main.js');
    const child = spawn(process.execPath, [runner, '-e', `${LITTER} setInterval(() => undefined, 1000);`], {
      env: { ...process.env, ...temporaryEnvironment(folder) },
    });
    await once(child.stdout, 'data');
    assert.equal(readdirSync(folder).length, 1);
    child.kill('SIGTERM');
    await once(child, 'close');
    assert.deepEqual(readdirSync(folder), []);
  });
});
