/** A kind of image that the cloud itself offers, before it is built for a disk size. */
export interface VendorTemplate {
  /** Exactly one of app and distribution is filled on a vendor image; an app of the older generation is `gnc_app`. */
  readonly metadata: { readonly app: string } | { readonly dst: string } | { readonly gnc_app: string };
  readonly osType: string;
  /** The name without disk size. */
  readonly name: string;
  /** GiB; 0 means that the image was made without one, as those of 2015 were. */
  readonly disks: readonly number[];
}

const minecraft: readonly (readonly [family: string, slug: string, versions: readonly string[]])[] = [
  [
    'Minecraft_JAVA_Edition',
    'minecraft-java',
    '1.12.2 1.14.4 1.15.2 1.16.4 1.16.5 1.17 1.17.1 1.18 1.18.1 1.18.2 1.19 1.19.1 1.19.2 1.19.3 1.19.4 1.20 1.20.1 1.20.2 1.20.4'.split(
      ' ',
    ),
  ],
  [
    'Minecraft_Bedrock_Edition',
    'minecraft-be',
    '1.18.33.02 1.19.22.01 1.19.51.01 1.19.63.01 1.19.83.01 1.20.1.02'.split(' '),
  ],
  ['Minecraft_Forge_Server', 'minecraft-forge', ['1.12.2', '1.16.5', '1.18.2']],
];

/** Applications of 2023: words joined by `_`. */
const apps: readonly (readonly [family: string, ...versions: string[]])[] = [
  ['7_Days_to_Die', 'latest'],
  ['ARK_Survival_Evolved', 'latest'],
  ['CS2', 'latest'],
  ['Django', '4.2'],
  ['Docker', '18.03', '20.10', '24.0'],
  ['Dokku', '0.30.6'],
  ['EC-CUBE', '4.2.1'],
  ['Factorio', '1.1.87'],
  ['GitLab', '15.11.3', '16.0.1'],
  ['Jenkins', '2.401'],
  ['Jitsi_Meet', '2.0.8719'],
  ['KUSANAGI', '9.3'],
  ['Kubernetes_Master', '1.27'],
  ['Kubernetes_Worker', '1.27'],
  ['LAMP(PHP)', '8.2'],
  ['LEMP', 'latest'],
  ['Laravel', '10'],
  ['Mastodon', '4.1.2'],
  ['Mattermost', '7.10'],
  ['Metabase', '0.46.4'],
  ['Misskey', '13.13.2'],
  ['MySQL_phpMyAdmin', '8.0'],
  ['Nextcloud', '26.0.2'],
  ['Node.js', '16.20', '18.16'],
  ['OpenVPN', '2.5.9'],
  ['Palworld', 'latest'],
  ['Prometheus_Grafana', '9.5'],
  ['Redmine', '4.2.10', '5.0.5'],
  ['Rocket.Chat', '6.2.5'],
  ['Ruby_on_Rails', '4.2', '7.0'],
  ['Rust', 'latest'],
  ['SoftEther_VPN', '4.41'],
  ['Terraria', '1.4.4.9'],
  ['Valheim', 'latest'],
  ['WordPress', '6.2.2'],
  ['Zabbix', '6.4'],
];

/** Applications of 2015: words joined by spaces, built once, without a disk size in the name. */
const oldApps: readonly (readonly [app: string, name: string])[] = [
  ['EC-CUBE-2.13.3-64bit', 'vmi-eccube-2.13.3-centos-6.6'],
  ['GitLab-7.9.1-64bit', 'vmi-gitlab-7.9.1-centos-6.6'],
  ['LAMP(PHP)-latest-64bit', 'vmi-lamp-centos-6.6'],
  ['Movable Type-6.1-64bit', 'vmi-mt-6.1-centos-6.6'],
  ['Redmine-3.0.3-64bit', 'vmi-redmine-3.0.3-centos-6.6'],
  ['Ruby on Rails-4.2-64bit', 'vmi-ror-4.2-centos-6.6'],
  ['SQL Server-2014 Express-64bit', 'vmi-win-2012r2-sql-2014exp'],
  ['WordPress-4.2.2-64bit', 'vmi-wordpress-4.2.2-centos-6.6'],
  ['Zabbix-2.4-64bit', 'vmi-zabbix-2.4-centos-6.6'],
  ['baserCMS-3.0.7-64bit', 'vmi-basercms-3.0.7-centos-6.6'],
  ['ownCloud-8.0-64bit', 'vmi-owncloud-8-centos-6.6'],
];

const distributions: readonly (readonly [family: string, slug: string, ...versions: string[]])[] = [
  ['AlmaLinux', 'almalinux', '8.8', '9.2'],
  ['Arch_Linux', 'arch', 'latest'],
  ['CentOS', 'centos', '7.9'],
  ['CentOS_Stream', 'centos-stream', '8', '9'],
  ['Debian', 'debian', '10.13', '11.7', '12.0'],
  ['Fedora', 'fedora', '38'],
  ['FreeBSD', 'freebsd', '13.2'],
  ['MIRACLE_LINUX', 'miraclelinux', '8.6', '9.0'],
  ['NetBSD', 'netbsd', '9.3'],
  ['OpenBSD', 'openbsd', '7.3'],
  ['Oracle_Linux', 'oraclelinux', '8.8', '9.2'],
  ['Rocky_Linux', 'rockylinux', '8.8', '9.2'],
  ['Ubuntu', 'ubuntu', '20.04', '22.04'],
  ['openSUSE', 'opensuse', '15.5'],
];

const windows: readonly VendorTemplate[] = [
  ['Windows_Server-2016-64bit', 'win_2016', 'vmi-win-2016dce-amd64'],
  ['Windows_Server-2019-64bit', 'win_2019', 'vmi-win-2019dce-amd64'],
  ['Windows_Server_RDS-2019-64bit', 'win_2019_rds', 'vmi-win-2019dce-amd64-rds'],
  ['Windows_Server-2022-64bit', 'win_2022', 'vmi-win-2022dce-amd64'],
  ['Windows_Server_RDS-2022-64bit', 'win_2022_rds', 'vmi-win-2022dce-amd64-rds'],
].map(([dst = '', osType = '', name = '']) => ({ metadata: { dst }, osType, name, disks: [100] }));

const bothDisks = [30, 100];

/** Everything the vendor offers: 81 `app` values, 28 of them Minecraft, distributions and Windows. */
export const vendorTemplates: readonly VendorTemplate[] = [
  ...minecraft.flatMap(([family, slug, versions]) =>
    versions.map((version) => application(family, slug, version, 'centos-7.9')),
  ),
  ...apps.flatMap(([family, ...versions]) =>
    versions.map((version) => application(family, slugOf(family), version, 'ubuntu-22.04')),
  ),
  ...oldApps.map(([app, name]) => ({
    metadata: { app },
    osType: name.startsWith('vmi-win') ? 'win_2012' : 'lin',
    name,
    disks: [0],
  })),
  ...distributions.flatMap(([family, slug, ...versions]) =>
    versions.map((version) => ({
      metadata: { dst: `${family}-${version}-64bit` },
      osType: 'lin',
      name: `vmi-${slug}-${version}-amd64`,
      disks: bothDisks,
    })),
  ),
  ...windows,
];

function application(family: string, slug: string, version: string, on: string): VendorTemplate {
  return {
    metadata: { app: `${family}-${version}-64bit` },
    osType: 'lin',
    name: `vmi-${slug}-${version}-${on}-amd64`,
    disks: bothDisks,
  };
}

function slugOf(family: string): string {
  return family
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');
}
