import { cmdCommands } from './cmd';
import { posixCommands } from './posix';
import { powershellCommands } from './powershell';
import type { ScanFailure } from './scan';
import type { ShellWords, Word } from './words';

/**
 * The commands of a text, in words. Which shell it is for shows in it: a lone caret or backtick means something in one
 * shell only. Without such a sign it is taken as for a POSIX shell.
 * @param folded line ends have become blanks, as input boxes make them
 * @returns `undefined` where a quote has no end
 */
export function shellCommands(text: string, folded: boolean): readonly ShellWords[] | undefined {
  const posix = posixCommands(text, folded);
  if (typeof posix !== 'string') return posix;
  // The quotes of another shell are others: what stands alone between blanks tells more than where it was met.
  if (/\s`(?:\s|$)/.test(text)) return found(powershellCommands(text, folded));
  const cmd = text.includes('^') ? found(cmdCommands(text)) : undefined;
  if (cmd !== undefined && !cmd.flat().some(isApostrophised)) return cmd;
  return text.includes('`') ? found(powershellCommands(text, folded)) : undefined;
}

/** Meant as a quote, which it is not in `cmd`. */
function isApostrophised({ text }: Word): boolean {
  return text.startsWith("'");
}

function found(commands: readonly ShellWords[] | ScanFailure): readonly ShellWords[] | undefined {
  return typeof commands === 'string' ? undefined : commands;
}
