import { holdsMark } from '../secretText';
import { typographicSign, typographicStart } from '../typography';
import { curlArguments } from './curlArguments';
import { requestOf, tokenInHeaders, type CurlProblem, type CurlRequest, type CurlToken } from './curlRequest';
import { startsCurl } from './startsCurl';
import { isForPowerShell, isOtherProgram, startsOtherProgram } from './otherPrograms';
import { shellCommands } from './shellCommands';
import type { ShellWords } from './words';

/**
 * Reads a `curl` command as the shell and curl do: the address is the one that curl would send the token to. Nothing
 * is guessed, and nothing is looked up.
 * @param pasted as it was pasted; an input box makes blanks of line ends
 * @returns `undefined` when the text is no command; one of another program is a problem
 */
export function readCurl(pasted: string): CurlRequest | CurlProblem | undefined {
  const text = asTyped(pasted);
  if (!startsCurl(text))
    return startsOtherProgram(withoutPrompt(text)) ? { problem: 'otherProgram' } : undefined;
  if (holdsMark(text)) return { problem: 'masked' };
  const command = withoutPrompt(text);
  const mayBeFolded = !command.includes('\n') && /(?:^|\s)[\\`]\s/.test(command);
  if (!mayBeFolded) return read(command, false).answer;
  const { answer } = read(command, true);
  return 'problem' in answer || isSafe(answer, read(command, false)) ? answer : { problem: 'notUnderstood' };
}

/** Pages put blanks that do not break in the place of others, and Markdown a fence around a command. */
function asTyped(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ').replace(/^\s*`{3,}[a-z]*\s+|`{3}\s{0,80}$/gi, '');
}

/** What a terminal showed before the command: `$ curl`, `# sudo curl`, `me@host:~$ curl`, `C:\Users\me> curl`. */
const PROMPT = /^\s*[$#%>]\s|^[^'"`\n]*[^\s'"`][$#%>]\s+(?=(?:sudo\s+)?\S*curl(?:\.exe)?\s)/i;

function withoutPrompt(text: string): string {
  const [prompt = ''] = PROMPT.exec(text) ?? [];
  return startsCurl(prompt) ? text : text.slice(prompt.length);
}

interface ReadCommands {
  readonly answer: CurlRequest | CurlProblem;
  /** Of all requests. */
  readonly addresses: readonly string[];
  readonly token: CurlToken;
}

/**
 * `\ ` is a folded line end, or an escaped blank. Whether curl, if it runs at all with what it is then, sends the same
 * token to the same address.
 */
function isSafe({ address, token }: CurlRequest, unfolded: ReadCommands): boolean {
  const { answer, addresses } = unfolded;
  const runs = !('problem' in answer) || answer.problem === 'severalAddresses';
  // A blank is no address.
  if (!runs || addresses.some((text) => /\s/.test(text))) return true;
  const isSent = token.kind === 'given' && JSON.stringify(token) !== JSON.stringify(unfolded.token);
  return addresses.includes(address) && !isSent;
}

function read(text: string, folded: boolean): ReadCommands {
  const all = shellCommands(text, folded);
  if (all === undefined) return nothing(typography(typographicSign(text)) ?? { problem: 'notUnderstood' });
  const commands = all.map(argumentsOfCurl).filter((words) => words !== undefined);
  // `apt install curl` asks for nothing.
  const asking = commands.filter((words) => words.length > 0);
  const [only = commands[0], ...others] = asking;
  if (only === undefined) {
    if (all.some(hasOtherProgram)) return nothing({ problem: 'otherProgram' });
    const part = all.map(foreignStarter).find((word) => word !== undefined);
    return nothing({ problem: 'notUnderstood', ...(part !== undefined && { part }) });
  }
  if (others.length > 0) return nothing({ problem: 'severalAddresses' });
  const foreign = foreignArgument(only);
  if (foreign !== undefined) return nothing(foreign);
  const given = curlArguments(only);
  if ('bad' in given) return nothing({ problem: 'notUnderstood', part: given.bad });
  const addresses = given.addresses.map((address) => address.text);
  return { answer: requestOf(given), addresses, token: tokenInHeaders(given) };
}

/** Why the arguments are none that curl would understand as they are meant. */
function foreignArgument(words: ShellWords): CurlProblem | undefined {
  if (words.some(({ text }) => isForPowerShell(text))) return { problem: 'otherProgram' };
  return typography(words.map(({ text }) => typographicStart(text)).find((sign) => sign !== undefined));
}

function typography(source: string | undefined): CurlProblem | undefined {
  return source === undefined ? undefined : { problem: 'typography', source };
}

function nothing(answer: CurlProblem): ReadCommands {
  return { answer, addresses: [], token: { kind: 'none' } };
}

function hasOtherProgram(words: ShellWords): boolean {
  return words.some(({ text }) => isOtherProgram(text));
}

/** What may stand before `curl` and leaves it on this machine: words of the shell, and programs that start others. */
const STARTERS =
  /^(?:if|then|elif|else|while|until|do|!|\{|exec|command|time|sudo|doas|env|nohup|nice|ionice|timeout|stdbuf|watch)$/;

function argumentsOfCurl(words: ShellWords): ShellWords | undefined {
  const at = placeOfCurl(words);
  return at === -1 || foreignStarter(words) !== undefined ? undefined : words.slice(at + 1);
}

/** What starts curl elsewhere, such as `ssh host`: there the same address may be another server. */
function foreignStarter(words: ShellWords): string | undefined {
  const before = words.slice(0, Math.max(placeOfCurl(words), 0)).map(({ text }) => text);
  const first = before.find((text) => !/^\w+=/.test(text));
  return first === undefined || STARTERS.test(first.replace(/^.*\//, '')) ? undefined : first;
}

function placeOfCurl(words: ShellWords): number {
  return words.findIndex(({ text }) => /(?:^|[/\\])curl$|curl\.exe$/i.test(text));
}
