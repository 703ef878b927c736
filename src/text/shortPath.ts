import { foreignText } from './foreignText';

/** Characters of a path that stands beside a row, which a longer one would cover. */
const LONGEST_PATH = 24;

/**
 * The path of a file where there is little room: what is in the home folder begins with `~`, and of a long path its end is
 * shown, in whole names.
 */
export function shortPath(path: string, home: string): string {
  const isOwn = home !== '' && path.startsWith(home) && /^[\\/]/.test(path.slice(home.length));
  const own = isOwn ? `~${path.slice(home.length)}` : path;
  if (own.length <= LONGEST_PATH) return foreignText(own);
  const names = own.split(/(?=[\\/])/);
  let end = names.pop() ?? '';
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    if (name.length + end.length >= LONGEST_PATH) break;
    end = name + end;
  }
  return foreignText(`…${end}`);
}
