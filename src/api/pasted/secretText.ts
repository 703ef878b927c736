import * as LONGEST from '../../base/longestText';
import { isPlaceholder } from '../placeholder';
import { readOpenrc } from './openrc';
import { HEADER_NAME, SECRET_FORMS, type SecretKind } from './secretForms';
import { tokenCells } from './tokenOutput';
import { PERHAPS_TOKEN } from './tokenShape';
import { tokensIn } from './tokenText';

/** A text with a mark in the place of each of its secrets. */
export interface MaskedText {
  readonly text: string;
  /** By their marks, such as `•token•`. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** Stands in every mark, and in no text that is sent anywhere. */
const BULLET = '•';
const MARK = /•[a-z]+\d*•/g;

/**
 * Puts marks in the place of the secrets of whatever was pasted: what its readers find, and what goes by the name of a
 * secret, since what is not understood holds secrets, too. Rather too much is masked than too little: a text that is
 * longer than any command is one secret.
 */
export function maskSecrets(whole: string): MaskedText {
  const marks = new Marks(whole);
  if (whole.length > LONGEST.command) return { text: marks.of('text', whole), secrets: marks.secrets };
  const read = withoutReadSecrets(whole, marks);
  const text = SECRET_FORMS.reduce(
    (masked, { pattern, kind, isSecret = () => true }) =>
      masked.replace(pattern, (form: string, ...parts: unknown[]) => {
        const { secret = '' } = parts.at(-1) as Readonly<Record<string, string | undefined>>;
        if (isShown(secret) || !isSecret(secret)) return form;
        return form.slice(0, form.length - secret.length) + marks.of(kind, secret);
      }),
    read,
  );
  if (unmaskSecrets(text, marks.secrets) === whole) return { text, secrets: marks.secrets };
  // Marks of another text stand in this one, and would be taken for parts of its own.
  return { text: marks.of('text', whole), secrets: marks.secrets };
}

/** The text with its secrets again. A mark that was damaged, or is of another text, stays. */
export function unmaskSecrets(text: string, secrets: MaskedText['secrets']): string {
  return text.replace(MARK, (mark) => secrets.get(mark) ?? mark);
}

/** What may be shown of a part of a text, where its names do not tell any more what it is. */
export function withoutSecrets(part: string): string {
  return maskSecrets(part).text.replace(new RegExp(PERHAPS_TOKEN, 'g'), `${BULLET}token${BULLET}`);
}

/** Whether a secret is missing in a text. */
export function holdsMark(text: string): boolean {
  return text.includes(BULLET);
}

/** Whether the header of the token is in a text, in whatever form. */
export function holdsTokenHeader(text: string): boolean {
  return HEADER_NAME.test(text);
}

/** Gives each secret a mark that stands nowhere in the text. */
class Marks {
  readonly secrets = new Map<string, string>();
  readonly #known = new Map<string, string>();
  readonly #taken: ReadonlySet<string>;
  readonly #numbers = new Map<string, number>();

  constructor(whole: string) {
    this.#taken = new Set(whole.match(MARK));
  }

  of(kind: SecretKind | 'text', secret: string): string {
    const known = this.#known.get(secret);
    if (known !== undefined) return known;
    let mark: string;
    do {
      const number = (this.#numbers.get(kind) ?? 0) + 1;
      this.#numbers.set(kind, number);
      mark = `${BULLET}${kind}${number === 1 ? '' : number}${BULLET}`;
    } while (this.#taken.has(mark));
    this.secrets.set(mark, secret);
    this.#known.set(secret, mark);
    return mark;
  }
}

/** The secrets that the readers of such texts find, wherever they stand. */
function withoutReadSecrets(whole: string, marks: Marks): string {
  let text = '';
  let end = 0;
  const variables = readOpenrc(whole)?.secrets ?? [];
  const cells = tokenCells(whole).map((part) => ({ ...part, kind: 'token' }) as const);
  for (const { start, source, kind } of [...variables, ...cells].sort((a, b) => a.start - b.start)) {
    if (start < end || isShown(source)) continue;
    text += whole.slice(end, start) + marks.of(kind, source);
    end = start + source.length;
  }
  text += whole.slice(end);
  return tokensIn(whole)
    .filter((token) => !isShown(token))
    .reduce((masked, token) => masked.replaceAll(token, () => marks.of('token', token)), text);
}

/** `$OS_TOKEN` is shown as it is: it says what is wrong. */
function isShown(value: string): boolean {
  if (value === '' || value.includes(BULLET)) return true;
  return (isPlaceholder(value) || /^\$?[({[]/.test(value)) && !PERHAPS_TOKEN.test(value);
}
