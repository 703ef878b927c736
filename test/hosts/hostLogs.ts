import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** How VS Code writes down what nobody has caught, in an extension host's log and in the window's. */
const UNCAUGHT =
  /rejected promise not handled|unhandled ?rejection|uncaught ?exception|An unknown error occurred|TreeError|UriError|Cannot resolve tree item|Error: .*conoha-images/i;

/** What is known of VS Code itself, with nothing installed. */
const ITS_OWN: readonly RegExp[] = [];

/** The log files under a server's data folder, of which each text is read once. */
export class HostLogs {
  readonly #read = new Map<string, number>();

  /** @param folder as `ServerFolders.data` */
  constructor(private readonly folder: string) {}

  /** What was written since it was last asked for. */
  news(): string {
    return logFiles(this.folder)
      .map((file) => this.#newsOf(file))
      .join('');
  }

  #newsOf(file: string): string {
    const from = this.#read.get(file) ?? 0;
    const open = openSync(file, 'r');
    try {
      const { size } = fstatSync(open);
      const bytes = Buffer.alloc(Math.max(size - from, 0));
      readSync(open, bytes, 0, bytes.length, from);
      this.#read.set(file, from + bytes.length);
      return bytes.toString();
    } finally {
      closeSync(open);
    }
  }
}

/** The lines of a log that tell of something that nobody has caught. */
export function uncaughtIn(text: string): readonly string[] {
  return text.split('\n').filter((line) => UNCAUGHT.test(line) && !ITS_OWN.some((own) => own.test(line)));
}

function logFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.log'))
    .map((entry) => join(entry.parentPath, entry.name));
}
