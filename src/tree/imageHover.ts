import { env, MarkdownString } from 'vscode';
import type { ImageDetails } from '../api/images/imageDetails';
import type { Image } from '../api/images/image';
import { exactMember } from '../base/exactJson';
import { isJsonObject, jsonText, type JsonObject, type JsonValue } from '../base/json';
import { formatBytes, formatCount, formatDateTime, formatDisks, formatExactBytes } from '../base/format';
import { isVisible } from '../base/visible';
import { titleOf } from '../catalog/labels/title';
import type { Lines } from '../catalog/lines/lines';
import { facetValueLabel } from '../text/describeFacet';
import { imageLabel, statusText } from '../text/describeImage';
import { foreignText } from '../text/foreignText';
import { bracketedText } from '../text/punctuation';
import { hidesSomething, spelledOut } from '../text/spelledOut';
import { hoverTexts } from '../text/hoverTexts';
import { imageFacts } from './imageFacts';
import { disksOf } from './listRows';

/** Characters of a value, and entries of metadata: more would fill the window. */
const LONGEST_VALUE = 1000;
const MOST_ENTRIES = 100;
/** Of a hash, which is one word: a longer one would push all else aside. */
const LONGEST_HASH = 40;

/** What a hover is about. */
export interface Hovered {
  readonly image: Image;
  /** All disk sizes of it that the row stands for; itself alone unless given. */
  readonly sizes?: readonly Image[];
  /** Id of its row, which the links are for. */
  readonly rowId: string;
  /** The lines of its list. */
  readonly lines: Lines;
}

/** Commands that the links of a hover call. */
const LINKS = ['copyId', 'copyName', 'openJson'] as const;

/**
 * What is known of an image in words, links to copy and open it, and below every field and its metadata as they came. What
 * the server sent is shown as text only.
 */
export function imageHover({ image, sizes = [image], rowId, lines }: Hovered): MarkdownString {
  const hover = new MarkdownString();
  hover.isTrusted = { enabledCommands: LINKS.map((link) => `conohaImages.${link}`) };
  hover.appendMarkdown(`**${cell(titleText(image))}**`);
  for (const [name, value] of imageFacts(image, sizes, lines)) {
    hover.appendMarkdown(`  \n${cell(name)}: ${cell(value)}`);
  }
  const argument = encodeURIComponent(JSON.stringify([rowId]));
  const links = LINKS.map((link) => `[${hoverTexts[link]()}](command:conohaImages.${link}?${argument})`);
  hover.appendMarkdown(`\n\n${links.join(' · ')}\n\n`);
  if (sizes.length > 1) {
    appendTable(hover, [hoverTexts.disk(), hoverTexts.value()], sizes.flatMap(sizeFields));
    return hover;
  }
  appendTable(hover, [hoverTexts.field(), hoverTexts.value()], shownFields(image));
  const metadata = metadataOf(image);
  if (metadata.length > 0) {
    hover.appendMarkdown('\n\n');
    appendTable(hover, [hoverTexts.property(), hoverTexts.value()], metadata);
  }
  return hover;
}

/** Without blanks at its ends: between asterisks and blanks Markdown has nothing bold. */
function titleText(image: Image): string {
  return foreignText(titleOf(image).text).trim() || imageLabel(image);
}

/** What is not the same for all disk sizes. */
function sizeFields(image: Image): readonly Field[] {
  return [
    [formatDisks(disksOf([image])), valueText(image.name)],
    ['', valueText(image.id)],
  ];
}

type Field = readonly [name: string, value: string];
type MaybeField = readonly [name: string, value: string | undefined];

function shownFields(image: Image): readonly Field[] {
  const { name, size, minDisk, minRam } = image;
  const fields: readonly MaybeField[] = [
    [hoverTexts.name(), nameText(name) ?? otherName(image)],
    [hoverTexts.id(), valueText(image.id)],
    [hoverTexts.status(), wholeStatus(image)],
    [hoverTexts.size(), size === undefined ? undefined : sizeText(size)],
    [hoverTexts.minimumDisk(), minDisk === undefined ? undefined : minimumText(minDisk, 'GiB')],
    [hoverTexts.minimumMemory(), minRam === undefined ? undefined : minimumText(minRam, 'MiB')],
    [hoverTexts.created(), timeText(image.created)],
    [hoverTexts.updated(), timeText(image.updated)],
    [hoverTexts.savedFrom(), serverText(image)],
    ...(image.details === undefined ? [] : detailFields(image.details)),
  ];
  return fields.flatMap(([field, value]): Field[] =>
    value === undefined || value === '' ? [] : [[field, value]],
  );
}

