import type { CurlProblem, CurlRequest } from '../../api/pasted/curl/curlRequest';
import { readCurl } from '../../api/pasted/curl/readCurl';
import { readPasted } from '../../api/pasted/readPasted';
import { parseEndpoint } from '../../api/endpoint';
import { isTooLong, LONGEST } from '../../base/longest';
import { holdsTokenHeader, maskSecrets, unmaskSecrets, type MaskedText } from '../../api/pasted/secretText';

/** More characters than keys and input methods add at once. */
const MOST_TYPED = 8;

/** What stands in a box for an endpoint. The secrets of what was pasted there are kept here, and never shown. */
export class PastedCommand {
  /** The last command that was pasted, where its address stands in its place. */
  #replaced: CurlRequest | undefined;
  #secrets: MaskedText['secrets'] = new Map();
  #before: string;

  constructor(before: string) {
    this.#before = before;
  }

  /**
   * Takes note of a change. A pasted command becomes its address; one that is typed letter by letter, or cannot be
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

  /** What a text of the box asks for: a `curl` command, or an address alone. */
  requestOf(text: string): CurlRequest | CurlProblem {
    const whole = unmaskSecrets(text, this.#secrets);
    const pasted = readPasted(whole);
    if (pasted?.kind === 'curl') return 'problem' in pasted ? pasted.problem : pasted.request;
    if (holdsTokenHeader(whole)) return { problem: 'otherProgram' };
    const replaced = this.#replaced;
    const isReplaced = replaced !== undefined && isSameServer(replaced.address, whole);
    return { address: whole, token: isReplaced ? replaced.token : { kind: 'none' } };
  }
}

/** For a box that takes no command: what is pasted there by mistake shows its secrets no longer than it has to. */
export function hideSecrets(box: { value: string }, typed: string): void {
  const { text } = maskSecrets(typed);
  if (text !== typed) box.value = text;
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

/** A token is for the endpoint that it was pasted with. */
function isSameServer(one: string, other: string): boolean {
  const [first, second] = [parseEndpoint(one), parseEndpoint(other)];
  return typeof first === 'object' && typeof second === 'object' && first.root === second.root;
}
