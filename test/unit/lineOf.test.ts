import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { parseGlanceImage } from '../../src/api/images/glance/parseGlanceImage';
import type { JsonObject } from '../../src/base/json';
import { datelessName } from '../../src/catalog/lines/datelessName';
import { lineOf } from '../../src/catalog/lines/lineOf';
import { compareVersions, majorVersion } from '../../src/catalog/versions';
import { imageOf } from './sampleImages';
import { workOf } from './regExpWork';

interface Facts extends JsonObject {
  readonly name: string;
}

const app = (value: string, name: string): Facts => ({ name, metadata: { app: value } });
const dst = (value: string, name: string): Facts => ({ name, metadata: { dst: value } });
const vendor = (name: string): Facts => ({ name });
const own = (name: string): Facts => ({ name, metadata: { image_type: 'snapshot' } });

const line = (facts: Facts, id = 'i') => lineOf(imageOf({ id, minDisk: 30, ...facts }));
const areOne = (a: Facts, b: Facts) => assert.equal(line(a, 'a'), line(b, 'b'));
const areTwo = (a: Facts, b: Facts) => assert.notEqual(line(a, 'a'), line(b, 'b'));

describe('the line of a vendor image', () => {
  it('holds the versions of an app with the same first number', () => {
    const gitlab = (version: string) =>
      app(`GitLab-${version}-64bit`, `vmi-gitlab-${version}-ubuntu-22.04-amd64-30gb`);
    areOne(gitlab('16.9.1'), gitlab('16.10.0'));
    areTwo(gitlab('16.9.1'), gitlab('17.0.0'));
    areTwo(gitlab('16.9.1'), app('Redmine-16.9.1-64bit', 'vmi-redmine-16.9.1-ubuntu-22.04-amd64-30gb'));
  });

  it('parts an app by what it runs on', () => {
    const on = (distribution: string) =>
      app('GitLab-16.9-64bit', `vmi-gitlab-16.9-${distribution}-amd64-30gb`);
    areTwo(on('ubuntu-20.04'), on('ubuntu-22.04'));
    areOne(on('ubuntu-20.04'), on('ubuntu-20.04.2'));
    areTwo(on('ubuntu-20.04'), on('centos-7.9'));
  });

  it('holds a release of a distribution as the table of support knows it', () => {
    areOne(
      dst('AlmaLinux-9.2-64bit', 'vmi-almalinux-9.2-amd64'),
      dst('AlmaLinux-9.6-64bit', 'vmi-almalinux-9.6-amd64'),
    );
    areTwo(
      dst('AlmaLinux-9.2-64bit', 'vmi-almalinux-9.2-amd64'),
      dst('AlmaLinux-8.8-64bit', 'vmi-almalinux-8.8-amd64'),
    );
    areTwo(dst('Rocky_Linux-9.2-64bit', 'vmi-x-9.2-amd64'), dst('AlmaLinux-9.2-64bit', 'vmi-x-9.2-amd64'));
    areOne(vendor('vmi-centos-stream9-amd64'), vendor('vmi-centos-stream-9-amd64'));
    areTwo(vendor('vmi-centos-stream8-amd64'), vendor('vmi-centos-8-amd64'));
    areOne(vendor('vmi-netbsd-10.0-amd64'), vendor('vmi-netbsd-10.1-amd64'));
  });

  it('is that of one release where no table knows it', () => {
    areTwo(vendor('vmi-miraclelinux-8.6-amd64'), vendor('vmi-miraclelinux-8.10-amd64'));
    areTwo(vendor('vmi-fedora-45-amd64'), vendor('vmi-fedora-46-amd64'));
    areOne(vendor('vmi-fedora-45-amd64'), vendor('vmi-fedora-45-amd64-20261101'));
  });

  it('is parted by editions of Windows, from wherever they are known', () => {
    const names = [
      'vmi-win-2022dce-amd64',
      'vmi-win-2022dce-amd64-rds',
      'vmi-win-2022dce-amd64-rdsoffice2021',
      'vmi-win-2022dce-amd64-rdsoffice2021std',
      'vmi-win-2022dce-amd64-sql2022web',
      'vmi-win-2012r2-amd64',
      'vmi-win-2012-amd64',
    ];
    assert.equal(new Set(names.map((name) => line(vendor(name)))).size, names.length);
    assert.equal(new Set(names.map((name) => line(dst('Windows_Server-2022-64bit', name)))).size, 5);
    areTwo(
      dst('WindowsServer-2019_Remote_Desktop-64bit', 'vmi-win-a-amd64'),
      dst('WindowsServer-2019-64bit', 'vmi-win-a-amd64'),
    );
    areTwo(
      { ...dst('WindowsServer-2019-64bit', 'vmi-win-2019'), metadata: { os_type: 'win_2019_rds' } },
      { ...dst('WindowsServer-2019-64bit', 'vmi-win-2019'), metadata: { os_type: 'win_2019' } },
    );
    areOne(vendor('vmi-win-2022dce-amd64-rds'), dst('Windows_Server_RDS-2022-64bit', 'vmi-win2022dce-amd64'));
  });

  it('is parted by file system, architecture and disk', () => {
    areTwo(vendor('vmi-freebsd-13.1-zfs-amd64-30gb'), vendor('vmi-freebsd-13.1-ufs-amd64-30gb'));
    areOne(vendor('vmi-freebsd-13.1-Zfs-amd64-30gb'), vendor('vmi-freebsd-13.1-zfs-amd64-30gb'));
    areTwo(vendor('vmi-freebsd-13.1-amd64-30gb'), vendor('vmi-freebsd-13.1-zfs-amd64-30gb'));
    areTwo(vendor('vmi-ubuntu-22.04-amd64-30gb'), vendor('vmi-ubuntu-22.04-arm64-30gb'));
    areTwo(vendor('vmi-ubuntu-22.04-amd64-30gb'), vendor('vmi-ubuntu-22.04-amd64-100gb'));
    areTwo({ ...vendor('vmi-ubuntu-22.04-amd64'), minDisk: 100 }, vendor('vmi-ubuntu-22.04-amd64'));
    areOne(vendor('vmi-ubuntu-22.04-amd64-30gb'), vendor('vmi-ubuntu-22.04-amd64'));
    areOne(vendor('vmi-ubuntu-22.04-amd64-30gb'), vendor('vmi-ubuntu-22.04-amd64-30gb-20261120-3'));
    areOne(vendor('vmi-ubuntu-22.04-amd64-100gb-20231101'), {
      ...vendor('vmi-ubuntu-22.04-amd64'),
      minDisk: 100,
    });
  });

  it('has one word for each architecture, which the metadata may say', () => {
    const noted = (key: string, value: string): Facts => ({
      ...vendor('vmi-ubuntu-22.04'),
      metadata: { [key]: value },
    });
    areOne(vendor('vmi-ubuntu-22.04-amd64'), noted('architecture', 'x86_64'));
    areOne(vendor('vmi-ubuntu-22.04-x86_64'), noted('hw_architecture', 'AMD64'));
    areOne(vendor('vmi-ubuntu-22.04-aarch64'), noted('hw_architecture', 'arm64'));
    areTwo(noted('architecture', 'x86_64'), noted('architecture', 'aarch64'));
    areTwo(noted('architecture', 's390x'), noted('architecture', 'ppc64le'));
    areTwo(noted('architecture', 'x86_64'), vendor('vmi-ubuntu-22.04'));
  });

  it('is that of its name, where that is all there is', () => {
    areTwo(vendor('vmi-lamp-latest'), vendor('vmi-lemp-latest'));
    areOne(vendor('vmi-lamp-latest-20260101'), vendor('vmi-lamp-latest-20260301'));
  });

  it('is the same in the words of both generations', () => {
    const of2 = imageOf({
      id: 'a',
      minDisk: 30,
      ...app('Ruby_on_Rails-8.1.0-64bit', 'vmi-ror-8.1.0-ubuntu-24.04-amd64'),
    });
    const of3 = parseGlanceImage(
      {
        id: 'b',
        name: 'vmi-rails-8.1.2-ubuntu-24.04',
        visibility: 'public',
        min_disk: 30,
        architecture: 'x86_64',
        tags: ['app_name=Ruby_on_Rails', 'app_version=8.1.2', 'dst_name=Ubuntu', 'dst_version=24.04'],
      },
      'me',
    );
    assert.equal(lineOf(of2), lineOf(of3));
  });
});

