// Takes the place of VS Code's native logging module, which would have to be compiled: without one, every log
// and output channel of a host stays empty. Same exports, as far as VS Code uses them.
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'] as const;

class Logger {
  private level = 0;
  private withPrefix = true;

  constructor(private readonly file: string) {}

  trace = (text: string) => this.write(0, text);
  debug = (text: string) => this.write(1, text);
  info = (text: string) => this.write(2, text);
  warn = (text: string) => this.write(3, text);
  error = (text: string) => this.write(4, text);
  critical = (text: string) => this.write(5, text);

  getLevel(): number {
    return this.level;
  }

  /** @param level index of `LEVELS`; anything above is silence */
  setLevel(level: number): void {
    this.level = level;
  }

  /** From then on, texts bring their own time, level and line end. */
  clearFormatters(): void {
    this.withPrefix = false;
  }

  // Every text is in the file at once and has the one form that VS Code asks for.
  setPattern(): void {}
  flush(): void {}
  drop(): void {}

  private write(level: number, text: string): void {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    appendFileSync(this.file, this.withPrefix ? `${time} [${LEVELS[level] ?? ''}] ${text}\n` : text);
  }
}

export function createAsyncRotatingLogger(_name: string, file: string): Promise<Logger> {
  mkdirSync(dirname(file), { recursive: true });
  return Promise.resolve(new Logger(file));
}

export const createRotatingLogger = createAsyncRotatingLogger;

export function setFlushOn(): void {}
