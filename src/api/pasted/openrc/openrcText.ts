import { takeAssignment, valueOf } from './openrcAssignment';
import { takeAnything, takeBlock, takeCommand, takeOtherWord } from './openrcCommand';
import { Heredocs } from './heredocs';
import {
  ASSIGNMENT,
  COMMAND,
  LEAVING_IN_COMMENT,
  OPENING_IN_COMMENT,
  OPERATOR,
  OTHER_FILE_IN_COMMENT,
  READ,
  UNSET,
} from './openrcPatterns';
import { OpenrcScript } from './openrcScript';
import { lineEnd } from './openrcValues';
import type { OpenrcVariables } from './openrcVariables';

const BLANKS = /(?:[ \t\r\f\v]|\\\r?\n)+/y;
const ANY_WORD = /[^\s;&|]+|[^]/y;
const STRING = /"[^"]*"|'[^']*'/y;
const REM = /@?(?:rem\s|::)/iy;
const PROCESS = /[<>](?=\()/y;

/**
 * Reads a file of assignments, from one word to the next. What a shell would not surely set is not taken for a value; nothing
 * of the file is run.
 */
export function readVariables(text: string): OpenrcVariables {
  return new OpenrcText(text).read();
}

class OpenrcText {
  readonly #script: OpenrcScript;
  readonly #heredocs: Heredocs;
  /** Within a comment that nothing ends: there only what has a command’s word before it is an assignment. */
  #inComment = false;
  #hasComments = false;
  /** What was last given to a variable, as it stands there. */
  readonly #sources = new Map<string, string>();

  constructor(text: string) {
    this.#script = new OpenrcScript(text);
    this.#heredocs = new Heredocs(this.#script);
  }

  read(): OpenrcVariables {
    const { text } = this.#script;
    while (this.#script.at < text.length) this.#step();
    return this.#script.variables;
  }

  #step(): void {
    const script = this.#script;
    if (script.take(BLANKS)) return;
    if (script.text.startsWith('\n', script.at)) this.#newLine();
    else if (this.#isComment()) this.#comment();
    else if (this.#inComment) this.#commented();
    else if (!this.#longText() && !this.#operator()) this.#word();
  }

  #newLine(): void {
    const script = this.#script;
    script.at++;
    if (!script.isJoined) script.separate();
    this.#heredocs.skip();
  }

  #isComment(): boolean {
    const script = this.#script;
    if (script.text.startsWith('#', script.at)) return true;
    return script.dialect === 'cmd' && script.place === 'start' && script.peek(REM);
  }

  #comment(): void {
    const script = this.#script;
    if (!script.isFolded) {
      script.at = lineEnd(script.text, script.at);
      return;
    }
    // A line has ended right before, or will end in what follows.
    if (!script.isJoined) script.separate();
    script.blocks.negate();
    script.blocks.blur();
    if (!script.take(REM)) script.at++;
    this.#inComment = true;
    this.#hasComments = true;
    // `#export OS_TOKEN=…`: what was taken out of use.
    if (!script.peek(COMMAND)) return;
    script.take(/\s+/y);
    const found = script.match(ASSIGNMENT);
    if (found === undefined) script.take(ANY_WORD);
    else script.at = valueOf(script, script.dialect === 'posix' ? { ...found, posix: '' } : found).end;
  }

  /** In a comment whose end is not known: what is only a command is taken for one. */
  #commented(): void {
    const script = this.#script;
    const { text, at } = script;
    const found = script.match(ASSIGNMENT);
    const { posix, name } = found ?? {};
    if (posix === '' && name !== undefined) {
      const value = valueOf(script, { posix });
      script.variables.mention(name, value);
      script.variables.hide(name, value);
    }
    script.at = at;
    // `cmd` has no such comments.
    const isCommand = found !== undefined && found.posix !== '' && (found.cmd ?? found.asked) === undefined;
    const isRem = found !== undefined && script.dialect === 'cmd' && (found.cmd ?? found.asked) !== undefined;
    if (isCommand || isRem || script.peek(OPENING_IN_COMMENT)) {
      this.#inComment = false;
      if (found !== undefined) this.#word();
    } else if (script.take(/&&|\|\|?/y)) script.join('&&');
    else if (script.take(LEAVING_IN_COMMENT)) script.blocks.doubtRest();
    else if (script.take(OTHER_FILE_IN_COMMENT)) takeAnything(script, text.slice(at, script.at), true);
    else if (!this.#namesInComment() && !this.#heredocs.take()) script.take(ANY_WORD);
  }

  #namesInComment(): boolean {
    const script = this.#script;
    const unset = script.match(UNSET)?.names;
    const names = unset ?? script.match(READ)?.names;
    for (const name of names?.trim().split(/\s+/) ?? []) {
      if (!name.startsWith('OS_')) continue;
      if (unset === undefined) script.variables.input(name);
      else script.variables.unset(name, { run: 'perhaps', isOpen: true });
    }
    return names !== undefined;
  }

  /** Text of PowerShell over several lines, or a comment of it. */
  #longText(): boolean {
    const script = this.#script;
    if (script.dialect !== 'powershell') return false;
    const opening = script.text.slice(script.at, script.at + 2);
    const closing = { '@"': '\n"@', "@'": "\n'@", '<#': '#>' }[opening];
    if (closing === undefined) return false;
    const end = script.text.indexOf(closing, script.at);
    if (end === -1) script.blocks.doubtRest();
    script.at = end === -1 ? script.at + 2 : end + closing.length;
    return true;
  }

  #operator(): boolean {
    const script = this.#script;
    if (script.dialect === 'powershell' && script.take(/[{}]/y)) {
      if (script.text.charAt(script.at - 1) === '{') script.blocks.open('}', 'perhaps');
      else script.blocks.close('}');
      script.place = 'start';
      return true;
    }
    if (this.#heredocs.take()) return true;
    if (script.take(PROCESS)) return true;
    const start = script.at;
    if (!script.take(OPERATOR)) return false;
    const operator = script.text.slice(start, script.at);
    if (operator === '(' || operator === ')') this.#parenthesis(operator);
    else if (operator.startsWith(';')) script.separate();
    else if (/^(?:&&|\|\|?&?|&)$/.test(operator)) script.join(operator.replace('|&', '|'));
    else {
      // The file of a redirection.
      script.take(BLANKS);
      if (!/[\s;&|()]|^$/.test(script.text.charAt(script.at))) script.word();
    }
    return true;
  }

  #parenthesis(operator: '(' | ')'): void {
    const script = this.#script;
    const { blocks } = script;
    const isPosix = script.dialect === 'posix';
    if (operator === '(') {
      script.begin();
      blocks.open(')', isPosix ? 'never' : 'perhaps', { isSubshell: isPosix });
      script.place = 'start';
    } else {
      const isClosed = blocks.close(')');
      if (blocks.isInCase) script.separate();
      else script.place = isClosed ? 'ended' : 'arguments';
    }
  }

  #word(): void {
    const script = this.#script;
    script.isJoined = false;
    if (takeAssignment(script, this.#isExample)) return;
    if (takeBlock(script) || takeCommand(script)) return;
    if (script.dialect !== 'posix' && script.take(STRING)) script.place = 'arguments';
    else takeOtherWord(script);
  }

  /** Where comments do not end, one of two values may be an example in a comment: nobody knows which. */
  readonly #isExample = (name: string, source: string): boolean => {
    const before = this.#sources.get(name) ?? source;
    this.#sources.set(name, source);
    return this.#script.isFolded && this.#hasComments && before !== source;
  };
}
