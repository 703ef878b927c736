import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DISTRIBUTION_WORDS } from '../../src/conoha';
import { distributionIcon } from '../../src/tree/distributionIcon';
import { ROOT } from '../hosts/root';
import { PLAIN_LOOK } from '../unit/rowLooks';

/** Known distributions of which the icon font has no logo. */
const WITHOUT = ['Amazon Linux', 'MIRACLE LINUX', 'NetBSD', 'Oracle Linux', 'Windows Server'];

describe('The logo of a distribution', () => {
  const families = [...new Set(Object.values(DISTRIBUTION_WORDS))];
  const { contributes } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly contributes: { readonly icons: Readonly<Record<string, { readonly description: string }>> };
  };

  it('is there for every known one of which the icon font has one', () => {
    const without = families.filter((family) => distributionIcon(family, PLAIN_LOOK) === undefined);
    assert.deepEqual(without.sort(), WITHOUT);
  });

  it('is an icon of the manifest, which is called so', () => {
    for (const family of families) {
      const icon = distributionIcon(family, PLAIN_LOOK);
      if (icon === undefined) continue;
      const { description = '' } = contributes.icons[icon.id] ?? {};
      assert.ok(description !== '' && family.startsWith(description), `${family}: ${icon.id} ${description}`);
    }
  });
});
