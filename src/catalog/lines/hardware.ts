import { metadataText, type Image } from '../../api/images/image';
import { memoize } from '../../base/memoize';
import { METADATA_KEYS } from '../../conoha';
import { diskOf } from '../disk';

/**
 * Disk, architecture and file system of an image of the vendor's, as a part of a key: what its name says, else the metadata
 * and the smallest disk that it needs. Empty parts are not known.
 */
export function hardwareOf(image: Image): string {
  return `${diskOf(image) ?? UNKNOWN}/${architecture(image)}/${fileSystem(image)}`;
}

/** Of one architecture one word. */
function architecture(image: Image): string {
  // So it is of nearly all, and to look for letters takes far less than to look for a pattern.
  if (image.name.includes('-amd64')) return X86_64;
  const named = /[-_ ](x86_64|amd64|aarch64|arm64|i[3-6]86)(?![a-z\d])/i.exec(image.name)?.[1];
  if (named !== undefined) return architectureOf(named);
  for (const key of METADATA_KEYS.architecture) {
    const word = metadataText(image, key);
    if (word !== '') return architectureOf(word);
  }
  return UNKNOWN;
}

const X86_64 = 'x86_64';

const architectureOf = memoize((word: string): string => {
  const plain = word.trim().toLowerCase();
  if (/^(?:amd64|x86_64|x64)$/.test(plain)) return X86_64;
  if (/^(?:arm64|aarch64)$/.test(plain)) return 'aarch64';
  return /^i[3-6]86$/.test(plain) ? 'i686' : plain.replaceAll('/', ' ');
});

/** As names of FreeBSD say it. */
function fileSystem({ name }: Image): string {
  if (!name.includes('fs')) return UNKNOWN;
  return /[-_ ](zfs|ufs)(?![a-z\d])/i.exec(name)?.[1]?.toLowerCase() ?? UNKNOWN;
}

/** What is not known, in a key. */
const UNKNOWN = '';
