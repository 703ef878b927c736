import { jsonTokens } from './jsonTokens';

const INDENT = '  ';
/** Deeper than anybody reads: indented further, a text would be many times as long. */
const DEEPEST = 100;

/** JSON in several lines as `JSON.stringify` lays it out, but with each token as it stands in the text, however deep it is. */
export function layOut(text: string): string {
  const tokens = jsonTokens(text);
  const parts: string[] = [];
  let depth = 0;
  tokens.forEach((token, at) => {
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    if (isClosing(token)) {
      depth--;
      if (!isOpening(before)) parts.push(lineAt(depth));
    }
    parts.push(token);
    if (isOpening(token)) {
      depth++;
      if (!isClosing(after)) parts.push(lineAt(depth));
    } else if (token === ',') parts.push(lineAt(depth));
    else if (token === ':') parts.push(' ');
  });
  return parts.join('');
}

function lineAt(depth: number): string {
  return `\n${INDENT.repeat(Math.min(depth, DEEPEST))}`;
}

function isOpening(token: string | undefined): boolean {
  return token === '{' || token === '[';
}

function isClosing(token: string | undefined): boolean {
  return token === '}' || token === ']';
}
