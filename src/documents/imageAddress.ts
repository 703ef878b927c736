import { Uri } from 'vscode';

export const SCHEME = 'conoha-image';
const LIST = 'images.json';
const LONGEST_NAME = 80;

/** What a document's address means: one image, or the loaded list of an account. */
export type ImageAddress =
  | { readonly kind: 'image'; readonly accountId: string; readonly imageKey: string }
  | { readonly kind: 'list'; readonly accountId: string };

/** `conoha-image:/<account>/<image>/<name>.json`. The name is for people: it is no part of the identity. */
export function imageUri(accountId: string, imageKey: string, name: string): Uri {
  return Uri.from({
    scheme: SCHEME,
    path: `/${accountId}/${encodeURIComponent(imageKey)}/${fileName(name, imageKey)}.json`,
  });
}

/** `conoha-image:/<account>/images.json` */
export function listUri(accountId: string): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${accountId}/${LIST}` });
}

/** `undefined` when the address is none of this scheme's documents. */
export function parseAddress({ scheme, path }: Uri): ImageAddress | undefined {
  const [, accountId = '', second = '', third] = path.split('/');
  if (scheme !== SCHEME || accountId === '' || second === '') return undefined;
  if (third !== undefined) return { kind: 'image', accountId, imageKey: decodeKey(second) };
  return second === LIST ? { kind: 'list', accountId } : undefined;
}

/** What makes a document itself, whatever it is called. */
export function identityOf(address: ImageAddress): string {
  return address.kind === 'list' ? address.accountId : `${address.accountId}/${address.imageKey}`;
}

function decodeKey(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The name without what no file name or address may hold on some system. */
function fileName(name: string, imageKey: string): string {
  const safe = Array.from(name.replace(/[\\/:*?"<>|%#\p{Cc}]+/gu, '-'))
    .slice(0, LONGEST_NAME)
    .join('');
  const trimmed = safe.replace(/^[.\s]+|[.\s]+$/g, '');
  return trimmed === '' ? encodeURIComponent(imageKey) : trimmed;
}
