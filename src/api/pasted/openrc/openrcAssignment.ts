import { ASSIGNMENT, PLAIN_OPTIONS, SAYING } from './openrcPatterns';
import type { OpenrcScript, ScriptGroups } from './openrcScript';
import { cmdValue, posixValue, powershellValue, type RawValue } from './openrcValues';
import type { Circumstances } from './openrcVariables';

const SUBSTITUTION = /\$\(|`/;

/** Whether an assignment is one that is perhaps not made, whatever encloses it. */
export type IsDoubtful = (name: string, source: string) => boolean;

/** Takes the assignment that stands here. @returns whether one does */
export function takeAssignment(script: OpenrcScript, isDoubtful: IsDoubtful): boolean {
  const start = script.at;
  const found = script.match(ASSIGNMENT);
  if (found === undefined) return false;
  const name = nameOf(found);
  // To a POSIX shell a lower-case name is another one.
  if (name === undefined) {
    script.at = start;
    return false;
  }
  const isWord = found.posix === '';
  const isSaid = SAYING.test(script.text.slice(Math.max(0, start - 40), start));
  if (!isWord && script.mayBegin && !isSaid) script.begin();
  const isCommand = isWord ? isAssigning(script) : script.mayBegin || script.place === 'declaring';
  const value = valueOf(script, found);
  script.variables.hide(name, value);
  script.at = Math.max(value.end, start + 1);
  if (!isCommand) return true;
  const source = script.text.slice(value.start, value.end);
  const isAmbiguous = isSaid || script.place === 'arguments' || !isOfDialect(script, found);
  const { run, isOpen }: Circumstances = script.now;
  const isExample = isDoubtful(name, source);
  const isSkipped = run === 'never' && !(script.isFolded && isWord && script.place !== 'start');
  const isSure = run === 'surely' && !isAmbiguous && !isExample;
  set(script, name, value, found, { run: isSure || isSkipped ? run : 'perhaps', isOpen, isExample });
  const isKnown = !isWord || !SUBSTITUTION.test(source);
  if (!isKnown || script.place !== 'assigned') script.blocks.ends(isKnown ? 'succeeds' : 'unknown');
  // Where line ends are lost, it may be the first of another line.
  if (isSaid) script.place = 'arguments';
  else if (!isWord || (script.place === 'declaring' && !script.isFolded)) script.place = 'declaring';
  else if (script.place !== 'arguments') {
    script.place = 'assigned';
    script.assigned.push(name);
  }
  return true;
}

/** The value of an assignment that has been found right before. */
export function valueOf(script: OpenrcScript, { posix, cmd, prompt, options = '' }: ScriptGroups): RawValue {
  const { text, at, isFolded } = script;
  if (posix !== undefined) {
    const value = posixValue(at, script.ends);
    if (script.ends.isBroken) script.blocks.doubtRest();
    // `declare -u` gives another text.
    return PLAIN_OPTIONS.test(options) ? value : { ...value, word: undefined };
  }
  const given = cmd ?? prompt;
  return given === undefined
    ? powershellValue(text, at, isFolded)
    : cmdValue(text, at, given.endsWith('"'), isFolded);
}

function set(
  { variables, blocks }: OpenrcScript,
  name: string,
  value: RawValue,
  { asked, posix = '', options = '' }: ScriptGroups,
  circumstances: Circumstances,
): void {
  blocks.set(name);
  if (asked === undefined) variables.assign(name, value, circumstances);
  else if (circumstances.run !== 'never') variables.ask(name);
  if (/^readonly|-\w*r/.test(posix + options)) variables.keepConstant(name);
}

/** `OS_X=…` by itself, behind another, or behind `export`. Without line ends, it may be at the start of one. */
function isAssigning(script: OpenrcScript): boolean {
  if (script.place === 'ended') script.begin();
  return script.isFolded || script.place !== 'arguments';
}

function isOfDialect({ dialect }: OpenrcScript, { posix, env }: ScriptGroups): boolean {
  return dialect === (posix !== undefined ? 'posix' : env === undefined ? 'cmd' : 'powershell');
}

function nameOf({ name, asked, set: given, env }: ScriptGroups): string | undefined {
  if (name !== undefined) return /[a-z]/.test(name) ? undefined : name;
  return (asked ?? given ?? env)?.toUpperCase();
}
