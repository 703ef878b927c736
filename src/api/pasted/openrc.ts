import { readVariables } from './openrc/openrcText';
import type { UnreadVariable, VariableSecret } from './openrc/openrcVariables';

/** The variables of an `openrc` file, which is read and never run. */
export interface Openrc {
  /** Those that were given as they are, by their names: `OS_AUTH_URL`, … Empty ones are left out. */
  readonly variables: Readonly<Record<string, string>>;
  /** Those that a person is asked for, or that hold a secret which only a shell could tell. */
  readonly asked: readonly string[];
  /** Those that only a shell could tell, with what stands there: `$(hostname)`. */
  readonly unread: readonly UnreadVariable[];
  /** Where secrets stand in the text. */
  readonly secrets: readonly VariableSecret[];
}

/**
 * Reads the assignments of `OS_…` in a file for POSIX shells, PowerShell or Windows’ `cmd`. A reference to one of them is
 * what the file has given it, or the default that stands beside it; everything else that a shell would put is named.
 * @param text may have lost its line ends
 * @returns `undefined` where there is no such assignment
 */
export function readOpenrc(text: string): Openrc | undefined {
  if (!/OS_[A-Z]/i.test(text)) return undefined;
  const { values, asked, unread, otherFile, secrets } = readVariables(text);
  if (values.size + asked.size + unread.size === 0) return undefined;
  const variables = Object.fromEntries([...values].filter(([, value]) => value !== ''));
  const { OS_AUTH_URL, OS_TOKEN, OS_AUTH_TOKEN = OS_TOKEN } = variables;
  if (
    OS_AUTH_URL === undefined &&
    OS_AUTH_TOKEN === undefined &&
    otherFile !== undefined &&
    !unread.has('OS_AUTH_URL')
  )
    unread.set('OS_AUTH_URL', { name: 'OS_AUTH_URL', source: otherFile, isOfOtherFile: true });
  return {
    variables,
    asked: [...asked].filter((name) => !(name in variables)),
    unread: [...unread.values()],
    secrets,
  };
}
