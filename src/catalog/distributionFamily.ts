import { memoize } from '../base/memoize';
import { DISTRIBUTION_WORDS } from '../conoha';
import { release, type Release } from './release';

/**
 * One family for a distribution however it is spelled: `CentOS-Stream8` is CentOS Stream 8, `WindowsServer-2019_Remote_Desktop`
 * Windows Server 2019 RDS, `rocky` and `RockyLinux` Rocky Linux.
 */
export function namedDistribution({ family, version }: Release): Release {
  return distributionOfText(`${family}\n${version}`);
}

const distributionOfText = memoize((text: string): Release => {
  const [family = '', version = ''] = text.split('\n');
  const whole = `${family} ${version}`.trim();
  // The word also stands behind the version: OpenStack's own `os_version` of it is `9-stream`.
  const stream = /^centos[\s_-]*(?<before>\d*)[\s_-]*stream[\s_-]*(?<after>.*)$/i.exec(whole)?.groups;
  if (stream !== undefined) return release('CentOS Stream', `${stream.before} ${stream.after}`.trim());
  const { windows } = /^win(?:dows)?(?:[\s_-]*server)?(?![a-z])(?<windows>.*)$/i.exec(family)?.groups ?? {};
  if (windows !== undefined) return windowsRelease(family, `${version} ${windows}`);
  return release(FAMILIES.get(lettersOfName(family)) ?? family, version);
});

/** A Windows Server, where it is called so or has the year of one; any other is a Windows: `windows 11` is Windows 11. */
function windowsRelease(family: string, version: string): Release {
  const isServer = /server/i.test(family) || SERVER_YEAR.test(version);
  return release(isServer ? 'Windows Server' : 'Windows', windowsEdition(version));
}

/** The first number, which may stand behind words. */
const SERVER_YEAR = /^\D*20\d\d(?!\d)/;

/**
 * A version of Windows with its edition in readable words, the year first: `2016office2016pro_rds` is
 * "2016 Office 2016 Pro RDS".
 */
export function windowsEdition(text: string): string {
  const words = text
    .replace(/[\s_()-]+/g, ' ')
    .trim()
    .replace(/(?<=\p{L})(?=\d{4})|(?<=\d{4})(?=\p{L})|(?<=\d{4} ?r2)(?=\p{L})/giu, ' ')
    .replace(/\bremote desktop(?: services?)?\b/gi, 'RDS')
    .replace(/\bsql(?! ?server)\b/gi, 'SQL Server')
    .split(' ')
    .map((word) => WINDOWS_WORDS[word.toLowerCase()] ?? word)
    .filter((word) => word !== '');
  const year = CLIENT.test(words[0] ?? '') ? -1 : words.findIndex((word) => /^20\d\d$/.test(word));
  if (year <= 0) return words.join(' ');
  const ofYear = words[year + 1] === 'R2' ? 2 : 1;
  return [...words.splice(year, ofYear), ...words].join(' ');
}

/** Of these another year is that of something else: "11 Office 2021". */
const CLIENT = /^(?:7|8|8\.1|10|11)$/;

/** Words of editions as one reads them; the edition that all have in common says nothing. */
const WINDOWS_WORDS: Readonly<Record<string, string | null>> = {
  // A server may say `constructor`, which every other object has.
  __proto__: null,
  dce: '',
  datacenter: '',
  rds: 'RDS',
  r2: 'R2',
  office: 'Office',
  pro: 'Pro',
  std: 'Standard',
  web: 'Web',
  exp: 'Express',
};

const FAMILIES: ReadonlyMap<string, string> = new Map(
  Object.entries(DISTRIBUTION_WORDS).flatMap(([word, family]) => [
    [lettersOfName(word), family],
    [lettersOfName(family), family],
  ]),
);

/** What of a name is the same in all spellings. */
export function lettersOfName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\d]/gu, '');
}
