import { Uri } from 'vscode';
import { isVisible } from '../base/visible';

/** Of the addresses of all documents, without the colon. */
export const IMAGE_SCHEME = 'conoha-image';
const LIST = 'images.json';
const LONGEST_NAME = 80;
/** No more of a name is looked at: rows ask for their addresses by the thousand. */
const LONGEST_READ = 1000;

/** What a document's address means: one image, or the loaded list of an account. */
export type ImageAddress =
  | { readonly kind: 'image'; readonly accountId: string; readonly imageKey: string }
  | { readonly kind: 'list'; readonly accountId: string };

/** `conoha-image:/<account>/<image>/<name>.json`. The name is for people: it is no part of the identity. */
export function imageUri(accountId: string, imageKey: string, name: string): Uri {
  return Uri.from({
    scheme: IMAGE_SCHEME,
    path: `/${accountId}/${encodeKey(imageKey)}/${fileName(name, imageKey)}.json`,
  });
}

/** `conoha-image:/<account>/images.json` */
export function listUri(accountId: string): Uri {
  return Uri.from({ scheme: IMAGE_SCHEME, path: `/${accountId}/${LIST}` });
}

/** `undefined` when the address is none of this scheme's documents. */
export function parseAddress({ scheme, path }: Uri): ImageAddress | undefined {
  const [, accountId = '', second = '', third] = path.split('/');
  if (scheme !== IMAGE_SCHEME || accountId === '' || second === '') return undefined;
  if (third !== undefined) return { kind: 'image', accountId, imageKey: decodeKey(second) };
  return second === LIST ? { kind: 'list', accountId } : undefined;
}

/** What makes a document itself, whatever it is called. */
export function identityOf(address: ImageAddress): string {
  return address.kind === 'list' ? address.accountId : `${address.accountId}/${address.imageKey}`;
}

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
  const safe = text
    .slice(0, LONGEST_READ)
    .replace(/[\\/:*?"<>|%#\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]+/gu, '-')
    .replace(/\p{Bidi_Control}+/gu, '');
  return Array.from(safe)
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '');
}