describe('the line of any other image', () => {
  it('is its name without a date', () => {
    areTwo(own('web-1'), own('web-2'));
    const webs = [
      'web',
      'web_20231101',
      'web-2023-11-01',
      'web 20231101-1200',
      '20231101 web',
      'web (2023/11/1)',
    ];
    assert.equal(new Set(webs.map((name) => line(own(name)))).size, 1);
    areTwo(own('web_20231101'), own('Web-1 20231101'));
  });

  it('neither asks for its app, its distribution, nor its disk', () => {
    const noted = {
      ...own('web_20231101'),
      minDisk: 100,
      metadata: { image_type: 'snapshot', app: 'GitLab-1-64bit' },
    };
    areOne(noted, own('web_20231201'));
  });

  it('is of that image alone, where the name says nothing', () => {
    const offered = (name: string, id: string) =>
      lineOf(parseGlanceImage({ id, name, visibility: 'public' }, 'me'));
    for (const name of ['', '20231101', '2023-11-01 12:00', ' \u200b']) {
      areTwo({ name, metadata: { image_type: 'snapshot' } }, { name, metadata: { image_type: 'snapshot' } });
      assert.notEqual(offered(name, 'a'), offered(name, 'b'), name);
    }
    assert.equal(offered('web 20231101', 'a'), offered('web 20231201', 'b'));
  });

  it('is that of its owner', () => {
    const shared = (owner: string) =>
      parseGlanceImage({ id: owner, name: 'web_20231101', visibility: 'shared', owner }, 'me');
    assert.notEqual(lineOf(shared('you')), lineOf(shared('them')));
    assert.notEqual(lineOf(shared('you')), lineOf(shared('me')));
    assert.equal(lineOf(shared('me')), line(own('web')));
    const { owner, ...unknown } = { id: 'i', name: 'web_20231101', visibility: 'shared', owner: '' };
    assert.equal(owner, '');
    assert.notEqual(lineOf(parseGlanceImage(unknown, 'me')), line(own('web')));
    assert.notEqual(lineOf(shared('own')), line(own('web')));
  });
});

