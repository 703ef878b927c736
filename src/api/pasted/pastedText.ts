import { isTooLong, LONGEST } from '../../base/longest';
import { readCurl } from './curl/readCurl';
import type { CurlRequest } from './curl/curlRequest';
import { readAddress } from './pastedAddress';
import { readPasted, type Pasted } from './readPasted';
import { maskSecrets, unmaskSecrets, type MaskedText } from './secretText';

/** More characters than keys and input methods add at once. */
const MOST_TYPED = 8;

/** What stands in a box that takes whatever somebody has to sign in with. Its secrets are kept here, and never shown. */
export class PastedText {
  /** The last command that was pasted, where its address stands in its place. */
  #replaced: CurlRequest | undefined;
  #secrets: MaskedText['secrets'] = new Map();
  #before = '';

  /** What stands in the box, without secrets. */
  get text(): string {
    return this.#before;
  }

  /**
   * Takes note of a change. A pasted `curl` command becomes its address; one that is typed letter by letter, or cannot be
   * read, stays.
   * @returns what is to stand in the box instead: no secret
   */
  shown(typed: string): string {
    const isPaste = insertedLength(this.#before, typed) > MOST_TYPED;
    const whole = unmaskSecrets(typed, this.#secrets);
    const isRead = isPaste && !isTooLong(whole, LONGEST.command);
    const command = isRead ? readCurl(whole) : undefined;
    const request = command === undefined || 'problem' in command ? undefined : command;
    if (command !== undefined) this.#replaced = request;
    const { text, secrets } = maskSecrets(request?.address ?? whole);
    this.#secrets = secrets;
    this.#before = text;
    return text;
  }

  /** What a text of the box is; `undefined` for words that narrow the list. */
  read(text: string): Pasted | undefined {
    const pasted = readPasted(unmaskSecrets(text, this.#secrets));
    const replaced = this.#replaced;
    if (replaced === undefined || pasted === undefined) return pasted;
    if (!('address' in pasted) || !isSameServer(replaced.address, pasted.address)) return pasted;
    return { kind: 'curl', request: { address: pasted.address, token: replaced.token } };
  }
}

/** Of what was put into a text at one place. */
function insertedLength(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return after.length - start - end;
}

/** A token is for the server that it was pasted with. */
function isSameServer(one: string, other: string): boolean {
  const [first, second] = [readAddress(one), readAddress(other)].map(rootOf);
  return first !== undefined && first === second;
}

function rootOf(address: ReturnType<typeof readAddress>): string | undefined {
  if (address === undefined || 'problem' in address) return undefined;
  return address.kind === 'endpoint' ? address.endpoint.root : address.identity.root;
}
