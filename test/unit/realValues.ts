/**
 * Values of `dst` as they are met at ConoHa, some of them reconstructed from the names of the images, with the family and
 * the version that are meant.
 */
export const DISTRIBUTIONS: Readonly<Record<string, string>> = {
  'CentOS_Stream-8-64bit': 'CentOS Stream|8',
  'CentOS-Stream8-64bit': 'CentOS Stream|8',
  'CentOS-Stream9-64bit': 'CentOS Stream|9',
  'CentOS Stream-9-64bit': 'CentOS Stream|9',
  'CentOS-7.9-64bit': 'CentOS|7.9',
  'Windows_Server-2019-64bit': 'Windows Server|2019',
  'WindowsServer-2019-64bit': 'Windows Server|2019',
  'WindowsServer-2019_Remote_Desktop-64bit': 'Windows Server|2019 RDS',
  'Windows_Server_RDS-2022-64bit': 'Windows Server|2022 RDS',
  'Windows-2012R2-64bit': 'Windows Server|2012 R2',
  'WindowsServer-2016_SQL2016_Web-64bit': 'Windows Server|2016 SQL Server 2016 Web',
  win_2016office2016pro_rds: 'Windows Server|2016 Office 2016 Pro RDS',
  win_2016sql2016web: 'Windows Server|2016 SQL Server 2016 Web',
  'Rocky_Linux-9.2-64bit': 'Rocky Linux|9.2',
  'RockyLinux-9.2-64bit': 'Rocky Linux|9.2',
  'MIRACLE_LINUX-8.6-64bit': 'MIRACLE LINUX|8.6',
  'MiracleLinux-8.4-64bit': 'MIRACLE LINUX|8.4',
  'Arch_Linux-latest-64bit': 'Arch Linux|latest',
  'openSUSE-15.5-64bit': 'openSUSE|15.5',
  'Plan_9-4-64bit': 'Plan 9|4',
};

/** Values of `os_type`, with what is read. */
export const OS_TYPES: Readonly<Record<string, string>> = {
  win_2012r2: 'Windows 2012 R2',
  win_2016: 'Windows 2016',
  win_2019_rds: 'Windows 2019 RDS',
  win_2016office2016pro_rds: 'Windows 2016 Office 2016 Pro RDS',
  win_2016sql2016web: 'Windows 2016 SQL Server 2016 Web',
  windows: 'Windows',
};
