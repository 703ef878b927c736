import { metadataText, type Image } from '../api/images/image';
import { isStatus } from '../api/images/status';
import { present } from '../base/fields';
import { diskOf } from '../catalog/disk';
import { appOf, distributionOf, osOf, ownershipOf } from '../catalog/facetValues';
import { kindOf } from '../catalog/kind';
import { titleOf } from '../catalog/labels/title';
import type { Lines } from '../catalog/lines/lines';
import { supportOf, supportState } from '../catalog/support/support';

/** Characters of a text of others: as many as a service takes for a name. */
const LONGEST_TEXT = 255;

/** So many properties of an image are told, and so many tags. */
const MOST_PROPERTIES = 50;

/** What a model is told of an image in a list. What others have written stands below `untrusted` alone. */
export interface ImageAnswer {
  readonly id: string;
  readonly untrusted: Readonly<Record<string, unknown>>;
  readonly [fact: string]: unknown;
}

/**
 * What a list tells of an image, and whether it is the newest of its line.
 * @param now milliseconds since 1970-01-01 UTC
 */
export function imageAnswer(image: Image, lines: Lines, now: number): ImageAnswer {
  const support = supportOf(image);
  return present({
    id: idOf(image),
    status: isStatus(image.status) ? image.status : 'OTHER',
    kind: kindOf(image),
    ownership: ownershipOf(image),
    diskGiB: diskOf(image),
    created: utcText(image.created),
    support: supportState(support, now),
    supportEnds: support?.ends,
    ...newestFact(image, lines),
    untrusted: present({
      id: isPlainId(image.id) ? undefined : bounded(image.id),
      name: bounded(image.name),
      label: bounded(titleOf(image).text),
      status: isStatus(image.status) ? undefined : bounded(image.status),
      app: bounded(appOf(image)?.label),
      distribution: bounded(distributionOf(image)?.label),
      os: bounded(osOf(image)?.label),
    }),
  });
}

/** All that is told of one image: the same, and what is of no use in a list. */
export function wholeImageAnswer(image: Image, lines: Lines, now: number): ImageAnswer {
  const { details, minDisk, minRam, size, updated } = image;
  const facts = imageAnswer(image, lines, now);
  const keys = Object.keys(image.metadata);
  return present({
    ...facts,
    updated: utcText(updated),
    sizeBytes: size,
    minimumDiskGiB: minDisk,
    minimumMemoryMiB: minRam,
    isProtected: details?.isProtected,
    isHidden: details?.isHidden,
    propertiesLeftOut: leftOut(keys, MOST_PROPERTIES),
    tagsLeftOut: leftOut(details?.tags ?? [], MOST_PROPERTIES),
    untrusted: present({
      ...facts.untrusted,
      visibility: bounded(details?.visibility),
      owner: bounded(details?.owner),
      diskFormat: bounded(details?.diskFormat),
      tags: details?.tags.slice(0, MOST_PROPERTIES).map(bounded),
      properties: keys
        .slice(0, MOST_PROPERTIES)
        .map((key) => ({ name: bounded(key), value: bounded(metadataText(image, key)) })),
    }),
  });
}

/** A text of others in the length that is told; `undefined` where there is none. */
export function bounded(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  const characters = Array.from(text.slice(0, 2 * LONGEST_TEXT + 2));
  return characters.length <= LONGEST_TEXT ? text : `${characters.slice(0, LONGEST_TEXT - 1).join('')}…`;
}

/** Of an image that is in no list nothing is known; of one in a list that may lack images, what is known of the loaded ones. */
function newestFact(image: Image, lines: Lines): object {
  if (!lines.lineWith(image).includes(image)) return {};
  const isNewest = lines.isNewest(image);
  return lines.isComplete ? { newestOfLine: isNewest } : { newestLoadedOfLine: isNewest };
}

/** An id that says nothing but which image it is; another one stands with the texts of others. */
function idOf({ id }: Image): string {
  return isPlainId(id) ? id : 'see untrusted';
}

function isPlainId(id: string): boolean {
  return /^[\w.-]{1,64}$/.test(id);
}

/** A time as models read it: `2026-01-31T09:00:00.000Z`. */
export function utcText(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}

/** How many are not told where so many are; `undefined` where all are. */
export function leftOut(all: readonly unknown[], most: number): number | undefined {
  return all.length > most ? all.length - most : undefined;
}
