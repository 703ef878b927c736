import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { parseRelease } from '../../src/catalog/release';
import { workOf } from './regExpWork';

describe('an app value', () => {
  const readable: readonly (readonly [value: string, family: string, version: string, label: string])[] = [
    ['Ruby on Rails-4.2-64bit', 'Ruby on Rails', '4.2', 'Ruby on Rails 4.2'],
    ['Ruby_on_Rails-4.2-64bit', 'Ruby on Rails', '4.2', 'Ruby on Rails 4.2'],
    ['GitLab-7.9.1-64bit', 'GitLab', '7.9.1', 'GitLab 7.9.1'],
    ['LAMP(PHP)-latest-64bit', 'LAMP(PHP)', 'latest', 'LAMP(PHP) latest'],
    [
      'Minecraft_JAVA_Edition-1.19.3-64bit',
      'Minecraft JAVA Edition',
      '1.19.3',
      'Minecraft JAVA Edition 1.19.3',
    ],
    ['Rocky_Linux-9.2-64bit', 'Rocky Linux', '9.2', 'Rocky Linux 9.2'],
    ['7_Days_to_Die-a21.1b16-64bit', '7 Days to Die', 'a21.1b16', '7 Days to Die a21.1b16'],
    ['SQL Server-2014 Express-64bit', 'SQL Server', '2014 Express', 'SQL Server 2014 Express'],
    ['autogpt-v0.3.1-64bit', 'autogpt', 'v0.3.1', 'autogpt v0.3.1'],
  ];
  for (const [value, family, version, label] of readable) {
    it(`reads ${value} as ${label}`, () => {
      assert.deepEqual(parseRelease(value), { family, version, label });
    });
  }

  it('keeps hyphens that belong to the family or to the version', () => {
    assert.deepEqual(parseRelease('EC-CUBE-4.2.1-64bit'), {
      family: 'EC-CUBE',
      version: '4.2.1',
      label: 'EC-CUBE 4.2.1',
    });
    assert.equal(parseRelease('prometheus-grafana-2.30.3-8.2.1-64bit').family, 'prometheus-grafana');
    assert.equal(parseRelease('prometheus-grafana-2.30.3-8.2.1-64bit').version, '2.30.3-8.2.1');
    assert.equal(parseRelease('Minecraft_manager-latest-1.4.1-64bit').version, 'latest-1.4.1');
  });

  it('leaves out the architecture in any of its spellings', () => {
    for (const architecture of ['64bit', '32bit', 'x86_64', 'amd64', 'aarch64']) {
      assert.equal(parseRelease(`Redis-7.0-${architecture}`).label, 'Redis 7.0');
    }
  });

  it('stays readable when it is of no known form', () => {
    for (const value of [
      'GitLab',
      'isucon8-qualify',
      'ブログ サーバー',
      '-',
      '64bit',
      '-64bit',
      '-4.2-64bit',
    ]) {
      const { family, version, label } = parseRelease(value);
      assert.notEqual(family, '', value);
      assert.equal(version, '', value);
      assert.equal(label, family);
    }
    assert.equal(parseRelease('isucon8-qualify-64bit').label, 'isucon8-qualify');
    assert.equal(parseRelease('日本語アプリ-1.0-64bit').label, '日本語アプリ 1.0');
  });

  it('means the same after any number of other values', () => {
    const before = parseRelease('GitLab-7.9.1-64bit');
    for (let n = 0; n < 25_000; n++) parseRelease(`App_${n}-${n}.0-64bit`);
    assert.deepEqual(parseRelease('GitLab-7.9.1-64bit'), before);
  });

  it('is read in steps in proportion to its length', () => {
    const steps = (length: number): number =>
      workOf(() => {
        const value = '-'.repeat(length) + '_ '.repeat(length);
        assert.notEqual(parseRelease(value).label, '');
      });
    const [short, long] = [steps(2500), steps(20_000)];
    assert.ok(long <= 9 * short, `${short} steps for 2,500 of each, ${long} for 20,000`);
  });
});