function detailFields(details: ImageDetails): readonly MaybeField[] {
  const { diskFormat, containerFormat, virtualSize, hash, hashAlgorithm } = details;
  return [
    [hoverTexts.owner(), ownerText(details)],
    [hoverTexts.visibility(), facetValueLabel('visibility', details.visibility)],
    ...tagFields(details.tags),
    [hoverTexts.isProtected(), details.isProtected ? hoverTexts.yes() : undefined],
    [hoverTexts.isHidden(), details.isHidden ? hoverTexts.yes() : undefined],
    [hoverTexts.format(), valueText([diskFormat, containerFormat].filter(isVisible).join(' · '))],
    [hoverTexts.virtualSize(), virtualSize === undefined ? undefined : sizeText(virtualSize)],
    ['MD5', valueText(details.checksum)],
    [
      foreignText(hashAlgorithm.toUpperCase()),
      hashAlgorithm === '' ? undefined : valueText(hash, LONGEST_HASH),
    ],
  ];
}

/** A row for each: together they would be one long line. */
function tagFields(tags: readonly string[]): readonly MaybeField[] {
  const shown = tags.toSorted().slice(0, MOST_ENTRIES);
  const fields = shown.map((tag, at): Field => [at === 0 ? hoverTexts.tags() : '', valueText(tag)]);
  const more = tags.length - shown.length;
  return more === 0 ? fields : [...fields, ['', hoverTexts.more(formatCount(more))]];
}

function ownerText({ owner, isOwn }: ImageDetails): string {
  return isOwn === true ? hoverTexts.ownProject(valueText(owner)) : valueText(owner);
}

/** With the server's own word, where that says more. */
function wholeStatus(image: Image): string {
  const word = image.details?.statusWord ?? '';
  const isSame = word === '' || word.toUpperCase() === image.status;
  return isSame ? statusText(image) : hoverTexts.withWord(statusText(image), foreignText(word));
}

function metadataOf(image: Image): readonly Field[] {
  const { raw, metadata } = image;
  const keys = Object.keys(metadata);
  const entry = isJsonObject(raw) ? raw : {};
  const fields = keys
    .slice(0, MOST_ENTRIES)
    .map((key): Field => [
      foreignText(key),
      valueText(exactValue(metadata[key], raw, pathOf(key, entry, metadata))),
    ]);
  const more = keys.length - fields.length;
  return more === 0 ? fields : [...fields, ['…', hoverTexts.more(formatCount(more))]];
}

/** Where a property stands: Compute has one place, Image v2 two, of which the inner one counts. */
function pathOf(key: string, entry: JsonObject, metadata: JsonObject): readonly string[] {
  if (entry.metadata === metadata) return ['metadata', key];
  return isJsonObject(entry.properties) && Object.hasOwn(entry.properties, key) ? ['properties', key] : [key];
}

/** A value with its tokens as they came: a long number keeps its digits. @param path where it stands in the entry */
function exactValue(value: JsonValue | undefined, raw: JsonValue, path: readonly string[]): string {
  return typeof value === 'string' ? value : (exactMember(raw, path) ?? jsonText(value));
}

/** A value as far as there is room for it, and how long it is where there is more of it. */
function valueText(value: string, longest = LONGEST_VALUE): string {
  const shown = foreignText(value, longest);
  if (shown === foreignText(value, Infinity)) return shown;
  return hoverTexts.cut(shown, formatCount(Array.from(value).length));
}

/** A name of which the row shows not all there is; most stand there whole. */
function nameText(name: string): string | undefined {
  if (hidesSomething(name)) return valueText(spelledOut(name));
  return foreignText(name) === foreignText(name, LONGEST_VALUE) ? undefined : valueText(name);
}

/** A name that is not what the image is called here. */
function otherName(image: Image): string | undefined {
  return titleOf(image).text === image.name ? undefined : valueText(image.name);
}

function sizeText(size: number): string {
  return bracketedText(formatBytes(size, env.language), formatExactBytes(size, env.language));
}

function minimumText(value: number, unit: string): string {
  return value === 0 ? hoverTexts.none() : `${String(value)} ${unit}`;
}

function timeText(time: number | undefined): string | undefined {
  return time === undefined ? undefined : formatDateTime(time, env.language);
}

function serverText({ raw }: Image): string | undefined {
  const server = isJsonObject(raw) && isJsonObject(raw.server) ? raw.server.id : undefined;
  return typeof server === 'string' ? valueText(server) : undefined;
}

function appendTable(hover: MarkdownString, [field, value]: Field, fields: readonly Field[]): void {
  hover.appendMarkdown(`| ${cell(field)} | ${cell(value)} |\n|:--|:--|\n`);
  for (const [name, value] of fields) {
    hover.appendMarkdown(`| ${cell(name)} | ${cell(value)} |\n`);
  }
}

/** Text that stands in a table's cell as it is: no Markdown, no link, no icon, no entity, no line break. */
function cell(text: string): string {
  const plain = text.replace(SPEAKING, (sign) => SPELLED[sign] ?? sign);
  return new MarkdownString().appendText(plain).value.replace(/\n+/g, ' ').replaceAll('|', '\\|');
}

/** What begins an entity, and what makes a link of an address that stands there as it is. */
const SPEAKING = /[&@]|:(?=\/\/)|(?<=www)\./gi;
const SPELLED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '@': '&commat;',
  ':': '&colon;',
  '.': '&period;',
};