describe('a name without its date', () => {
  const names: Readonly<Record<string, string>> = {
    web: 'web',
    'web-1': 'web-1',
    'web-1_20231101': 'web-1',
    'web-20231101-2': 'web 2',
    'web 20231101120000': 'web',
    'web 2023-11-01T12:00:05Z': 'web',
    'web 2023-11-01T12:00+09:00': 'web',
    'web.2023.11.01': 'web',
    'Web 2026-11-20 保存前': 'Web 保存前',
    '検証機２号: 2026/10': '検証機２号',
    '本番DB 2023年1月5日': '本番DB',
    '本番DB 2023年1月': '本番DB',
    'web2023-1-5': 'web',
    'misskey-2025.9.1': 'misskey-2025.9.1',
    'amazon 2018.03': 'amazon 2018.03',
    'web-20231301': 'web-20231301',
    'web-120231101': 'web-120231101',
    'web-2023': 'web-2023',
    'web-2023-11-30gb': 'web 30gb',
    'web-2023-11-01-30gb': 'web 30gb',
    '_web-': '_web-',
    '500G-0507': '500G-0507',
    web２０２３１１０１: 'web',
    '検証機２号（２０２３年１１月１日）': '検証機２号',
    'web-231101': 'web',
    web_231101_1200: 'web',
    'dev-202311': 'dev',
    'dev-202313': 'dev-202313',
    'dev-231301': 'dev-231301',
    'dev-202311.2': 'dev-202311.2',
    'dev-1.231101': 'dev-1.231101',
    'web-2': 'web-2',
    'web-2023-11-01T12:00:05.123Z': 'web',
    'web-2023-11-01T12:00:05.5+09:00': 'web',
    'web-20231101-120000.1': 'web 1',
    'web 2023/1/5 9:05': 'web',
    'web 2023/1/5, 9:05 PM': 'web',
    'snapshot 2023-11-01 09h30': 'snapshot',
    'snapshot 2023-11-01 09h30m15s': 'snapshot',
    '本番DB 2023年11月1日(水) 9時': '本番DB',
    'web 2023-11-01 1200 amd64': 'web amd64',
    'web-20231101-1200-misskey': 'web misskey',
    'web-20231101-1200zfs': 'web zfs',
    'web-20231101 (2)': 'web (2)',
    'web (20231101-2)': 'web (2)',
    'web (2, 20231101)': 'web (2)',
    'web 【2023/11/1】 old': 'web old',
    'web (20231101': 'web',
    '20231101) web': 'web',
    'web-2024-02-30': 'web-2024-02-30',
    'web-2024-02-29': 'web',
    'web-2023-02-29': 'web-2023-02-29',
    'web-20240230': 'web-20240230',
    'web-240230': 'web-240230',
    'web-2023-11-45': 'web-2023-11-45',
  };
  for (const [name, without] of Object.entries(names))
    it(`is ${without} of ${name}`, () => assert.equal(datelessName(name), without));

  it('takes no longer for an odd name than for another', () => {
    for (const part of ['-', '2023-', '20231101', '231101 ', '(', '(20231101', ' 2023-11-01 12'])
      assert.ok(workOf(() => void datelessName(part.repeat(10_000))) < 1_000_000, part);
  });
});

