/** Distributions of the present generation, as ConoHa's tags write them, and the word for them in names. */
const distributions: readonly (readonly [name: string, slug: string, ...versions: string[]])[] = [
  ['AlmaLinux', 'almalinux', '8.10', '9.6', '10.0'],
  ['Arch_Linux', 'arch', 'latest'],
  ['CentOS_Stream', 'centos-stream', '9', '10'],
  ['Debian', 'debian', '11.11', '12.12', '13.5'],
  ['Fedora', 'fedora', '41', '42'],
  ['FreeBSD', 'freebsd', '13.5', '14.3'],
  ['MIRACLE_LINUX', 'miraclelinux', '8.10', '9.6'],
  ['NetBSD', 'netbsd', '10.1'],
  ['OpenBSD', 'openbsd', '7.7'],
  ['Oracle_Linux', 'oraclelinux', '8.10', '9.6'],
  ['Rocky_Linux', 'rockylinux', '8.10', '9.6', '10.0'],
  ['Ubuntu', 'ubuntu', '20.04', '22.04', '24.04', '25.10'],
  ['openSUSE', 'opensuse', '15.6', '16.0'],
];

/** Windows, with the name of the image and the family as the tags have it. */
const windows: readonly (readonly [family: string, version: string, name: string])[] = [
  ['Windows_Server', '2016', 'vmi-win-2016dce-amd64'],
  ['Windows_Server', '2019', 'vmi-win-2019dce-amd64'],
  ['Windows_Server', '2022', 'vmi-win-2022dce-amd64'],
  ['Windows_Server', '2025', 'vmi-win-2025dce-amd64'],
  ['Windows_Server_Remote_Desktop', '2019', 'vmi-win2019dce-rds'],
  ['Windows_Server_Remote_Desktop', '2022', 'vmi-win2022dce-rds'],
  ['Windows_Server_Remote_Desktop_+_Office_Standard', '2022', 'vmi-win2022dce-rdsoffice2021std'],
  ['Windows_Server_Remote_Desktop_+_Office_Professional_Plus', '2022', 'vmi-win2022dce-rdsoffice2021'],
  ['Windows_Server_SQL_Server_Web', '2022', 'vmi-win2022dce-sql2022web'],
];

