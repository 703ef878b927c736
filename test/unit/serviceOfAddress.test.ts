import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { serviceOfAddress } from '../../src/api/serviceOfAddress';
import { Random } from '../server/random';

const TENANT = '487727e3921d44e3bfe7ebb337bf085e';

describe('the service that an address is of', () => {
  for (const [service, addresses] of [
    [
      'identity',
      [
        'https://identity.tyo1.conoha.io/v2.0',
        'identity.c3j1.conoha.io/v3',
        '"https://identity.c3j1.conoha.io/v3/auth/tokens"',
        'https://cloud.example:5000',
        'https://cloud.example:5000/v3/',
        'https://cloud.example:35357/v2.0',
        'https://overcloud.example:13000/v3',
        'https://overcloud.example:13000',
        'https://cloud.example:8443/v2.0',
        'https://cloud.example:6080/v3/',
        'https://compute.example:5000/v3',
        'https://cloud.example/identity',
        'https://cloud.example/identity/v3',
        'https://keystone.example.net/',
        'https://auth.cloud.ovh.net/v3',
        'https://cloud.example/v3',
        'https://cloud.example/v2.0/tokens',
        'https://cloud.example/api/identity/v3',
        'https://cloud.example/share/keystone',
        'https://cloud.example/prefix/v3',
      ],
    ],
    [
      'compute',
      [
        `https://compute.tyo1.conoha.io/v2/${TENANT}`,
        'compute.c3j1.conoha.io/v2.1',
        'https://cloud.example:8774/v2.1',
        'https://cloud.example:8774',
        'https://overcloud.example:13774/v2.1',
        'https://cloud.example:8443/v2.1',
        'https://cloud.example/compute',
        'https://cloud.example/compute/v2.1',
        `https://cloud.example/v2/${TENANT}/images/detail?limit=5`,
        'https://nova.example.net',
        'https://compute.gra7.cloud.ovh.net/v2/%(tenant_id)s',
        'https://cloud.example/v2.1/',
        'https://cloud.example/api/compute',
        `https://cloud.example/api/compute/v2.1/${TENANT}`,
        'https://auth.example/openstack/nova/v2.1',
      ],
    ],
    [
      'image',
      [
        'https://image-service.c3j1.conoha.io/v2',
        'https://image-service.tyo1.conoha.io',
        'https://cloud.example:9292/v2/images',
        'https://cloud.example/image/v2',
        'https://glance.example.net/',
        'https://cloud.example/v2/images',
        'https://cloud.example/prefix/image',
        'https://cloud.example/prefix/image/',
        'https://cloud.example/prefix/image/v2',
        'https://auth.example/prefix/image/v2/images?limit=1',
        'https://cloud.example:5000/a/b/glance/v2.15',
      ],
    ],
    [
      'other',
      [
        'https://cloud.example:8776/v3',
        'https://cloud.example:9696/v2.0',
        'https://overcloud.example:13776/v3',
        'https://overcloud.example:13696/v2.0',
        'https://cloud.example:9876/v2.0',
        'https://network.example:8443/v2.0',
        'https://network.example/v2.0',
        'https://block-storage.c3j1.conoha.io/v3',
        `https://block-storage.tyo1.conoha.io/v2/${TENANT}`,
        'networking.tyo1.conoha.io',
        'https://compute.example:9696',
        `https://volumev3.example/v2/${TENANT}`,
        `https://cloud.example/volume/v2/${TENANT}`,
        'https://cloud.example/v2.0/networks.json',
        'https://cloud.example/prefix/volume/v3',
        `https://cloud.example/prefix/volumev3/v3/${TENANT}`,
        'https://cloud.example/prefix/block-storage/v3',
      ],
    ],
    [
      undefined,
      [
        'https://cloud.example',
        'https://cloud.example/v2',
        'https://cloud.example/prefix/images-of-ours',
        'https://cloud.example/image-of-ours/v2',
        'https://cloud.example/v2.15',
        'https://cloud.example/v2.15/images',
        'https://cloud.example:8000/v3',
        'https://blocks.example/v2',
        'https://identityx.example/',
        'http://identity.example/v3',
        'not an address',
        '',
      ],
    ],
  ] as const) {
    for (const address of addresses) {
      it(`is ${service ?? 'not known'} for ${address || 'none'}`, () => {
        assert.equal(serviceOfAddress(address), service);
      });
    }
  }

  it('is answered for whatever is pasted, and never throws', () => {
    const random = new Random('services');
    const parts = [
      'https://',
      'http:',
      'identity',
      '.',
      ':5000',
      '/v3',
      '%',
      '\ud800',
      '[',
      '@',
      ' ',
      '"',
      '日本',
      '/tokens',
    ] as const;
    for (let count = 0; count < 20_000; count++) {
      const text = Array.from({ length: random.integer(0, 7) }, () => random.pick([...parts])).join('');
      assert.doesNotThrow(() => serviceOfAddress(text), JSON.stringify(text));
    }
  });
});
