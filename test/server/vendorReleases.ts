import type { VendorTemplate } from './vendorImages';

const both = [30, 100];

/**
 * Distributions as ConoHa's list has them in both generations of its spelling: the metadata, the name (`{v}` is the
 * version in both), the versions, and the disk sizes where they are not both.
 */
const distributions: readonly (readonly [
  dst: string,
  name: string,
  versions: string,
  disks?: readonly number[],
])[] = [
  ['AlmaLinux-{v}-64bit', 'vmi-almalinux-{v}-amd64', '8.3 8.8 9.2'],
  ['Arch_Linux-latest-64bit', 'vmi-arch-{v}-amd64', '20230714'],
  ['CentOS-{v}-64bit', 'vmi-centos-{v}-amd64', '7.1 7.2 7.3 7.4 7.5 7.6 7.7 7.8 7.9'],
  ['CentOS-{v}-64bit', 'vmi-centos-{v}-amd64', '8.3 8.4'],
  ['CentOS-Stream{v}-64bit', 'vmi-centos-stream{v}-amd64', '8 9'],
  ['CentOS_Stream-8-64bit', 'vmi-centos-stream-8-{v}-amd64', '20210603', [30]],
  ['Debian-{v}-64bit', 'vmi-debian-{v}-amd64', '10.13 11.7 12.0'],
  ['Fedora-{v}-64bit', 'vmi-fedora-{v}-amd64', '37 38'],
  ['FreeBSD-13.1-64bit', 'vmi-freebsd-13.1-{v}-amd64', 'ufs zfs'],
  ['MiracleLinux-{v}-64bit', 'vmi-miraclelinux-{v}-amd64', '8.4'],
  ['MIRACLE_LINUX-{v}-64bit', 'vmi-miraclelinux-{v}-amd64', '9.0'],
  ['NetBSD-{v}-64bit', 'vmi-netbsd-{v}-amd64', '9.3'],
  ['OpenBSD-{v}-64bit', 'vmi-openbsd-{v}-amd64', '7.3'],
  ['Oracle_Linux-{v}-64bit', 'vmi-oraclelinux-{v}-amd64', '8.6 8.8 9.1 9.2'],
  ['RockyLinux-{v}-64bit', 'vmi-rockylinux-{v}-amd64', '8.4 8.6'],
  ['Rocky_Linux-{v}-64bit', 'vmi-rockylinux-{v}-amd64', '8.8 9.0 9.2'],
  ['Ubuntu-{v}-64bit', 'vmi-ubuntu-{v}-amd64', '14.04 16.04 18.04 20.04 20.04.2 22.04 24.04'],
  ['openSUSE-{v}-64bit', 'vmi-opensuse-{v}-amd64', '15.4 15.5'],
];

const windows: readonly (readonly [dst: string, osType: string, name: string])[] = [
  ['Windows-2012R2-64bit', 'win_2012r2', 'vmi-win-2012r2'],
  ['Windows_Server-2016-64bit', 'win_2016', 'vmi-win-2016dce-amd64'],
  ['Windows_Server_RDS-2016-64bit', 'win_2016_rds', 'vmi-win-2016dce-amd64-rds'],
  [
    'WindowsServer-2016_Office2016_Pro_RDS-64bit',
    'win_2016office2016pro_rds',
    'vmi-win-2016dce-amd64-rdsoffice2016pro',
  ],
  ['WindowsServer-2016_SQL2016_Web-64bit', 'win_2016sql2016web', 'vmi-win-2016dce-amd64-sql2016web'],
  ['Windows_Server-2019-64bit', 'win_2019', 'vmi-win-2019dce-amd64'],
  ['WindowsServer-2019_Remote_Desktop-64bit', 'win_2019_rds', 'vmi-win-2019dce-amd64-rds'],
  ['Windows_Server-2022-64bit', 'win_2022', 'vmi-win-2022dce-amd64'],
  ['Windows_Server_RDS-2022-64bit', 'win_2022_rds', 'vmi-win-2022dce-amd64-rds'],
];

/** Linux and the BSDs: the disk size stands in the name. */
export const distributionTemplates: readonly VendorTemplate[] = distributions.flatMap(
  ([dst, name, versions, disks = both]) =>
    versions.split(' ').map((version) => ({
      metadata: { dst: dst.replace('{v}', version) },
      osType: 'lin',
      name: name.replace('{v}', version),
      disks,
    })),
);

/** Windows comes in one size, which its name does not tell. */
export const windowsTemplates: readonly VendorTemplate[] = windows.map(([dst, osType, name]) => ({
  metadata: { dst },
  osType,
  name,
  disks: [100],
}));