const apps: readonly (readonly [name: string, slug: string, ...versions: string[]])[] = [
  ['7_Days_to_Die', '7dtd', 'latest'],
  ['ARK_Survival_Ascended', 'ark-sa', 'latest'],
  ['ARK_Survival_Evolved', 'ark', 'latest'],
  ['Ansible', 'ansible', '2.19.2'],
  ['CS2', 'cs2', 'latest'],
  ['CentOS_Web_Panel', 'cwp', 'latest'],
  ['Coder', 'coder', '2.26.0'],
  ['Core_Keeper', 'core-keeper', 'latest'],
  ['Dify', 'dify', '1.7.2', '1.9.1'],
  ['Discourse', 'discourse', '3.5'],
  ['Django', 'django', '4.2', '5.2'],
  ['Docker', 'docker', '27.5', '28.4'],
  ['Dokku', 'dokku', '0.36.6'],
  ['EC-CUBE', 'eccube', '4.2.3', '4.3.1'],
  ['Enshrouded', 'enshrouded', 'latest'],
  ['Factorio', 'factorio', '2.0.66'],
  ['GitLab', 'gitlab', '17.11', '18.4.1'],
  ['Gitea', 'gitea', '1.24.6'],
  ['Grafana', 'grafana', '12.1'],
  ['Jenkins', 'jenkins', '2.516', '2.528'],
  ['Jitsi_Meet', 'jitsi', '2.0.10431'],
  ['KUSANAGI', 'kusanagi', '9.7'],
  ['Kubernetes', 'kubernetes', '1.33', '1.34'],
  ['LAMP', 'lamp', 'latest'],
  ['LEMP', 'lemp', 'latest'],
  ['Laravel', 'laravel', '11', '12'],
  ['MariaDB', 'mariadb', '11.8'],
  ['Mastodon', 'mastodon', '4.3.13', '4.4.5'],
  ['Mattermost', 'mattermost', '10.11'],
  ['Metabase', 'metabase', '0.56'],
  ['Minecraft_JAVA_Edition', 'minecraft-java', '1.20.6', '1.21.1', '1.21.4', '1.21.8', '1.21.10'],
  ['Minecraft_Bedrock_Edition', 'minecraft-be', '1.21.94', '1.21.113'],
  ['Minecraft_Forge_Server', 'minecraft-forge', '1.20.1', '1.21.8'],
  ['Minecraft_manager', 'minecraft-manager', 'latest'],
  ['Misskey', 'misskey', '2025.7.0', '2025.9.0'],
  ['MongoDB', 'mongodb', '8.0'],
  ['Nextcloud', 'nextcloud', '30.0.14', '31.0.9'],
  ['Node.js', 'node', '20.19', '22.20', '24.9'],
  ['Ollama', 'ollama', '0.12'],
  ['Open_WebUI', 'open-webui', '0.6.32'],
  ['OpenClaw', 'openclaw', 'latest'],
  ['OpenVPN', 'openvpn', '2.6.14'],
  ['Palworld', 'palworld', 'latest'],
  ['Plesk', 'plesk', '18.0.72'],
  ['PostgreSQL', 'postgresql', '17.6'],
  ['Prometheus', 'prometheus', '3.6=lts'],
  ['Redmine', 'redmine', '5.1.9', '6.0.7'],
  ['Rocket.Chat', 'rocketchat', '7.10'],
  ['Ruby_on_Rails', 'rails', '7.2.2', '8.1.0'],
  ['Rust', 'rust', 'latest'],
  ['Satisfactory', 'satisfactory', 'latest'],
  ['SoftEther_VPN', 'softether', '4.44'],
  ['Sons_Of_The_Forest', 'sotf', 'latest'],
  ['Superset', 'superset', '5.0'],
  ['Terraria', 'terraria', '1.4.4.9'],
  ['Uptime_Kuma', 'uptime-kuma', '2.0'],
  ['V_Rising', 'v-rising', 'latest'],
  ['Valheim', 'valheim', 'latest'],
  ['WireGuard', 'wireguard', '1.0'],
  ['WordPress', 'wordpress', '6.7.3', '6.8.3'],
  ['Zabbix', 'zabbix', '7.0', '7.4'],
  ['Apache_Kafka', 'kafka', '4.1'],
  ['Astro', 'astro', '5.13'],
  ['Baserow', 'baserow', '1.35'],
  ['CKAN', 'ckan', '2.11'],
  ['Concrete_CMS', 'concrete', '9.4'],
  ['Drupal', 'drupal', '11.2'],
  ['FreePBX', 'freepbx', '17'],
  ['Ghost', 'ghost', '6.0'],
  ['Growi', 'growi', '7.3'],
  ['Harbor', 'harbor', '2.14'],
  ['Moodle', 'moodle', '5.0'],
  ['NocoDB', 'nocodb', '0.264'],
  ['Project_Zomboid', 'zomboid', 'latest'],
  ['Redis', 'redis', '8.2'],
  ['Vaultwarden', 'vaultwarden', '1.34'],
  ['XRDP', 'xrdp', 'latest'],
  ['baserCMS', 'basercms', '5.1'],
  ['cPanel', 'cpanel', 'latest'],
  ['n8n', 'n8n', '1.110', '1.113'],
  ['phpMyAdmin', 'phpmyadmin', '5.2.2'],
];

/** A kind of image that the cloud itself offers. */
export interface Offer {
  readonly name: string;
  readonly osType: 'linux' | 'windows';
  readonly tags: readonly string[];
}

/** All that VPS 3.0 offers, in the order of its list. */
export const offers: readonly Offer[] = [
  ...distributions.flatMap(([family, slug, ...versions]) =>
    versions.map((version): Offer => ({
      // The one distribution whose version stands at once behind its word.
      name: `vmi-${slug}${slug === 'centos-stream' ? '' : '-'}${version}-amd64`,
      osType: 'linux',
      tags: [`dst_name=${family}`, `dst_version=${version}`],
    })),
  ),
  ...windows.map(([family, version, name]): Offer => ({
    name,
    osType: 'windows',
    tags: [`dst_name=${family}`, `dst_version=${version}`],
  })),
  ...apps.flatMap(([family, slug, ...versions], at) =>
    versions.map((version): Offer => {
      const tags = [`app_name=${family}`, `app_version=${version}`];
      // Whether an app says its distribution, too, differs between ConoHa's own samples.
      const both = at % 4 === 0 ? [...tags, 'dst_name=Ubuntu', 'dst_version=24.04'] : tags;
      return {
        name: `vmi-${slug}-${version.replace('=', '-')}-ubuntu-24.04-amd64`,
        osType: 'linux',
        tags: both,
      };
    }),
  ),
];
