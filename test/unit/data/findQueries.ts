import { vendorCatalogue } from '../../server/index';

/** What somebody types to find an image, and the images that are right as the first of the hits. */
export interface FindQuery {
  readonly typed: string;
  /** Names out of `vendorCatalogue()`; where there are several, each is as right as the others. */
  readonly first: readonly string[];
}

const names = vendorCatalogue().map(({ image }) => image.name);

/** The image with this name. */
function only(name: string): readonly string[] {
  return matching((other) => other === name, name);
}

/** An image of the vendor in all its disk sizes, by its name without the size. */
function sizes(...bases: readonly string[]): readonly string[] {
  return bases.flatMap((base) => matching((name) => name.replace(/-\d+gb$/, '') === base, base));
}

/** All images whose names match. */
function all(pattern: RegExp): readonly string[] {
  return matching((name) => pattern.test(name), pattern.source);
}

function matching(isRight: (name: string) => boolean, what: string): readonly string[] {
  const right = names.filter(isRight);
  if (right.length === 0) throw new Error(`The catalogue has no image ${what}.`);
  return right;
}

/**
 * Forty queries as people type them, over `vendorCatalogue()`: words, parts of words, words in any order and run together,
 * versions without their dot, capitals, beginnings of ids. Written from what is asked for, not from how it is found.
 */
export const FIND_QUERIES: readonly FindQuery[] = [
  // Operating systems: the distribution itself, not an application that stands on it.
  { typed: 'centos7', first: all(/^vmi-centos-7\.\d-/) },
  { typed: 'centos 79', first: sizes('vmi-centos-7.9-amd64') },
  { typed: 'ubuntu 22', first: sizes('vmi-ubuntu-22.04-amd64') },
  { typed: 'ubuntu 22 30', first: only('vmi-ubuntu-22.04-amd64-30gb') },
  { typed: 'UBUNTU 24', first: sizes('vmi-ubuntu-24.04-amd64') },
  { typed: 'ubuntu2004', first: sizes('vmi-ubuntu-20.04-amd64', 'vmi-ubuntu-20.04.2-amd64') },
  { typed: 'deb12', first: sizes('vmi-debian-12.0-amd64') },
  { typed: '100 debian 11', first: only('vmi-debian-11.7-amd64-100gb') },
  { typed: 'alma9 100', first: only('vmi-almalinux-9.2-amd64-100gb') },
  { typed: 'rocky 9', first: sizes('vmi-rockylinux-9.0-amd64', 'vmi-rockylinux-9.2-amd64') },
  { typed: 'oracle 8.8', first: sizes('vmi-oraclelinux-8.8-amd64') },
  { typed: 'stream 9', first: sizes('vmi-centos-stream9-amd64') },
  { typed: 'suse 15.5', first: sizes('vmi-opensuse-15.5-amd64') },
  { typed: 'zfs 100', first: only('vmi-freebsd-13.1-zfs-amd64-100gb') },
  { typed: 'windows', first: all(/^vmi-win-(2012r2$|\d{4}dce)/) },
  { typed: 'windows 2019', first: only('vmi-win-2019dce-amd64') },
  { typed: '2022 rds', first: only('vmi-win-2022dce-amd64-rds') },
  // Applications.
  { typed: 'gitlab', first: all(/^vmi-gitlab-/) },
  { typed: 'docker 24', first: sizes('vmi-docker-24.0-ubuntu-22.04-amd64') },
  { typed: 'wordpress kusanagi', first: sizes('vmi-wordpress-kusanagi-latest-centos-7.9-amd64') },
  { typed: 'minec', first: all(/^vmi-minecraft-/) },
  { typed: '1.19.3 minecraft', first: sizes('vmi-minecraft-java-1.19.3-centos-7.9-amd64') },
  { typed: 'softether', first: sizes('vmi-softether-vpn-4.41-ubuntu-22.04-amd64') },
  { typed: 'rails 7', first: sizes('vmi-ruby-on-rails-7.0-ubuntu-22.04-amd64') },
  // Images of one's own.
  { typed: 'dev', first: only('dev') },
  { typed: 'worker-02', first: only('k8s-node-production-cluster-tokyo-worker-02') },
  { typed: 'before upgrade 2026-07', first: only('before upgrade (do not delete) 2026-07-01') },
  // Beginnings of ids.
  { typed: 'da003136', first: only('vmi-almalinux-9.2-amd64-30gb') },
  { typed: '6016408e-5819', first: only('vmi-almalinux-8.3-amd64-30gb') },
  { typed: 'c77d', first: only('vmi-ec-cube-4.2.1-ubuntu-22.04-amd64-30gb') },
  // As typed with a Japanese keyboard: letters, digits and blanks of full width, kana of either width.
  { typed: 'ｕｂｕｎｔｕ２２', first: sizes('vmi-ubuntu-22.04-amd64') },
  { typed: 'ＣｅｎｔＯＳ７．９', first: sizes('vmi-centos-7.9-amd64') },
  { typed: 'Ｄｅｂｉａｎ　１２　１００', first: only('vmi-debian-12.0-amd64-100gb') },
  { typed: 'マイクラ', first: only('マイクラ鯖 引っ越し前_20261120') },
  { typed: 'ﾃｽﾄ', first: only('テスト用(消さないで)') },
  { typed: 'ｺﾞｰﾙﾃﾞﾝ', first: only('【重要】ゴールデンイメージ') },
  { typed: 'ﾊﾞｯｸｱｯﾌﾟ 20261001', first: only('Webサーバー_バックアップ_20261001') },
  { typed: '検証機2号', first: only('検証機２号') },
  {
    typed: '保存イメージ',
    first: vendorCatalogue().flatMap(({ image }) => (image.name.startsWith('vmi-') ? [] : [image.name])),
  },
  { typed: '保存イメージ 本番', first: only('本番DB 移行前') },
];
