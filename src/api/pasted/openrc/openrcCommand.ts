import {
  ASSIGNED_DEFAULT,
  BRACE,
  BRANCH,
  CLOSING,
  DECLARING,
  EMPTY,
  EVALUATION,
  FUNCTION,
  GIVING,
  LEADING,
  LEAVING,
  LOOP_NAME,
  NAMED,
  NAMING,
  ODD_ASSIGNMENT,
  OPENING,
  OTHER_FILE,
  READ,
  UNSET,
  UNSET_ANY,
} from './openrcPatterns';
import type { OpenrcScript } from './openrcScript';

const CLOSED_BY: Readonly<Record<string, string>> = { if: 'fi', case: 'esac' };

/** Takes what stands here, if it is a word by which a shell decides what it runs. */
export function takeBlock(script: OpenrcScript): boolean {
  if (!script.mayBegin && script.place !== 'ended') return false;
  const { blocks, dialect } = script;
  const isPosix = dialect === 'posix';
  const body = script.match(FUNCTION)?.body;
  if (body !== undefined) {
    blocks.open(body === '{' ? '}' : ')', 'perhaps', { isFunction: true });
    script.place = 'start';
    return true;
  }
  if (dialect !== 'powershell') return takeTest(script) || takeWord(script, isPosix);
  return false;
}

/** `[ -z "$OS_X" ]` */
function takeTest(script: OpenrcScript): boolean {
  if (!script.peek(EMPTY)) return false;
  script.begin();
  const { name = '', is } = script.match(EMPTY) ?? {};
  const status = script.variables.isEmpty(name);
  const isFilled = status === 'fails' ? 'succeeds' : status === 'succeeds' ? 'fails' : 'unknown';
  script.blocks.ends(is === 'z' ? status : isFilled);
  script.place = 'arguments';
  return true;
}

function takeWord(script: OpenrcScript, isPosix: boolean): boolean {
  const { blocks } = script;
  if (script.peek(OPENING)) {
    script.begin();
    const loop = script.peek(LOOP_NAME) ? script.text.slice(script.at, script.at + 200) : '';
    const [, name] = /^\w+\s+(OS_\w+)/.exec(loop) ?? [];
    if (name !== undefined) script.doubt(name);
    const { word = '' } = script.match(OPENING) ?? {};
    blocks.open(CLOSED_BY[word] ?? 'done', word === 'if' ? 'surely' : 'perhaps');
    script.place = /^(?:if|while|until)$/.test(word) ? 'start' : 'arguments';
    return true;
  }
  const branch = script.match(BRANCH)?.word;
  if (branch !== undefined) {
    blocks.branch(branch);
    script.separate();
    return true;
  }
  const closing = script.match(CLOSING)?.word;
  if (closing !== undefined) {
    script.place = blocks.close(closing) ? 'ended' : 'arguments';
    return true;
  }
  if (isPosix && script.take(BRACE)) {
    script.begin();
    blocks.open('}', 'surely');
    script.place = 'start';
    return true;
  }
  const leading = script.match(LEADING)?.word;
  if (leading === undefined) return false;
  if (leading === '!') blocks.negate();
  script.place = 'start';
  return true;
}

/** Takes a command that changes variables, or ends the script. @returns whether one stands here */
export function takeCommand(script: OpenrcScript): boolean {
  if (!script.mayBegin) return false;
  return takeUnset(script) || takeRead(script) || takeOther(script) || takeLeaving(script);
}

function takeUnset(script: OpenrcScript): boolean {
  const isAny = script.peek(UNSET_ANY);
  if (!isAny && !script.peek(UNSET)) return false;
  script.begin();
  if (isAny && script.now.run !== 'never') script.variables.doubtAll('unset');
  const names = script.match(UNSET)?.names?.trim().split(/\s+/) ?? [];
  for (const name of names.filter((text) => text.startsWith('OS_'))) {
    script.blocks.set(name);
    script.variables.unset(name, script.now);
  }
  if (isAny) script.word();
  // Where line ends are lost, one of them may be another command.
  const isSure = !isAny && !(script.isFolded && names.some((name) => /[a-z]/.test(name)));
  script.blocks.ends(isSure ? 'succeeds' : 'unknown');
  script.place = isAny ? 'arguments' : 'ended';
  return true;
}

