import { longOption, shortOption, type Option } from './options';
import type { ShellWords, Word } from './words';

/** What of a command’s arguments matters here, in their order. */
export interface CurlArguments {
  readonly addresses: readonly Word[];
  readonly headers: readonly Word[];
  /** Of `-K`. */
  readonly configs: readonly Word[];
  /** The names of all options. */
  readonly options: ReadonlySet<string>;
}

/** An argument that is no option of curl, or lacks its value: curl would not run. */
export interface BadArgument {
  readonly bad: string;
}

/** Sorts the arguments as curl does. @param words those after `curl` */
export function curlArguments(words: ShellWords): CurlArguments | BadArgument {
  const values = new Map<string, Word[]>();
  const note = (name: string, value?: Word): void => {
    const known = values.get(name) ?? [];
    if (value !== undefined) known.push(value);
    values.set(name, known);
  };
  let onlyAddresses = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    if (onlyAddresses || !word.text.startsWith('-')) {
      note('url', word);
    } else if (word.text === '--') {
      onlyAddresses = true;
    } else {
      const found = optionsOf(word);
      if ('bad' in found) return found;
      for (const { name } of found.options) note(name);
      const { valued } = found;
      if (valued === undefined) continue;
      const value = valued.value ?? words[++at];
      if (value === undefined) return { bad: word.text };
      note(valued.option.name, valued.option.expands ? expanded(value) : value);
    }
  }
  return {
    addresses: values.get('url') ?? [],
    headers: values.get('header') ?? [],
    configs: values.get('config') ?? [],
    options: new Set(values.keys()),
  };
}

interface Options {
  /** Those without a value. */
  readonly options: readonly Option[];
  /** At most one has a value: it is the last, and its value the rest of the word or the next one. */
  readonly valued?: { readonly option: Option; readonly value: Word | undefined };
}

function optionsOf(word: Word): Options | BadArgument {
  const { text } = word;
  if (!text.startsWith('--')) return lettersIn(word);
  const [name = ''] = text.slice(2).split('=', 1);
  const option = isRead(word, name.length + 2) ? longOption(name) : undefined;
  if (option === undefined) return { bad: `--${name}` };
  const hasValue = text.length > name.length + 2;
  if (!option.takesValue) return hasValue ? { bad: `--${name}` } : { options: [option] };
  return { options: [], valued: { option, value: hasValue ? rest(word, name.length + 3) : undefined } };
}

/** `-sSiXGET`: letters, of which one that takes a value is the last. */
function lettersIn(word: Word): Options | BadArgument {
  const options: Option[] = [];
  for (let at = 1; at < word.text.length; at++) {
    const letter = word.text.slice(at, at + 1);
    const option = isRead(word, at + 1) ? shortOption(letter) : undefined;
    if (option === undefined) return { bad: `-${letter}` };
    if (!option.takesValue) options.push(option);
    else
      return {
        options,
        valued: { option, value: at + 1 < word.text.length ? rest(word, at + 1) : undefined },
      };
  }
  return options.length === 0 ? { bad: word.text } : { options };
}

/** Whether a word is read as far as this. */
function isRead({ unread }: Word, end: number): boolean {
  return unread[0] === undefined || unread[0].at >= end;
}

function rest({ text, unread }: Word, from: number): Word {
  return { text: text.slice(from), unread: unread.map(({ at, source }) => ({ at: at - from, source })) };
}

/** curl’s own variables, `{{name}}`, are not read either. */
function expanded(word: Word): Word {
  const [source] = /\{\{[^}]*\}\}/.exec(word.text) ?? [];
  return source === undefined
    ? word
    : { ...word, unread: [{ at: word.text.indexOf(source), source }, ...word.unread] };
}
