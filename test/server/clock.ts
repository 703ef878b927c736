/** The time the server believes in: the system's, unless a test moves it. All instants are milliseconds since 1970. */
export class Clock {
  private offset = 0;

  now(): number {
    return Date.now() + this.offset;
  }

  set(instant: Date | number): void {
    this.offset = Number(instant) - Date.now();
  }

  advance(seconds: number): void {
    this.offset += seconds * 1000;
  }

  reset(): void {
    this.offset = 0;
  }

  /** The present as the API writes it: `YYYY-MM-DDTHH:MM:SSZ`. */
  iso(): string {
    return isoSeconds(this.now());
  }
}

export function isoSeconds(millis: number): string {
  return new Date(millis).toISOString().replace(/\.\d+Z$/, 'Z');
}
