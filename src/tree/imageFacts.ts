import type { Image } from '../api/images/image';
import { formatCount, formatDate, formatDisks } from '../base/format';
import { appOf, distributionOf, ownershipOf } from '../catalog/facetValues';
import { kindOf } from '../catalog/kind';
import { readableApp } from '../catalog/labels/readableApp';
import { titleOf } from '../catalog/labels/title';
import type { Lines } from '../catalog/lines/lines';
import type { Release } from '../catalog/release';
import { supportOf } from '../catalog/support/support';
import { SUPPORT_AS_OF } from '../catalog/support/supportTable';
import { facetValueLabel, facetWords } from '../text/describeFacet';
import { wholeSupportText } from '../text/describeSupport';
import { foreignText } from '../text/foreignText';
import { hoverTexts } from '../text/hoverTexts';
import { disksOf } from './listRows';
import { bracketedText, listedText } from '../text/punctuation';

/** Newer images of a line that are named; of more the number is told. */
const MOST_NEWER = 3;

/**
 * What is known of an image, in words: what it is, whose, and whether there is a newer one.
 * @param sizes all of its disk sizes that are meant
 */
export function imageFacts(
  image: Image,
  sizes: readonly Image[],
  lines: Lines,
): readonly (readonly [name: string, value: string])[] {
  const ownership = ownershipOf(image);
  const kind = kindOf(image);
  // My saved images are a kind, and so are shared ones: that says whose they are.
  const whose = ownership === kind ? undefined : ownership;
  const disks = disksOf(sizes);
  const support = supportOf(image);
  const facts: readonly (readonly [name: string, value: string | undefined])[] = [
    [facetWords('kind').title, facetValueLabel('kind', kind)],
    [facetWords('app').title, releaseText(readableApp(appOf(image)))],
    [facetWords('distribution').title, releaseText(distributionOf(image))],
    [hoverTexts.whose(), whose && facetValueLabel('ownership', whose)],
    [hoverTexts.disk(), disks.length === 0 ? undefined : formatDisks(disks)],
    [facetWords('support').title, support && wholeSupportText(support, Date.now(), SUPPORT_AS_OF)],
    [hoverTexts.newer(), newerText(image, lines)],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

function releaseText(release: Release | undefined): string | undefined {
  return release && foreignText(release.label);
}

/** `undefined` where the image is alone in its line, so that nothing is newer or older. */
function newerText(image: Image, lines: Lines): string | undefined {
  const newer = lines.newerThan(image);
  if (newer.length > 0) {
    const named = newer.slice(0, MOST_NEWER).map(shortText);
    const more = newer.length - named.length;
    return listedText([...named, ...(more > 0 ? [hoverTexts.more(formatCount(more))] : [])]);
  }
  if (lines.lineWith(image).length < 2 || !lines.isNewest(image)) return undefined;
  return lines.isComplete ? hoverTexts.newest() : hoverTexts.newestLoaded();
}

function shortText(image: Image): string {
  const { created } = image;
  const text = foreignText(titleOf(image).text);
  return created === undefined ? text : bracketedText(text, formatDate(created));
}
