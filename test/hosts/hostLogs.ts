import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isControl, unnoticed } from './control';
import { isForeign } from './uncaught';
import { until } from './until';

/** An entry begins with its time and level, and may have several lines. */
const ENTRY = /^(?=\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} \[)/m;
/**
 * What an extension tells begins with its name in brackets, and what the editor tells has no stack. A text that is
 * rejected has none either: the linter lets nobody reject anything but errors.
 */
const ERROR = /^[\d-]+ [\d:.]+ \[error\] (?!\[)[^]*\n\s+at /;
/**
 * Of the socket that the editor hands to its extension host, when the page at its other end goes: the editor logs that. In the
 * process itself `Uncaught` would see one that is an extension's.
 */
const PAGE_GONE = /\[error\] Error: read ECONNRESET\n\s+at TCP\.onStreamRead \(node:internal\/[^\n]*\)$/;
const MOST_LINES = 6;
/** A rejection is logged after a second, and a busy machine takes its time. */
const LOGGED_MS = 45_000;

/** Names the folder of the logs, for tests inside an extension host. */
export const LOGS = 'TEST_LOGS';

/** What was written since the logs were last read. */
export interface LogNews {
  /** All of it, whoever wrote it. */
  readonly text: string;
  /** What nobody in an extension host has caught: its first lines. */
  readonly uncaught: readonly string[];
}

/**
 * The log files under a server's data folder, each text of which is read once. Extension hosts write there what is not
 * caught: an exception at once, a rejection after a second, both as a plain error with its stack.
 */
export class HostLogs {
  readonly #read = new Map<string, number>();

  /** @param folder as `ServerFolders.data` */
  constructor(private readonly folder: string) {}

  news(): LogNews {
    const { text, uncaught } = this.#allNews();
    return { text, uncaught: uncaught.filter((entry) => !isControl(entry)) };
  }

  /**
   * The last news: once what is rejected now is logged, so is all that was rejected before.
   * @param reject leaves the controls behind; that one of them is not logged is among what is uncaught
   */
  async newsAfter(reject: () => Promise<unknown>): Promise<LogNews> {
    const before = this.news();
    await reject();
    const after = await this.newsUntilLogged();
    return { text: before.text + after.text, uncaught: [...before.uncaught, ...after.uncaught] };
  }

  /** The same, where the controls were left behind since the logs were last read. @param deadline milliseconds */
  async newsUntilLogged(deadline = LOGGED_MS): Promise<LogNews> {
    let text = '';
    const uncaught: string[] = [];
    const isLogged = (): boolean => {
      const news = this.#allNews();
      text += news.text;
      uncaught.push(...news.uncaught);
      return unnoticed(uncaught).length === 0;
    };
    await until(isLogged, 'the controls', deadline).catch(() => undefined);
    return { text, uncaught: [...unnoticed(uncaught), ...uncaught.filter((entry) => !isControl(entry))] };
  }

  #allNews(): LogNews {
    const news = logFiles(this.folder).map((file) => ({ file, text: this.#newsOf(file) }));
    return {
      text: news.map(({ text }) => text).join(''),
      uncaught: news.flatMap(({ file, text }) =>
        /^(remote)?exthost\.log$/.test(basename(file)) ? uncaughtIn(text) : [],
      ),
    };
  }

  #newsOf(file: string): string {
    const from = this.#read.get(file) ?? 0;
    const open = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(Math.max(fstatSync(open).size - from, 0));
      readSync(open, bytes, 0, bytes.length, from);
      this.#read.set(file, from + bytes.length);
      return bytes.toString();
    } finally {
      closeSync(open);
    }
  }
}

/** The errors that an extension host's log tells of, those of VS Code's own parts left out. */
function uncaughtIn(text: string): readonly string[] {
  return text
    .split(ENTRY)
    .filter((entry) => ERROR.test(entry) && !isForeign(entry) && !PAGE_GONE.test(entry.trim()))
    .map((entry) => entry.split('\n').slice(0, MOST_LINES).join('\n').trim());
}

function logFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.log'))
    .map((entry) => join(entry.parentPath, entry.name));
}
