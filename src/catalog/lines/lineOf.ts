import { metadataText, type Image } from '../../api/images/image';
import { memoize, memoizeFor } from '../../base/memoize';
import { isVisible } from '../../base/visible';
import { METADATA_KEYS } from '../../conoha';
import { windowsEdition } from '../distributionFamily';
import { appOf, distributionOf, osOf, ownershipOf } from '../facetValues';
import type { Release } from '../release';
import { knownRelease } from '../support/matchRelease';
import { datelessName } from './datelessName';
import { majorVersion } from './versions';

/**
 * The line of an image: what one would upgrade along without surprise, as a key that is the same for all images of it. Of
 * a vendor's image it is the app with its major version, the release of the distribution with the edition of Windows, the
 * file system, the architecture and the disk; of any other the name without a date, and whose it is.
 */
export const lineOf = memoizeFor((image: Image): string => shared(lineKey(image)));

/** One text for all images of a line. */
const shared = memoize((key) => key);

/** Lists are written as JSON, which says itself where it ends: no two lines have the same key. */
function lineKey(image: Image): string {
  const ownership = ownershipOf(image);
  if (ownership !== 'vendor') return nameLine(image, ownership === 'own' ? '' : (image.details?.owner ?? ''));
  const app = appOf(image);
  const distribution = distributionOf(image);
  const product =
    app === undefined && distribution === undefined
      ? nameLine(image, '')
      : `${app === undefined ? '' : appLine(app)}/${distribution === undefined ? '' : distributionLine(image, distribution)}`;
  return `${product}/${fileSystem(image)}/${architecture(image)}/${diskSize(image)}`;
}

/** A name of nothing but a date, or of nothing at all, says nothing: the image is a line of its own. */
function nameLine({ name, key }: Image, owner: string): string {
  const line = datelessName(name);
  return JSON.stringify(isVisible(line) ? ['name', owner, line] : ['key', key]);
}

const appLine = memoizeFor(({ family, version }: Release) => JSON.stringify([family, majorVersion(version)]));

function distributionLine(image: Image, distribution: Release): string {
  const line = releaseLine(distribution);
  return distribution.family === WINDOWS ? `${line}${windowsLine(image, distribution)}` : line;
}

/** What no table knows stands for itself. */
const releaseLine = memoizeFor((distribution: Release) => {
  const { family, version } = distribution;
  return JSON.stringify([family, knownRelease(distribution)?.key ?? version.toLowerCase()]);
});

const WINDOWS = 'Windows Server';

/** The edition of Windows, in the words of the first that tells: the distribution, the operating system, the name. */
function windowsLine(image: Image, distribution: Release): string {
  const named = /^vmi-win-?(.*)$/i.exec(image.name)?.[1] ?? '';
  const edition =
    editionIn(distribution.version) || editionIn(osOf(image)?.version ?? '') || editionIn(named);
  return JSON.stringify([edition]);
}

/** The words behind the year, without those that the line says otherwise: `rds` of `2019dce-amd64-rds-100gb`. */
const editionIn = memoize((text: string): string =>
  windowsEdition(datelessName(text))
    .toLowerCase()
    .replace(/^20\d\d(?: r2)?|\b(?:amd64|x86 64|\d+gb)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim(),
);

/** As the vendor's names of FreeBSD say it; empty where they don't. */
function fileSystem({ name }: Image): string {
  return /[-_ ](zfs|ufs|xfs|btrfs|ext[234])(?![a-z\d])/i.exec(name)?.[1]?.toLowerCase() ?? NONE;
}

/** Of one architecture one word; empty where neither name nor metadata says it. */
function architecture(image: Image): string {
  const named = /[-_ ](amd64|x86[_-]64|aarch64|arm64|i[3-6]86)(?![a-z\d])/i.exec(image.name)?.[1];
  if (named !== undefined) return architectureOf(named);
  for (const key of METADATA_KEYS.architecture) {
    const word = metadataText(image, key);
    if (word !== '') return architectureOf(word);
  }
  return NONE;
}

const architectureOf = memoize((word: string): string => {
  const plain = word.trim().toLowerCase();
  if (/^(?:amd64|x86[_-]?64|x64)$/.test(plain)) return 'x86_64';
  if (/^(?:arm64|aarch64)$/.test(plain)) return 'aarch64';
  return /^i[3-6]86$/.test(plain) ? 'i686' : plain.replaceAll('/', ' ');
});

/** GiB, as the name says it, else the smallest disk that the image needs; empty where neither is known. */
function diskSize({ name, minDisk }: Image): string {
  return /-(\d+)gb(?![a-z\d])/i.exec(name)?.[1] ?? (minDisk === undefined ? NONE : String(minDisk));
}

/** What is not said, in a key. */
const NONE = '';
