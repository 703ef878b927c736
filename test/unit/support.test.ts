import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { distributionOf } from '../../src/catalog/facetValues';
import { knownRelease } from '../../src/catalog/support/matchRelease';
import { hasSupportEnded, supportOf, supportState, type Support } from '../../src/catalog/support/support';
import { SUPPORT_TABLE } from '../../src/catalog/support/supportTable';
import { DISTRIBUTIONS } from './realValues';
import { generatedImages, imageOf } from './sampleImages';

const imageWith = (family: string, version: string) =>
  imageOf({ id: 'i', name: 'x', metadata: { os_distro: family, os_version: version } });
const supportIn = (family: string, version: string) => supportOf(imageWith(family, version));
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

/** The key that a release matches, and what is said of it. */
function said(family: string, version: string): string {
  const support = supportIn(family, version);
  return support === undefined ? 'nothing' : `${support.family} ${support.release}`;
}

describe('the support of an image', () => {
  const matched: readonly (readonly [family: string, version: string, key: string])[] = [
    ['Ubuntu', '22.04', 'Ubuntu 22.04'],
    ['ubuntu', '20.04.2', 'Ubuntu 20.04'],
    ['Ubuntu', '22.04 LTS', 'Ubuntu 22.04'],
    ['Ubuntu', '22', 'nothing'],
    ['Debian', '12.0', 'Debian 12'],
    ['Debian', '3.1', 'Debian 3.1'],
    ['Rocky Linux', '9.2', 'Rocky Linux 9'],
    ['rocky', '9', 'Rocky Linux 9'],
    ['Fedora', '4', 'Fedora 4'],
    ['Fedora', '45', 'nothing'],
    ['OpenBSD', '7.1', 'OpenBSD 7.1'],
    ['OpenBSD', '7.10', 'nothing'],
    ['FreeBSD', '14.3-RELEASE', 'FreeBSD 14.3'],
    ['FreeBSD', '14.9', 'FreeBSD 14'],
    ['CentOS', '7.9', 'CentOS 7'],
    ['CentOS Stream', '8', 'CentOS Stream 8'],
    ['CentOS', 'Stream 9', 'CentOS Stream 9'],
    ['centos', '9-stream', 'CentOS Stream 9'],
    ['Windows Server', '2019 RDS', 'Windows Server 2019'],
    ['Windows Server', '2016 Office 2016 Pro RDS', 'Windows Server 2016'],
    ['Windows Server', '2012R2', 'Windows Server 2012-r2'],
    ['Windows Server', '2012 R2', 'Windows Server 2012-r2'],
    ['Windows Server', '2012-r2', 'Windows Server 2012-r2'],
    ['Windows Server', '2012_R2 RDS', 'Windows Server 2012-r2'],
    ['Windows Server', '2012', 'Windows Server 2012'],
    ['Windows Server', '2008', 'nothing'],
    ['Windows Server', '2008 R2', 'nothing'],
    ['Windows Server', '2008 SP2', 'Windows Server 2008-sp2'],
    ['Windows Server', '2008R2SP1', 'Windows Server 2008-r2-sp1'],
    ['Windows Server', '2003 R2', 'nothing'],
    ['Windows Server', '2003 R2 SP2', 'nothing'],
    ['Windows Server', '2003 Standard R2', 'nothing'],
    ['Windows Server', '2003 (R2)', 'nothing'],
    ['Windows Server', '2003-Release2', 'nothing'],
    ['Windows Server', '2003 R 2', 'nothing'],
    ['Windows Server', '2003StandardR2', 'nothing'],
    ['Windows Server', '2003 x64 5.2.3790 R2', 'nothing'],
    ['Windows Server', '2012 (R2)', 'Windows Server 2012-r2'],
    ['Windows Server', '2012R2Standard', 'Windows Server 2012-r2'],
    ['Windows Server', '2012 Standard R2', 'Windows Server 2012-r2'],
    ['Windows Server', '2012, Release 2', 'Windows Server 2012-r2'],
    ['Windows Server', '２０１２　Ｒ２', 'Windows Server 2012-r2'],
    ['Windows Server', '2008 Standard R2 (SP1)', 'Windows Server 2008-r2-sp1'],
    ['Windows Server', '2012 (Standard)', 'Windows Server 2012'],
    ['Windows Server', '2012 Server2', 'Windows Server 2012'],
    ['rhel', '9.4', 'Red Hat Enterprise Linux 9'],
    ['alpine', '3.18', 'Alpine Linux 3.18'],
    ['amazon', '2023', 'Amazon Linux 2023'],
    ['windows', '11', 'nothing'],
    ['Alpine Linux', 'v3.18.4', 'Alpine Linux 3.18'],
    ['Windows Server', '2019 SQL Server 2008 R2', 'Windows Server 2019'],
    ['Windows Server', '1809', 'nothing'],
    ['Windows Server', '1809 SAC', 'Windows Server 1809-sac'],
    ['Windows Server', '23H2', 'nothing'],
    ['Windows Server', '23H2 AC', 'Windows Server 23h2-ac'],
    ['Ubuntu Core', '22.04', 'nothing'],
    ['Ubuntu', '', 'nothing'],
    ['Arch Linux', 'latest', 'nothing'],
    ['NetBSD', '10.1', 'nothing'],
    ['Plan 9', '4', 'nothing'],
  ];
  for (const [family, version, key] of matched)
    it(`is that of ${key} for ${family} ${version}`, () => assert.equal(said(family, version), key));

  it('ends with free support: of Debian with long-term support, of others not with what is paid for', () => {
    assert.deepEqual(supportIn('Debian', '10.13'), {
      family: 'Debian',
      release: '10',
      ends: '2024-06-30',
      over: Date.UTC(2024, 6, 1),
      regularEnds: '2022-09-10',
    });
    assert.deepEqual(supportIn('Ubuntu', '18.04'), {
      family: 'Ubuntu',
      release: '18.04',
      ends: '2023-05-31',
      over: Date.UTC(2023, 5, 1),
      regularEnds: undefined,
    });
    assert.equal(supportIn('Windows Server', '2012 R2')?.ends, '2023-10-10');
    assert.equal(supportIn('Debian', '5')?.regularEnds, undefined);
  });

  it('is known of an image with an app by its distribution, and of a vendor image by its name', () => {
    const app = {
      metadata: { app: 'GitLab-16.3.4-64bit' },
      name: 'vmi-gitlab-16.3.4-ubuntu-20.04-amd64-30gb',
    };
    assert.equal(supportOf(imageOf(app))?.release, '20.04');
    assert.equal(supportOf(imageOf({ name: 'vmi-centos-stream9-amd64' }))?.family, 'CentOS Stream');
    assert.equal(supportOf(imageOf({ name: 'my-ubuntu-22.04' })), undefined);
  });

  it('matches every spelling of a key of the table, and no other key of it', () => {
    for (const [family, text] of Object.entries(SUPPORT_TABLE))
      for (const [, key = ''] of text.matchAll(/(\S+)\s+\S+/g))
        for (const spelled of [key, key.toUpperCase(), key.replaceAll('-', ' '), key.replaceAll('-', '_')]) {
          const label = `${family} ${spelled}`;
          assert.equal(knownRelease({ family, version: spelled, label })?.key, key, label);
        }
  });

  it('matches a release that goes on, but not one whose number does', () => {
    for (const [family, text] of Object.entries(SUPPORT_TABLE))
      for (const [, key = ''] of text.matchAll(/(\S+)\s+\S+/g)) {
        const keyOf = (version: string) => knownRelease({ family, version, label: version })?.key;
        assert.equal(keyOf(`${key}-999.1`), key);
        if (/\d$/.test(key)) assert.notEqual(keyOf(`${key}999`), key);
      }
  });

  it('is known of the distributions that ConoHa has, but for those that the table lacks', async () => {
    const images = [
      ...(await generatedImages(220)),
      ...Object.keys(DISTRIBUTIONS).map((dst) => imageOf({ name: dst, metadata: { dst } })),
    ];
    const unknown = images.flatMap((image) => {
      const distribution = distributionOf(image);
      return distribution === undefined || supportOf(image) !== undefined ? [] : [distribution.family];
    });
    assert.deepEqual([...new Set(unknown)].sort(), ['Arch Linux', 'MIRACLE LINUX', 'Plan 9']);
  });
});

