/** Fewer characters stand in words by chance: a mark in their place would tell them. */
const SHORTEST_MASKED = 8;
const MERE_WORD = /^\p{L}{1,20}$/u;

/**
 * The text with every secret replaced, in the forms in which a server may repeat one and in capitals.
 * @returns `undefined` where a secret stands in it that is short, or a mere word: what is left around it would tell it
 */
export function mask(text: string, secrets: readonly string[]): string | undefined {
  const wordLike = secrets.filter((secret) => secret.length < SHORTEST_MASKED || MERE_WORD.test(secret));
  const isTold = writtenForms(wordLike).some((secret) => withoutCase(text).includes(withoutCase(secret)));
  return isTold ? undefined : writtenForms(secrets).reduce(without, text);
}

/** Each secret as it is, as part of an address, and as part of JSON. */
export function writtenForms(secrets: readonly string[]): readonly string[] {
  return secrets
    .flatMap((secret) => [secret, percentEncoded(secret), JSON.stringify(secret).slice(1, -1)])
    .filter((form) => form !== '');
}

/** No pattern is made of a secret: one of a long text is refused in words that repeat it. */
function without(text: string, secret: string): string {
  const [found, wanted] = [withoutCase(text), withoutCase(secret)];
  const kept: string[] = [];
  let from = 0;
  for (let at = found.indexOf(wanted); at !== -1; at = found.indexOf(wanted, from)) {
    kept.push(text.slice(from, at));
    from = at + wanted.length;
  }
  return [...kept, text.slice(from)].join('•••');
}

/** As long as before: the few letters that become longer stay as they are. */
function withoutCase(text: string): string {
  return text.replace(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}

function percentEncoded(text: string): string {
  // Half a pair of surrogates cannot be encoded; this is what others put there. Left out, what is left would be masked.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
