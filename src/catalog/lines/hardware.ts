import { metadataText, type Image } from '../../api/images/image';
import { memoize } from '../../base/memoize';
import { METADATA_KEYS } from '../../conoha';
import { namedDiskOf } from '../disk';

/** What an image of the vendor's runs on. */
export interface Hardware {
  /** GiB; 0 where it is not known. */
  readonly disk: number;
  /** Architecture and file system, as a part of a key, each empty where it is not known. */
  readonly machine: string;
}

/** What its name says, else the metadata and the smallest disk that it needs. */
export function hardwareOf(image: Image): Hardware {
  const named = namedDiskOf(image);
  if (named === undefined)
    return { disk: image.minDisk ?? 0, machine: machineOf(image, architecture(image)) };
  // Where it stands right before the disk, as it nearly always does, nobody has to look for it.
  const isUsual = image.name.startsWith(USUAL_WORD, named.from - USUAL_WORD.length);
  return { disk: named.gib, machine: machineOf(image, isUsual ? X86_64 : architecture(image)) };
}

/** Those of nearly all of the vendor's images. */
export const USUAL_MACHINE = 'x86_64/';

function machineOf(image: Image, processor: string): string {
  const files = fileSystem(image);
  return processor === X86_64 && files === UNKNOWN ? USUAL_MACHINE : `${processor}/${files}`;
}

/** Of one architecture one word. */
function architecture(image: Image): string {
  // So it is of nearly all, and to look for letters takes far less than to look for a pattern.
  if (image.name.includes(USUAL_WORD)) return X86_64;
  const named = /[-_ ](x86_64|amd64|aarch64|arm64|i[3-6]86)(?![a-z\d])/i.exec(image.name)?.[1];
  if (named !== undefined) return architectureOf(named);
  for (const key of METADATA_KEYS.architecture) {
    const word = metadataText(image, key);
    if (word !== '') return architectureOf(word);
  }
  return UNKNOWN;
}

const X86_64 = 'x86_64';
const USUAL_WORD = '-amd64';

const architectureOf = memoize((word: string): string => {
  const plain = word.trim().toLowerCase();
  if (/^(?:amd64|x86_64|x64)$/.test(plain)) return X86_64;
  if (/^(?:arm64|aarch64)$/.test(plain)) return 'aarch64';
  return /^i[3-6]86$/.test(plain) ? 'i686' : plain.replaceAll('/', ' ');
});

/** As names of FreeBSD say it. */
function fileSystem({ name }: Image): string {
  if (!/fs/i.test(name)) return UNKNOWN;
  return /[-_ ](zfs|ufs)(?![a-z\d])/i.exec(name)?.[1]?.toLowerCase() ?? UNKNOWN;
}

/** What is not known, in a key. */
const UNKNOWN = '';
