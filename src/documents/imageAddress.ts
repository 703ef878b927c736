import { Uri } from 'vscode';
import { memoize } from '../base/memoize';
import { isVisible } from '../base/visible';

/** Of the addresses of all documents, without the colon. */
export const IMAGE_SCHEME = 'conoha-image';
const LIST = 'images.json';
/** Stands between an account's label, which may have it, and its id, which has not. */
const MARK = '~';
const LONGEST_NAME = 80;
/** No more of a name is looked at: rows ask for their addresses by the thousand. */
const LONGEST_READ = 1000;

/** What a document's address means: one image, or the loaded list of an account. */
export type ImageAddress =
  | { readonly kind: 'image'; readonly accountId: string; readonly imageKey: string }
  | { readonly kind: 'list'; readonly accountId: string };

/** Whose documents they are. */
export interface DocumentAccount {
  readonly id: string;
  /** What a person calls it. */
  readonly label: string;
}

/**
 * `conoha-image:/<label>~<account>/<image>/<name>.json`. Label and name are for people: they are no part of the identity, and
 * an address may lack the label.
 */
export function imageUri(account: DocumentAccount, imageKey: string, name: string): Uri {
  return Uri.from({
    scheme: IMAGE_SCHEME,
    path: `/${folderOf(account)}/${encodeKey(imageKey)}/${fileName(name, imageKey)}.json`,
  });
}

/** `conoha-image:/<label>~<account>/images.json` */
export function listUri(account: DocumentAccount): Uri {
  return Uri.from({ scheme: IMAGE_SCHEME, path: `/${folderOf(account)}/${LIST}` });
}

/** `undefined` when the address is none of this scheme's documents. */
export function parseAddress({ scheme, path }: Uri): ImageAddress | undefined {
  const [, folder = '', second = '', third] = path.split('/');
  const accountId = folder.slice(folder.lastIndexOf(MARK) + 1);
  if (scheme !== IMAGE_SCHEME || accountId === '' || second === '') return undefined;
  if (third !== undefined) return { kind: 'image', accountId, imageKey: decodeKey(second) };
  return second === LIST ? { kind: 'list', accountId } : undefined;
}

/** What makes a document itself, whatever it is called. */
export function identityOf(address: ImageAddress): string {
  return address.kind === 'list' ? address.accountId : `${address.accountId}/${address.imageKey}`;
}

function folderOf({ id, label }: DocumentAccount): string {
  const name = safeLabel(label);
  return isVisible(name) ? `${name}${MARK}${id}` : id;
}

const safeLabel = memoize(safeName);

/** An id of dots alone would be taken for a place above. */
function encodeKey(imageKey: string): string {
  return /^\.{1,2}$/.test(imageKey) ? imageKey.replaceAll('.', '%2E') : encodeURIComponent(imageKey);
}

function decodeKey(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The name as a file's, else the id; the address holds the whole of it anyway. */
function fileName(name: string, imageKey: string): string {
  return [name, imageKey].map(safeName).find(isVisible) ?? 'image';
}

/** Without what no file name or address may hold on some system, and what would turn around the letters of `.json`. */
function safeName(text: string): string {
  // Ids and the vendor's names are safe as they are, and each of thousands of rows asks for one.
  if (text.length <= LONGEST_NAME && /^\w(?:[\w.-]*\w)?$/.test(text)) return text;
  const safe = text
    .slice(0, LONGEST_READ)
    .replace(/[\\/:*?"<>|%#\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]+/gu, '-')
    .replace(/\p{Bidi_Control}+/gu, '');
  return Array.from(safe)
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '');
}
