import type { RawValue } from './openrcValues';
import { OpenrcVariables, type Circumstances } from './openrcVariables';
import { DIALECTS } from './openrcPatterns';
import { ShellBlocks } from './shellBlocks';
import { ShellWordEnds } from './shellWord';

/** The named parts of what a pattern has found. */
export type ScriptGroups = Readonly<Record<string, string | undefined>>;

/**
 * Where in a command the reading is: at its start; behind an assignment, which a program may follow; behind `export`; behind
 * another word; or behind what nothing of the same command can follow.
 */
type Place = 'start' | 'assigned' | 'declaring' | 'arguments' | 'ended';

const NEXT_WORD = /[^\s;&|(){}<>]+|[^]/y;

/** A file of assignments that is being read: how far, and what is known there. */
export class OpenrcScript {
  readonly variables: OpenrcVariables;
  readonly blocks = new ShellBlocks();
  readonly dialect: keyof typeof DIALECTS;
  /** Line ends have become blanks. */
  readonly isFolded: boolean;
  readonly ends: ShellWordEnds;
  at = 0;
  place: Place = 'start';
  /** What was set by assignments that a program may follow, for which alone they would be. */
  readonly assigned: string[] = [];
  /** The command goes on in the next line. */
  isJoined = false;
  /** The command gives values to what its words name. */
  isNaming = false;

  constructor(readonly text: string) {
    this.isFolded = !/\n/.test(text.trim());
    this.variables = new OpenrcVariables(text, this.isFolded);
    this.dialect = dialectOf(text);
    this.ends = new ShellWordEnds(text);
  }

  get now(): Circumstances {
    return { run: this.blocks.run, isOpen: this.blocks.isInFunction };
  }

  /** Where line ends are lost, what seems to be skipped may be in another line. */
  get mayRun(): boolean {
    return this.isFolded || this.blocks.run !== 'never';
  }

  /** `;`, or the end of a line. */
  separate(): void {
    this.blocks.separate();
    this.#begin();
  }

  /** `&&`, `||`, `|` or `&`. */
  join(operator: string): void {
    // In a shell of their own, they are not set here.
    for (const name of this.blocks.join(operator)) this.doubt(name);
    this.#begin();
    this.isJoined = operator !== '&';
  }

  /** At the word that begins a command. Where line ends are lost, one may have stood before it. */
  begin(): void {
    if (this.place === 'start') return;
    if (this.isFolded && (this.place !== 'arguments' || !this.blocks.isChained)) this.separate();
    // `OS_X=… export …` sets it in some shells.
    else this.doubtAssigned();
  }

  /** Whether a command’s word means one here. */
  get mayBegin(): boolean {
    return this.isFolded || this.place === 'start' || this.place === 'assigned';
  }

  /** A program is run with them alone. */
  doubtAssigned(): void {
    for (const name of this.assigned.splice(0)) this.doubt(name);
  }

  doubt(name: string, source = name): void {
    if (this.mayRun) this.variables.doubt(name, source, this.now.isOpen);
  }

  /** The next word, with its quotes; without what a shell knows of them in other dialects. */
  word(): RawValue & { readonly raw: string } {
    const start = this.at;
    const end = this.dialect === 'posix' ? this.ends.end(start) : undefined;
    if (end === undefined || end === start) {
      if (this.dialect === 'posix' && this.ends.isBroken) this.blocks.doubtRest();
      this.take(NEXT_WORD);
    } else this.at = end;
    return { start, end: this.at, word: undefined, raw: this.text.slice(start, this.at) };
  }

  take(pattern: RegExp): boolean {
    return this.match(pattern) !== undefined;
  }

  match(pattern: RegExp): ScriptGroups | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return undefined;
    this.at = pattern.lastIndex;
    return found.groups ?? {};
  }

  /** What a pattern finds here, without going on. */
  peek(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }

  #begin(): void {
    this.place = 'start';
    this.assigned.length = 0;
    this.isNaming = false;
  }
}

/** Of the first assignment. */
function dialectOf(text: string): keyof typeof DIALECTS {
  const places = Object.entries(DIALECTS).map(([dialect, pattern]) => ({
    dialect,
    at: text.search(pattern),
  }));
  const [first] = places.filter(({ at }) => at !== -1).sort((one, other) => one.at - other.at);
  return first?.dialect === 'cmd' || first?.dialect === 'powershell' ? first.dialect : 'posix';
}
