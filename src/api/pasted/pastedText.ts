import { isTooLong } from '../../base/longest';
import * as LONGEST from '../../base/longestText';
import { readCurl } from './curl/readCurl';
import type { CurlRequest } from './curl/curlRequest';
import { readAddress, type PastedAddress } from './pastedAddress';
import { readPasted, type Pasted } from './readPasted';
import { maskSecrets, unmaskSecrets, type MaskedText } from './secretText';

/** More characters than keys and input methods add at once. */
const MOST_TYPED = 8;

/** What stands in a box that takes whatever somebody has to sign in with. Its secrets are kept here, and never shown. */
export class PastedText {
  /** The last command that was pasted, for as long as its address stands in its place. */
  #replaced: CurlRequest | undefined;
  #secrets: MaskedText['secrets'] = new Map();
  #before = '';

  /** What stands in the box, without secrets. */
  get text(): string {
    return this.#before;
  }

  /**
   * Takes note of a change. A pasted `curl` command becomes its address; one that is typed letter by letter, or cannot be
   * read, stays. Its token is for that address, also where a few letters of it are put right, and for no other text.
   * @returns what is to stand in the box instead: no secret
   */
  shown(typed: string): string {
    const { inserted, removed } = lengthsOfChange(this.#before, typed);
    const whole = unmaskSecrets(typed, this.#secrets);
    const isRead = inserted > MOST_TYPED && !isTooLong(whole, LONGEST.command);
    const command = isRead ? readCurl(whole) : undefined;
    const request = command === undefined || 'problem' in command ? undefined : command;
    const { text, secrets } = maskSecrets(request?.address ?? whole);
    // Much at once may be another address in the place of the whole, which begins or ends as this one does.
    if (command !== undefined || Math.max(inserted, removed) > MOST_TYPED) this.#replaced = request;
    else if (!namesHostOf(this.#replaced, text)) this.#replaced = undefined;
    this.#secrets = secrets;
    this.#before = text;
    return text;
  }

  /** What a text of the box is; `undefined` for words that narrow the list. */
  read(text: string): Pasted | undefined {
    const pasted = readPasted(unmaskSecrets(text, this.#secrets));
    const replaced = this.#replaced;
    if (replaced === undefined || pasted === undefined || !('address' in pasted)) return pasted;
    if (!isFor(replaced, readAddress(pasted.address))) return pasted;
    return { kind: 'curl', request: { address: pasted.address, token: replaced.token } };
  }
}

/** How many characters were put into a text at one place, and how many are gone from there. */
function lengthsOfChange(
  before: string,
  after: string,
): { readonly inserted: number; readonly removed: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { inserted: after.length - start - end, removed: before.length - start - end };
}

/** Whether anything is left of a command's address: what is typed letter by letter is wrong on the way. */
function namesHostOf(command: CurlRequest | undefined, text: string): boolean {
  const place = placeOf(command && readAddress(command.address));
  return place !== undefined && text.toLowerCase().includes(new URL(place.root).host);
}

/** Whether the token of a command is for an address: of the server that it was pasted with, and of no other project. */
function isFor(command: CurlRequest | undefined, address: PastedAddress | undefined): boolean {
  const [own, other] = [command && readAddress(command.address), address].map(placeOf);
  if (own === undefined || other === undefined || own.root !== other.root) return false;
  return own.tenant === undefined || other.tenant === undefined || own.tenant === other.tenant;
}

function placeOf(
  address: PastedAddress | undefined,
): { readonly root: string; readonly tenant?: string } | undefined {
  if (address === undefined || 'problem' in address) return undefined;
  return address.kind === 'endpoint' ? address.endpoint : { root: address.identity.root };
}
