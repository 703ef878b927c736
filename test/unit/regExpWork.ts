/** How often regular expressions are run, and by how many characters they go on, while something is done. */
export function workOf(action: () => void): number {
  const own: { exec: (this: RegExp, text: string) => RegExpExecArray | null } = RegExp.prototype;
  const { exec } = own;
  let work = 0;
  // `test`, `match`, `replace`, `search` and `split` all come to it.
  own.exec = function (this: RegExp, text: string) {
    const found = exec.call(this, text);
    work += 1 + (found?.[0].length ?? 0);
    return found;
  };
  try {
    action();
  } finally {
    own.exec = exec;
  }
  return work;
}
