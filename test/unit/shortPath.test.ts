import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { shortPath } from '../../src/text/shortPath';

describe('a path where there is little room', () => {
  for (const [path, home, shown] of [
    ['/home/me/.config/openstack/clouds.yaml', '/home/me', '…/openstack/clouds.yaml'],
    ['/home/mean/clouds.yaml', '/home/me', '/home/mean/clouds.yaml'],
    ['/etc/openstack/clouds.yaml', '', '…/openstack/clouds.yaml'],
    ['C:\\Users\\me\\clouds.yaml', 'C:\\Users\\me', '~\\clouds.yaml'],
    [
      '/home/me/projects/customers/a-long-name/production/openstack/clouds.yaml',
      '/home/me',
      '…/openstack/clouds.yaml',
    ],
    [`/srv/${'x'.repeat(60)}.yaml`, '/root', `…/${'x'.repeat(60)}.yaml`],
  ] as const) {
    it(`shows ${path} as ${shown}`, () => {
      assert.equal(shortPath(path, home), shown);
    });
  }
});
