import { leastRun, runAfter, runUnless, type WillRun, type ExitStatus } from './willRun';

/** What encloses a place of a script: `if … fi`, `{ … }`, `( … )`, the body of a function. */
interface Block {
  readonly closing: string;
  /** For what stands in it now: the branches of `if` differ. */
  run: WillRun;
  /** For the branches that follow. */
  rest: WillRun;
  readonly isFunction: boolean;
  readonly isSubshell: boolean;
  list: List;
  /** Of the last command that has ended. */
  status: ExitStatus;
  /** The variables that are set in it. */
  readonly names: Set<string>;
}

/** Commands joined by `&&`, `||` and `|`. */
interface List {
  readonly run: WillRun;
  /** Of what stands before the command that has been reached. */
  readonly before: ExitStatus;
  /** Of that command. */
  status: ExitStatus;
  hasCommand: boolean;
  isNegated: boolean;
  readonly names: Set<string>;
}

const newList = (): List => ({
  run: 'surely',
  before: 'unknown',
  status: 'unknown',
  hasCommand: false,
  isNegated: false,
  names: new Set(),
});

/** Where in a script of a shell the reading has come to, and whether the shell comes there. */
export class ShellBlocks {
  readonly #blocks: Block[] = [];
  #top = this.#opened('', 'surely', {});
  /** What `exit` and `return` leave of the rest. */
  #rest: WillRun = 'surely';

  get run(): WillRun {
    return leastRun(this.#rest, leastRun(this.#top.run, this.#top.list.run));
  }

  /** Whether it depends on the command before whether this one is run. */
  get isChained(): boolean {
    return this.#top.list.run !== 'surely';
  }

  /** When a function is called is not followed. */
  get isInFunction(): boolean {
    return this.#top.isFunction;
  }

  get isInCase(): boolean {
    return this.#top.closing === 'esac';
  }

  open(
    closing: string,
    run: WillRun,
    kind: { readonly isFunction?: boolean; readonly isSubshell?: boolean } = {},
  ): void {
    this.began();
    this.#blocks.push(this.#top);
    this.#top = this.#opened(closing, leastRun(this.run, run), {
      isFunction: this.#top.isFunction || kind.isFunction,
      isSubshell: this.#top.isSubshell || kind.isSubshell,
    });
  }

  /** @returns whether a block of this kind was open */
  close(closing: string): boolean {
    if (this.#top.closing !== closing) return false;
    const { names } = this.#top;
    this.#top = this.#blocks.pop() ?? this.#top;
    for (const name of names) this.set(name);
    this.ends('unknown');
    return true;
  }

  /** `then`, `else`, `elif`, of the `if` that is open. */
  branch(word: string): void {
    this.separate();
    const block = this.#top;
    if (block.closing !== 'fi') return;
    if (word !== 'then') {
      block.run = block.rest;
      return;
    }
    const { run, status } = block;
    block.run = leastRun(run, runAfter(status));
    block.rest = leastRun(run, runUnless(status));
  }

  /** A variable is set here. */
  set(name: string): void {
    this.#top.list.names.add(name);
    this.#top.names.add(name);
  }

  began(): void {
    this.#top.list.hasCommand = true;
  }

  /** What the command that has been reached ends with. */
  ends(status: ExitStatus): void {
    this.began();
    this.#top.list.status = status;
  }

  /** `;`, or the end of a line. */
  separate(): void {
    const { list } = this.#top;
    if (list.hasCommand) this.#top.status = statusOf(list);
    this.#top.list = newList();
  }

  /** @returns the variables that were set in a shell of their own, and are not set here */
  join(operator: string): readonly string[] {
    const { list } = this.#top;
    if (operator === '&&' || operator === '||') {
      const before = statusOf(list);
      const run = operator === '&&' ? runAfter(before) : runUnless(before);
      this.#top.list = { ...newList(), run, before, hasCommand: true, names: list.names };
      return [];
    }
    this.separate();
    if (operator === '|') this.#top.list = { ...newList(), run: 'perhaps', hasCommand: true };
    return [...list.names];
  }

  /** `return` or `exit`. A function that returns ends for itself. */
  leave(isReturn: boolean): void {
    const { isFunction, isSubshell } = this.#top;
    if (isSubshell || (isFunction && isReturn)) return;
    if (this.run === 'surely' && !isFunction) this.#rest = 'never';
    else if (this.run !== 'never') this.doubtRest();
  }

  /** `!`, or whatever leaves it unknown what the command ends with. */
  negate(): void {
    this.#top.list.isNegated = true;
  }

  /** Where one of the blocks ends, or has another branch, may be overlooked from here on. */
  blur(): void {
    for (const block of [...this.#blocks.slice(1), this.#top]) {
      if (block.closing === '') continue;
      block.run = 'perhaps';
      block.rest = 'perhaps';
    }
  }

  /** Nobody knows whether the rest is run. */
  doubtRest(): void {
    this.#rest = leastRun(this.#rest, 'perhaps');
  }

  #opened(closing: string, run: WillRun, { isFunction = false, isSubshell = false }): Block {
    const [list, names] = [newList(), new Set<string>()];
    return { closing, run, rest: 'perhaps', isFunction, isSubshell, list, names, status: 'unknown' };
  }
}

/** After what is skipped, the status is that of what came before. */
function statusOf({ run, before, status, isNegated }: List): ExitStatus {
  if (isNegated) return 'unknown';
  if (run === 'surely') return status;
  return run === 'never' ? before : 'unknown';
}
