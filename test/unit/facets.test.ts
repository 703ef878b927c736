import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { JsonObject } from '../../src/base/json';
import { appOf, distributionOf, osOf, ownershipOf } from '../../src/catalog/facetValues';
import { documentedImages, generatedImages, imageOf } from './sampleImages';

const withMetadata = (metadata: JsonObject, name = 'x') => imageOf({ id: 'i', name, metadata });
const named = (name: string) => imageOf({ id: 'i', name, metadata: {} });

describe('the app of an image', () => {
  it('is its app metadata, or gnc_app where a server calls it so', () => {
    assert.equal(appOf(withMetadata({ app: 'GitLab-7.9.1-64bit' }))?.label, 'GitLab 7.9.1');
    assert.equal(appOf(withMetadata({ gnc_app: 'GitLab-7.9.1-64bit' }))?.label, 'GitLab 7.9.1');
    assert.equal(appOf(withMetadata({ app: '', gnc_app: 'Redis-7-64bit' }))?.label, 'Redis 7');
  });

  it('is unknown where the metadata is empty, blank or null', () => {
    for (const metadata of [{}, { app: '' }, { app: '  ' }, { app: null }]) {
      assert.equal(appOf(withMetadata(metadata)), undefined);
    }
    assert.equal(appOf(imageOf({ id: 'i', metadata: null })), undefined);
  });

  it('is shown as it is when a server sends something other than a text', () => {
    assert.equal(appOf(withMetadata({ app: 42 }))?.label, '42');
    assert.equal(appOf(withMetadata({ app: ['a', 'b'] }))?.label, '["a","b"]');
  });
});

describe('the distribution of an image', () => {
  it('is its dst metadata', () => {
    assert.deepEqual(distributionOf(withMetadata({ dst: 'Rocky_Linux-9.2-64bit' })), {
      family: 'Rocky Linux',
      version: '9.2',
      label: 'Rocky Linux 9.2',
    });
  });

  const told: Readonly<Record<string, string>> = {
    'vmi-gitlab-7.9.1-centos-6.6': 'CentOS 6.6',
    'vmi-ubuntu-22.04-amd64-30gb': 'Ubuntu 22.04',
    'vmi-django-4.0.3-ubuntu-20.04.2-amd64-100gb': 'Ubuntu 20.04.2',
    'vmi-ubuntu-16.04-amd64-unified': 'Ubuntu 16.04',
    'vmi-centos-stream-8-latest-amd64-100gb': 'CentOS Stream 8',
    'vmi-kusanagimanager9-0.5.2-centos-stream9-amd64-100gb': 'CentOS Stream 9',
    'vmi-zbx-5.0-miraclelinux-8.4-amd64-100gb': 'MIRACLE LINUX 8.4',
    'vmi-archivebox-0.2.4-ubuntu-20.04-amd64-30gb': 'Ubuntu 20.04',
    'vmi-arch-20230714-amd64-30gb': 'Arch Linux 20230714',
    'vmi-freebsd-13.1-zfs-amd64-30gb': 'FreeBSD 13.1',
    'vmi-docker-rocky-9-amd64': 'Rocky Linux 9',
    'vmi-win-2022dce-amd64': 'Windows Server 2022',
    'vmi-win2019dce-rdsoffice2019': 'Windows Server 2019',
    'vmi-win-2012r2-sql-2014exp': 'Windows Server 2012 R2',
  };
  for (const [name, label] of Object.entries(told)) {
    it(`is ${label} where the vendor's name is ${name}`, () => {
      assert.equal(distributionOf(named(name))?.label, label);
    });
  }

  it('is not read from names that a user gave, nor from vendor names that do not tell it', () => {
    for (const name of [
      'my-ubuntu-22.04',
      '500G-0507',
      '本番DB',
      '',
      'vmi-',
      'vmi-archive-1',
      'vmi-lamp-latest',
    ])
      assert.equal(distributionOf(named(name)), undefined, name);
  });

  it('is known of every vendor image of a realistic catalogue', async () => {
    const vendor = (await generatedImages(220)).filter((image) => ownershipOf(image) === 'vendor');
    assert.equal(vendor.length, 200);
    assert.deepEqual(
      vendor.filter((image) => distributionOf(image) === undefined).map(({ name }) => name),
      [],
    );
  });
});

describe('the operating system of an image', () => {
  it('is Linux or Windows, in the words of ConoHa and of others', () => {
    for (const os_type of ['lin', 'linux', 'Linux'])
      assert.equal(osOf(withMetadata({ os_type }))?.label, 'Linux');
    for (const os_type of ['win', 'windows', 'Windows'])
      assert.equal(osOf(withMetadata({ os_type }))?.label, 'Windows');
  });

  it('has the edition of Windows as its version', () => {
    assert.deepEqual(osOf(withMetadata({ os_type: 'win_2019_rds' })), {
      family: 'Windows',
      version: '2019 RDS',
      label: 'Windows 2019 RDS',
    });
    assert.equal(osOf(withMetadata({ os_type: 'win_2012r2' }))?.version, '2012 R2');
  });

  it('is the BSD that the distribution says where ConoHa says lin', () => {
    assert.equal(osOf(withMetadata({ os_type: 'lin', dst: 'FreeBSD-13.2-64bit' }))?.label, 'FreeBSD');
    assert.equal(osOf(withMetadata({ os_type: 'lin' }, 'vmi-openbsd-7.0-amd64-30gb'))?.label, 'OpenBSD');
  });

  it('follows from the distribution where it is not told', () => {
    assert.equal(osOf(withMetadata({ dst: 'Ubuntu-22.04-64bit' }))?.label, 'Linux');
    assert.equal(osOf(named('vmi-win-2022dce-amd64'))?.label, 'Windows');
  });

  it('is another word of the server as it is, and unknown without any', () => {
    assert.equal(osOf(withMetadata({ os_type: 'solaris' }))?.label, 'solaris');
    assert.equal(osOf(withMetadata({ os_type: 'win32s' }))?.label, 'win32s');
    assert.equal(osOf(withMetadata({ dst: 'Plan_9-4-64bit' })), undefined);
    assert.equal(osOf(named('500G-0507')), undefined);
  });
});

describe('the ownership of an image', () => {
  it("is told apart in the documented response: two images are the user's own", async () => {
    const own = (await documentedImages()).filter((image) => ownershipOf(image) === 'own');
    assert.deepEqual(
      own.map(({ name }) => name),
      ['500G-0507', '200G-0507'],
    );
  });

  it('is own for a snapshot of a vendor image, whatever it inherited', () => {
    const metadata = { image_type: 'snapshot', display_order: '260', app: 'GitLab-7.9.1-64bit' };
    assert.equal(ownershipOf(withMetadata(metadata, 'vmi-gitlab-7.9.1-centos-6.6')), 'own');
  });

  it("is the vendor's for what bears a vendor's name or a place in the vendor's list", () => {
    assert.equal(ownershipOf(named('vmi-ubuntu-22.04-amd64')), 'vendor');
    assert.equal(ownershipOf(withMetadata({ display_order: '10' })), 'vendor');
    assert.equal(ownershipOf(withMetadata({ display_order: 10 })), 'vendor');
  });
});
