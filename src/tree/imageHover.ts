import { env, l10n, MarkdownString } from 'vscode';
import type { ImageDetails } from '../api/images/imageDetails';
import { metadataText, type Image } from '../api/images/image';
import { isJsonObject } from '../base/json';
import { formatBytes, formatCount, formatDateTime, formatExactBytes } from '../base/format';
import { isVisible } from '../base/visible';
import { facetValueLabel } from '../text/describeFacet';
import { imageLabel, statusText } from '../text/describeImage';
import { foreignText } from '../text/foreignText';
import { hidesSomething, spelledOut } from '../text/spelledOut';

/** Characters of a value, and entries of metadata: more would fill the window. */
const LONGEST_VALUE = 1000;
const MOST_ENTRIES = 100;

/** Every field of an image in readable units, its metadata and its id. What the server sent is shown as text only. */
export function imageHover(image: Image): MarkdownString {
  const hover = new MarkdownString();
  hover.appendMarkdown('**').appendText(imageLabel(image)).appendMarkdown('**\n\n');
  appendTable(hover, shownFields(image));
  const metadata = metadataOf(image);
  if (metadata.length > 0) {
    hover.appendMarkdown('\n\n').appendText(l10n.t('Metadata')).appendMarkdown('\n\n');
    appendTable(hover, metadata);
  }
  return hover;
}

type Field = readonly [name: string, value: string];
type MaybeField = readonly [name: string, value: string | undefined];

function shownFields(image: Image): readonly Field[] {
  const { name, size, minDisk, minRam } = image;
  const fields: readonly MaybeField[] = [
    [l10n.t('Name'), nameText(name)],
    [l10n.t('ID'), valueText(image.id)],
    [l10n.t('Status'), wholeStatus(image)],
    [l10n.t('Size'), size === undefined ? undefined : sizeText(size)],
    [l10n.t('Minimum disk'), minDisk === undefined ? undefined : minimumText(minDisk, 'GiB')],
    [l10n.t('Minimum memory'), minRam === undefined ? undefined : minimumText(minRam, 'MiB')],
    [l10n.t('Created'), timeText(image.created)],
    [l10n.t('Updated'), timeText(image.updated)],
    [l10n.t('Saved from server'), serverText(image)],
    ...(image.details === undefined ? [] : detailFields(image.details)),
  ];
  return fields.flatMap(([field, value]): Field[] =>
    value === undefined || value === '' ? [] : [[field, value]],
  );
}

function detailFields(details: ImageDetails): readonly MaybeField[] {
  const { diskFormat, containerFormat, virtualSize, hash, hashAlgorithm } = details;
  return [
    [l10n.t('Owner'), ownerText(details)],
    [l10n.t('Visibility'), facetValueLabel('visibility', details.visibility)],
    [l10n.t('Tags'), valueText(details.tags.toSorted().join(', '))],
    [l10n.t('Protected'), details.isProtected ? l10n.t('yes') : undefined],
    [l10n.t('Hidden'), details.isHidden ? l10n.t('yes') : undefined],
    [l10n.t('Format'), valueText([diskFormat, containerFormat].filter(isVisible).join(' · '))],
    [l10n.t('Virtual size'), virtualSize === undefined ? undefined : sizeText(virtualSize)],
    ['MD5', valueText(details.checksum)],
    [foreignText(hashAlgorithm.toUpperCase()), hashAlgorithm === '' ? undefined : valueText(hash)],
  ];
}

function ownerText({ owner, isOwn }: ImageDetails): string {
  return isOwn === true ? l10n.t('{0} (this project)', valueText(owner)) : valueText(owner);
}

/** With the server's own word, where that says more. */
function wholeStatus(image: Image): string {
  const word = image.details?.statusWord ?? '';
  const isSame = word === '' || word.toUpperCase() === image.status;
  return isSame ? statusText(image) : l10n.t('{0} ({1})', statusText(image), foreignText(word));
}

function metadataOf(image: Image): readonly Field[] {
  const keys = Object.keys(image.metadata);
  const fields = keys
    .slice(0, MOST_ENTRIES)
    .map((key): Field => [foreignText(key), valueText(metadataText(image, key))]);
  const more = keys.length - fields.length;
  return more === 0 ? fields : [...fields, ['…', l10n.t('{0} more', formatCount(more))]];
}

/** A value as far as there is room for it, and how long it is where there is more of it. */
function valueText(value: string): string {
  const shown = foreignText(value, LONGEST_VALUE);
  if (shown === foreignText(value, Infinity)) return shown;
  return l10n.t('{0} ({1} characters)', shown, formatCount(Array.from(value).length));
}

/** A name of which the row shows not all there is; most stand there whole. */
function nameText(name: string): string | undefined {
  if (hidesSomething(name)) return valueText(spelledOut(name));
  return foreignText(name) === foreignText(name, LONGEST_VALUE) ? undefined : valueText(name);
}

function sizeText(size: number): string {
  return `${formatBytes(size, env.language)} (${formatExactBytes(size, env.language)})`;
}

function minimumText(value: number, unit: string): string {
  return value === 0 ? l10n.t('none') : `${String(value)} ${unit}`;
}

function timeText(time: number | undefined): string | undefined {
  return time === undefined ? undefined : formatDateTime(time, env.language);
}

function serverText({ raw }: Image): string | undefined {
  const server = isJsonObject(raw) && isJsonObject(raw.server) ? raw.server.id : undefined;
  return typeof server === 'string' ? valueText(server) : undefined;
}

function appendTable(hover: MarkdownString, fields: readonly Field[]): void {
  hover.appendMarkdown('| | |\n|:--|:--|\n');
  for (const [name, value] of fields) {
    hover.appendMarkdown(`| ${cell(name)} | ${cell(value)} |\n`);
  }
}

/** Text that stands in a table's cell as it is: no Markdown, no link, no icon, no line break. */
function cell(text: string): string {
  return new MarkdownString().appendText(text).value.replace(/\n+/g, ' ').replaceAll('|', '\\|');
}
