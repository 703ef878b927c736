/** What people type of a value, without what they leave out: the same for `CentOS 7`, `centos7` and `ＣｅｎｔＯＳ７`. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]/gu, '');
}

/** Of what is called so: the very value, those that begin so, those that have it inside. @param wanted not empty @returns the best first */
export function bestByLetters<T>(
  values: readonly T[],
  lettersIn: (value: T) => string,
  wanted: string,
): readonly T[] {
  const found = values
    .map((value) => ({ value, letters: lettersIn(value) }))
    .filter(({ letters }) => letters.includes(wanted));
  return found.sort((a, b) => rank(a.letters, wanted) - rank(b.letters, wanted)).map(({ value }) => value);
}

function rank(letters: string, wanted: string): number {
  if (letters === wanted) return 0;
  return letters.startsWith(wanted) ? 1 : 2;
}