describe('the end of support', () => {
  const support: Support = {
    family: 'X',
    release: '1',
    ends: '2024-06-30',
    over: Date.UTC(2024, 6, 1),
    regularEnds: undefined,
  };

  it('is after the last day', () => {
    assert.equal(hasSupportEnded(support, Date.parse('2024-06-30T23:59:59.999Z')), false);
    assert.equal(hasSupportEnded(support, Date.parse('2024-07-01T00:00:00Z')), true);
  });

  it('is past where nobody knows on which day it was', () => {
    const netbsd = supportIn('NetBSD', '4.0');
    assert.deepEqual(netbsd, {
      family: 'NetBSD',
      release: '4',
      ends: undefined,
      over: -Infinity,
      regularEnds: undefined,
    });
    assert.equal(hasSupportEnded(netbsd, noon('2000-01-01')), true);
  });

  it('is near for as many days as one wants to know', () => {
    assert.equal(supportState(support, noon('2024-04-01')), 'endsSoon');
    assert.equal(supportState(support, noon('2024-03-31')), 'supported');
    assert.equal(supportState(support, noon('2024-06-29'), 1), 'endsSoon');
    assert.equal(supportState(support, noon('2024-06-28'), 1), 'supported');
    assert.equal(supportState(support, noon('2024-06-30'), 0), 'supported');
    assert.equal(supportState(support, noon('2024-07-01'), 0), 'ended');
    assert.equal(supportState(undefined, noon('2024-07-01')), undefined);
  });
});
