import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../hosts/root';

describe('the boxes for an address', () => {
  it('are all of one kind, which shows no secret that is pasted there', () => {
    const folder = join(ROOT, 'src', 'commands');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const asking = files.filter((file) =>
      readFileSync(join(folder, file), 'utf8').includes('LONGEST.address'),
    );
    assert.deepEqual(
      asking.map((file) => file.replaceAll('\\', '/')),
      ['signIn/askAddress.ts'],
    );
  });
});