function takeRead(script: OpenrcScript): boolean {
  if (!script.peek(READ)) return false;
  script.begin();
  const names = script.match(READ)?.names?.trim().split(/\s+/) ?? [];
  const { run, isOpen } = script.now;
  for (const name of run === 'never' ? [] : names) {
    script.variables.input(name);
    if (isOpen && name.startsWith('OS_')) script.doubt(name);
  }
  script.blocks.ends('unknown');
  script.place = 'ended';
  return true;
}

/** Another file, or something that only a shell could tell. */
function takeOther(script: OpenrcScript): boolean {
  if (script.peek(NAMING)) {
    script.begin();
    script.isNaming = script.take(NAMING);
    script.blocks.ends('unknown');
    script.place = 'arguments';
    return true;
  }
  const isFile = script.peek(OTHER_FILE);
  if (!isFile && !script.peek(EVALUATION)) return false;
  script.begin();
  const start = script.at;
  script.take(isFile ? OTHER_FILE : EVALUATION);
  takeAnything(script, script.text.slice(start, script.at), isFile);
  return true;
}

/** What has been read may set whatever it likes. */
export function takeAnything(script: OpenrcScript, source: string, isFile: boolean): void {
  if (script.mayRun) {
    script.variables.takeOther(source, isFile);
    // What it sets may end the file as well, but for one that a person wrote to be read here.
    if (!isFile) script.blocks.doubtRest();
  }
  script.blocks.ends('unknown');
  script.place = 'arguments';
}

function takeLeaving(script: OpenrcScript): boolean {
  if (!script.peek(LEAVING)) return false;
  script.begin();
  const { word = '' } = script.match(LEAVING) ?? {};
  // Where line ends are lost, it may be a word of a text.
  if (script.isFolded) script.blocks.doubtRest();
  else script.blocks.leave(/return/i.test(word));
  script.blocks.began();
  script.place = 'arguments';
  return true;
}

/** Takes a word that is nothing of these. Texts of `echo` may look like anything. */
export function takeOtherWord(script: OpenrcScript): void {
  const { place } = script;
  const { raw } = script.word();
  if (script.dialect === 'posix' && /^\d+$/.test(raw) && /[<>]/.test(script.text.charAt(script.at))) return;
  const isDeclaring = DECLARING.test(raw) && (script.mayBegin || place === 'ended');
  if (isDeclaring) script.begin();
  script.place = isDeclaring || place === 'declaring' ? 'declaring' : 'arguments';
  if (place === 'assigned') script.doubtAssigned();
  script.blocks.ends('unknown');
  const named = script.isNaming ? NAMED.exec(raw)?.[0] : undefined;
  if (named !== undefined) script.doubt(named);
  if (script.dialect === 'posix' && script.mayRun) takePosixWord(script, place, raw);
}

function takePosixWord(script: OpenrcScript, place: OpenrcScript['place'], raw: string): void {
  for (const [, name = ''] of raw.startsWith("'") ? [] : raw.matchAll(ASSIGNED_DEFAULT)) {
    if (script.variables.isEmpty(name) !== 'fails') script.doubt(name, raw);
  }
  const isFirst = place === 'start' || place === 'assigned';
  if (!isFirst && place !== 'declaring') return;
  const { name: odd, quote } = ODD_ASSIGNMENT.exec(raw)?.groups ?? {};
  if (odd !== undefined && (quote === '' || place === 'declaring')) script.doubt(odd, raw);
  const [before = raw] = raw.split('=', 1);
  const word = before.replace(/["'\\]/g, '');
  const isHidden = word !== before && GIVING.test(word);
  if (/[$`]/.test(before) || (isFirst && isHidden)) takeAnything(script, raw, false);
}