describe('a version', () => {
  it('has a first number, and words of an edition', () => {
    const majors = { '16.3.4': '16', 'v0.3.1': '0', '0.4': '0', latest: 'latest', 'latest-1.4.1': 'latest' };
    for (const [version, major] of Object.entries(majors)) assert.equal(majorVersion(version), major);
    assert.equal(majorVersion('2014 Express'), '2014 express');
    assert.equal(majorVersion('a21.1b16'), 'a21');
    assert.equal(majorVersion('2.30.3-8.2.1'), '2');
    assert.equal(majorVersion('3.6=lts'), '3 lts');
    assert.equal(majorVersion('16.3.4-ce.0'), majorVersion('16.10.0-ce.1'));
    assert.notEqual(majorVersion('16.3.4-ce.0'), majorVersion('16.3.4-ee.0'));
    assert.equal(majorVersion(''), '');
    for (const version of [
      '3.0-beta',
      '3.0-nightly',
      '3.0-SNAPSHOT1',
      '3.0-M1',
      '3rc1',
      '3b2',
      'V3.0',
      'v.3-dev',
    ])
      assert.equal(majorVersion(version), '3', version);
    assert.equal(majorVersion('nightly'), 'nightly');
    assert.equal(majorVersion('23H2'), '23h2');
  });

  const ORDERED = [
    '', '1', '1.0-nightly', '1.0-alpha', '1.0-alpha2', '1.0b1', '1.0-beta2', '1.0-M3', '1.0-rc1', '1.0-rc2', '1.0', '1.0.0', '1.1.1', '1.1.1a', '1.1.1b', '1.2', '16.3',
    '16.9', '16.10', '16.10.1', '20230714', '123456789012345678901', '123456789012345678902',
    'latest',
  ]; // prettier-ignore

  it('is older than the one that it leads to, as long as it is not finished', () => {
    for (const early of ['2.0b2', '2.0a1', '2.0-M1', '2.0-SNAPSHOT1', '2.0-dev', '2.0.pre1', 'v2.0-preview'])
      assert.ok(compareVersions(early, '2.0') < 0 && compareVersions(early, '1.9') > 0, early);
  });

  it('is in natural order: 16.10 follows 16.9', () => {
    for (const [at, older] of ORDERED.entries())
      for (const newer of ORDERED.slice(at + 1)) {
        assert.ok(compareVersions(older, newer) < 0, `${older} < ${newer}`);
        assert.ok(compareVersions(newer, older) > 0, `${newer} > ${older}`);
      }
    for (const [a, b] of [
      ['v1.2', '1.02'],
      ['V.1', '1'],
      ['2.0a1', '2.0-ALPHA1'],
      ['1.2', '1-2'],
      ['RC1', 'rc1'],
    ] as const)
      // prettier-ignore
      assert.equal(compareVersions(a, b), 0);
  });
});
