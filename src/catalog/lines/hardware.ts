import { metadataText, type Image } from '../../api/images/image';
import { memoize } from '../../base/memoize';
import { METADATA_KEYS } from '../../conoha';

/** The words of vendor names that say what an image is made for, and what they mean. */
const ARCHITECTURES: ReadonlyMap<string, string> = new Map([
  ['amd64', 'x86_64'],
  ['x86_64', 'x86_64'],
  ['x64', 'x86_64'],
  ['arm64', 'aarch64'],
  ['aarch64', 'aarch64'],
  ['i386', 'i686'],
  ['i586', 'i686'],
  ['i686', 'i686'],
]);

const FILE_SYSTEMS: readonly string[] = ['zfs', 'ufs', 'xfs', 'btrfs', 'ext2', 'ext3', 'ext4'];

/** How these words begin and end, and the disks from `1gb` to `9gb`: few others do, and those need not be looked at. */
const ENDS: ReadonlySet<number> = new Set(
  [...ARCHITECTURES.keys(), ...FILE_SYSTEMS, ...Array.from('0123456789', (digit) => `${digit}gb`)].map(
    (word) => endsOf(word, 0, word.length),
  ),
);

/** The first and the last character of a part of a text, of letters the small ones. */
function endsOf(text: string, from: number, to: number): number {
  return ((text.charCodeAt(from) | 32) << 16) | (text.charCodeAt(to - 1) | 32);
}

/**
 * Disk, architecture and file system of an image of the vendor's, as a part of a key: what its name says, else the metadata
 * and the smallest disk that it needs. Empty parts are not known.
 */
export function hardwareOf(image: Image): string {
  const { name, minDisk } = image;
  let disk = NONE;
  let architecture = NONE;
  let fileSystem = NONE;
  // Thousands of names are read while a list is shown, and patterns would take several times as long.
  for (let from = name.indexOf('-') + 1, to = from; from > 0; from = to + 1) {
    to = name.indexOf('-', from);
    const end = to === -1 ? name.length : to;
    if (ENDS.has(endsOf(name, from, end))) {
      const meaning = meaningOf(name.slice(from, end));
      disk = meaning.disk ?? disk;
      architecture = meaning.architecture ?? architecture;
      fileSystem = meaning.fileSystem ?? fileSystem;
    }
    if (to === -1) break;
  }
  if (disk === NONE && minDisk !== undefined) disk = String(minDisk);
  if (architecture === NONE) architecture = notedArchitecture(image);
  return `${disk}/${architecture}/${fileSystem}`;
}

interface Meaning {
  /** GiB. */
  readonly disk?: string | undefined;
  readonly architecture?: string | undefined;
  readonly fileSystem?: string | undefined;
}

const meaningOf = memoize((written: string): Meaning => {
  const word = written.toLowerCase();
  return {
    disk: /^(\d+)gb$/.exec(word)?.[1],
    architecture: ARCHITECTURES.get(word),
    fileSystem: FILE_SYSTEMS.includes(word) ? word : undefined,
  };
});

/** As the metadata says it. */
function notedArchitecture(image: Image): string {
  for (const key of METADATA_KEYS.architecture) {
    const word = metadataText(image, key).trim().toLowerCase();
    if (word !== '') return ARCHITECTURES.get(word) ?? word.replaceAll('/', ' ');
  }
  return NONE;
}

/** What is not known, in a key. */
const NONE = '';
