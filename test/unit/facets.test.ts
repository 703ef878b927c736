import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { parseGlanceImage } from '../../src/api/images/glance/parseGlanceImage';
import type { JsonObject } from '../../src/base/json';
import { appOf, distributionOf, osOf, ownershipOf } from '../../src/catalog/facetValues';
import { facetOf } from '../../src/catalog/facets';
import { queryTest } from '../../src/catalog/filter/query';
import { foreignText } from '../../src/text/foreignText';
import { DISTRIBUTIONS, OS_TYPES } from './realValues';
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

describe('a text that is no name of anything', () => {
  const long = (text: string) => text.repeat(Math.ceil(65_536 / text.length));

  it('is taken apart no further than names go, and seen to be cut', () => {
    for (const text of ['1.', 'r r', '2008 r2 ', 'centos-', '9.stream ', 'windows_server-'].map(long)) {
      const told = [
        appOf(withMetadata({ app: text })),
        distributionOf(withMetadata({ dst: text })),
        distributionOf(withMetadata({ os_distro: 'ubuntu', os_version: text })),
        osOf(withMetadata({ os_type: text })),
        distributionOf(parseGlanceImage({ id: 'i', tags: ['dst_name=Ubuntu', `dst_version=${text}`] }, 'me')),
      ];
      for (const release of told)
        assert.ok(release !== undefined && release.label.length < 600, text.slice(0, 20));
    }
    const cut = distributionOf(withMetadata({ os_distro: 'ubuntu', os_version: long('1.') }))?.label ?? '';
    assert.ok(foreignText(cut).endsWith('…'), cut);
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
    'vmi-win-11-amd64': 'Windows 11',
    'vmi-rhel-9.4-amd64': 'Red Hat Enterprise Linux 9.4',
    'vmi-nginx-1.26-alpine-3.18-amd64-30gb': 'Alpine Linux 3.18',
    'vmi-amazonlinux-2023-amd64': 'Amazon Linux 2023',
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

  it('is that of its own name where one release of an app comes on several', () => {
    const app = { app: 'Docker-24.0.5-64bit' };
    const read = (name: string) => distributionOf(withMetadata(app, name))?.label;
    for (let times = 0; times < 2; times++) {
      assert.equal(read('vmi-docker-24.0.5-ubuntu-22.04-amd64-30gb'), 'Ubuntu 22.04');
      assert.equal(read('vmi-docker-24.0.5-ubuntu-22.04-amd64'), 'Ubuntu 22.04');
      assert.equal(read('vmi-docker-24.0.5-debian-12-amd64-30gb'), 'Debian 12');
      assert.equal(read('vmi-docker-24.0.5-ubuntu-22.04-30gb'), 'Ubuntu 22.04');
      assert.equal(read('my-docker-24.0.5-ubuntu-22.04-amd64'), undefined);
      assert.equal(read('vmi-docker-24.0.5'), undefined);
    }
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

const PROJECT = '22222222222222222222222222222222';
const tagged = (tags: readonly string[], fields: JsonObject = {}) =>
  parseGlanceImage({ id: 'i', name: 'x', tags, ...fields }, PROJECT);

describe('the tags of an image', () => {
  it('tell its app and its distribution, at the first equals sign, with words joined by _', () => {
    const app = ['service_type=vps', 'app_version=8.1.0=beta', 'app_name=Ruby_on_Rails', 'display_order=280'];
    assert.deepEqual(appOf(tagged(app)), {
      family: 'Ruby on Rails',
      version: '8.1.0=beta',
      label: 'Ruby on Rails 8.1.0=beta',
    });
    assert.equal(distributionOf(tagged(app)), undefined);
    const both = [...app, 'dst_version=24.04', 'dst_name=Ubuntu'];
    assert.equal(distributionOf(tagged(both))?.label, 'Ubuntu 24.04');
    assert.equal(appOf(tagged(['app_name=Docker']))?.label, 'Docker');
    for (const tags of [[], ['app_name='], ['app_name'], ['app_names=x'], ['app_version=1']]) {
      assert.equal(appOf(tagged(tags)), undefined, String(tags));
    }
  });

  it('say less than its properties, and more than general properties and the name', () => {
    const tags = ['app_name=A', 'dst_name=Debian', 'dst_version=13.5'];
    assert.equal(appOf(tagged(tags, { app: 'B-1-64bit' }))?.label, 'B 1');
    assert.equal(distributionOf(tagged(tags, { dst: 'Ubuntu-22.04-64bit' }))?.label, 'Ubuntu 22.04');
    const general = { os_distro: 'rocky', os_version: '9.4', name: 'vmi-ubuntu-22.04-amd64' };
    assert.equal(distributionOf(tagged(tags, general))?.label, 'Debian 13.5');
    assert.equal(distributionOf(tagged([], general))?.label, 'Rocky Linux 9.4');
    assert.equal(distributionOf(tagged([], { name: general.name }))?.label, 'Ubuntu 22.04');
  });
});

describe('a family of distributions', () => {
  for (const [value, label] of Object.entries(DISTRIBUTIONS)) {
    it(`is that of ${label} where it is spelled ${value}`, () => {
      const [family = '', version] = label.split('|');
      const release = distributionOf(withMetadata({ dst: value }));
      assert.deepEqual([release?.family, release?.version], [family, version]);
    });
  }

  for (const [value, label] of Object.entries(OS_TYPES)) {
    it(`of operating systems has readable editions: ${value} is ${label}`, () => {
      assert.equal(osOf(withMetadata({ os_type: value }))?.label, label);
    });
  }

  it('is that of OpenStack, in its own words', () => {
    const of = (os_distro: string, os_version: string) => {
      const { family, version } = distributionOf(withMetadata({ os_distro, os_version })) ?? {};
      return [family, version];
    };
    assert.deepEqual(of('rhel', '9.4'), ['Red Hat Enterprise Linux', '9.4']);
    assert.deepEqual(of('alpine', '3.18'), ['Alpine Linux', '3.18']);
    assert.deepEqual(of('amazon', '2023'), ['Amazon Linux', '2023']);
    assert.equal(osOf(withMetadata({ os_distro: 'alpine' }))?.label, 'Linux');
  });

  it('is Windows Server with the year of one, or where it is called so', () => {
    const of = (os_distro: string, os_version: string) =>
      distributionOf(withMetadata({ os_distro, os_version }))?.label;
    assert.equal(of('windows', '11'), 'Windows 11');
    assert.equal(of('windows', '8.1'), 'Windows 8.1');
    assert.equal(of('windows', '11 Office 2021'), 'Windows 11 Office 2021');
    assert.equal(of('windows', ''), 'Windows');
    assert.equal(of('windows', '2022'), 'Windows Server 2022');
    assert.equal(of('windows', 'Standard 2012 (R2)'), 'Windows Server 2012 R2 Standard');
    assert.equal(of('Windows Server', '23H2 AC'), 'Windows Server 23H2 AC');
    assert.equal(of('windows', '2012R2Standard'), 'Windows Server 2012 R2 Standard');
  });

  it('is Windows Server in tags, whatever comes with it', () => {
    const of = (name: string) => distributionOf(tagged([`dst_name=${name}`, 'dst_version=2022']));
    assert.equal(of('Windows_Server')?.label, 'Windows Server 2022');
    const office = of('Windows_Server_Remote_Desktop_+_Office_Professional_Plus');
    assert.deepEqual(
      [office?.family, office?.version],
      ['Windows Server', '2022 RDS + Office Professional Plus'],
    );
  });
});

describe('the ownership of an image whose owner is told', () => {
  const cases: readonly (readonly [
    fields: JsonObject,
    ownership: string | undefined,
    unknown: string | undefined,
  ])[] = [
    [{ owner: PROJECT, visibility: 'private' }, 'own', 'own'],
    [{ owner: PROJECT, visibility: 'shared' }, 'own', undefined],
    [{ owner: PROJECT, visibility: 'public', name: 'vmi-ubuntu-24.04-amd64' }, 'own', 'vendor'],
    [{ owner: 'other', visibility: 'public' }, 'vendor', 'vendor'],
    [{ owner: 'other', visibility: 'shared' }, 'shared', undefined],
    [{ owner: 'other', visibility: 'community' }, 'community', undefined],
    [{ owner: 'other', visibility: 'private' }, undefined, 'own'],
    [{ owner: 'other', visibility: 'odd' }, undefined, undefined],
  ];
  for (const [fields, ownership, unknown] of cases) {
    it(`is ${String(ownership)} for ${JSON.stringify(fields)}, and ${String(unknown)} where the project is not known`, () => {
      assert.equal(ownershipOf(parseGlanceImage(fields, PROJECT)), ownership);
      assert.equal(ownershipOf(parseGlanceImage(fields, undefined)), unknown);
    });
  }
});

describe('visibility, owner, disk format and tags of an image', () => {
  const image = tagged(['a', 'b'], { owner: 'someone', visibility: 'shared', disk_format: 'iso' });
  const compute = named('x');

  it('are facets, of which it has none where nothing is told', () => {
    assert.equal(facetOf('visibility').valueOf(image)?.label, 'shared');
    assert.equal(facetOf('owner').valueOf(image)?.label, 'someone');
    assert.equal(facetOf('diskFormat').valueOf(image)?.label, 'iso');
    assert.deepEqual(
      facetOf('tag')
        .valuesOf?.(image)
        .map(({ label }) => label),
      ['a', 'b'],
    );
    for (const id of ['visibility', 'owner', 'diskFormat', 'tag'] as const) {
      assert.equal(facetOf(id).valueOf(compute), undefined);
    }
  });

  it('are asked of a server as they are checked here, but for community images, of which it sends more', () => {
    const values = { visibility: 'shared', owner: 'someone', diskFormat: 'iso', tag: 'b' } as const;
    for (const id of ['visibility', 'owner', 'diskFormat', 'tag'] as const) {
      const value = values[id];
      const query = facetOf(id).ask?.(value) ?? {};
      assert.deepEqual(query, { [id]: value });
      assert.ok(queryTest(query)(image) && !queryTest(query)(compute));
    }
    assert.deepEqual(facetOf('visibility').ask?.('community'), {});
  });
});
