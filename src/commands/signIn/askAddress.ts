import { readAddress } from '../../api/pasted/pastedAddress';
import { holdsMark, maskSecrets } from '../../api/pasted/secretText';
import { isEmailAddress } from '../../auth/typedName';
import * as LONGEST from '../../base/longestText';
import { addressText } from '../../text/describePlace';
import { plainLabel } from '../../text/plainLabel';
import { addressQuestionTexts } from '../../text/addressQuestionTexts';
import type { Answer, Question, Read } from '../ask';
import { askText } from '../askText';
import { askValue } from '../askValue';
import { problemItem, type ValueItem } from '../valueItem';

/** What a box for an address is told. */
export interface AddressQuestion<T> extends Question {
  readonly prompt?: string;
  /** What stands there at first. */
  readonly text?: string;
  /** Addresses to choose from; where there are none, it is an input box. */
  readonly listed?: {
    readonly items: readonly ValueItem<string>[];
    readonly hint: string;
    /** The one that Enter takes; where it is not given, the first one. */
    readonly present?: string;
  };
  readonly read: Read<string, T>;
}

/**
 * Asks for an address, be it from a list. What is pasted there by mistake shows its secrets no longer than it has to.
 * @throws {Canceled} when given up
 */
export function askAddress<T>({ listed, text, prompt, ...question }: AddressQuestion<T>): Promise<Answer<T>> {
  const read: Read<string, T> = (typed, signal) => {
    const problem = typed.trim() === '' ? 'required' : addressMistake(typed);
    return problem === undefined ? question.read(typed, signal) : { problem };
  };
  const box = { ...question, read, onType: hideSecrets };
  return listed === undefined
    ? askText({ ...box, prompt, text: text ?? '', longest: LONGEST.address })
    : askValue({
        ...box,
        ...listed,
        other: { text, longest: LONGEST.address, item: typedAddress, first: false },
      });
}

/** The row for an address that is not listed; nothing where the text is none. */
function typedAddress(typed: string): ValueItem<string> | undefined {
  const mistake = addressMistake(typed);
  if (mistake !== undefined) return problemItem(mistake);
  const address = readAddress(typed);
  if (address === undefined) return undefined;
  if ('problem' in address) return problemItem({ kind: 'pasted', pasted: address });
  const description = plainLabel(addressText(typed));
  return { label: addressQuestionTexts.useTyped(), description, value: typed, alwaysShow: true };
}

/** What is often typed or pasted in its place. */
function addressMistake(typed: string): 'hiddenPaste' | 'emailAddress' | undefined {
  if (holdsMark(typed)) return 'hiddenPaste';
  return isEmailAddress(typed) ? 'emailAddress' : undefined;
}

function hideSecrets(box: { value: string }, typed: string): void {
  const { text } = maskSecrets(typed);
  if (text !== typed) box.value = text;
}
