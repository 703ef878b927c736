import { jsonTokens } from './jsonTokens';

const INDENT = '  ';
/** Deeper than anybody reads: indented further, a text would be many times as long. */
const DEEPEST = 100;

/** JSON in several lines as `JSON.stringify` lays it out, but with each token as it stands in the text, however deep it is. */
export function layOut(text: string): string {
  const tokens = jsonTokens(text);
  const lines: string[] = [];
  let line = '';
  let depth = 0;
  const breakLine = (): void => {
    lines.push(line);
    line = INDENT.repeat(Math.min(depth, DEEPEST));
  };
  tokens.forEach((token, at) => {
    const next = tokens[at + 1] ?? '';
    switch (token) {
      case '{':
      case '[':
        line += token;
        if (isClosing(next)) return;
        depth++;
        breakLine();
        return;
      case '}':
      case ']':
        if (!isOpening(tokens[at - 1] ?? '')) {
          depth--;
          breakLine();
        }
        line += token;
        return;
      case ',':
        line += token;
        breakLine();
        return;
      case ':':
        line += ': ';
        return;
      default:
        line += token;
    }
  });
  lines.push(line);
  return lines.join('\n');
}

function isOpening(token: string): boolean {
  return token === '{' || token === '[';
}

function isClosing(token: string): boolean {
  return token === '}' || token === ']';
}
