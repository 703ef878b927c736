import type { Measured } from './witness/messages';

/** What the walk of one seed came to. */
export interface Soaked {
  readonly seed: string;
  readonly steps: number;
  readonly broken: number;
  readonly seconds: number;
  /** At the start, after a tenth of the steps, and at the end; fewer where the walk ended before. */
  readonly measured: readonly Measured[];
}

const HEAD = ['seed', 'steps', 'broken', 'seconds', 'heap, MiB', 'handles', 'sockets'];

/** Measurements stand as start → after a tenth → end. */
export function soakTable(soaked: readonly Soaked[]): string {
  const rows = soaked.map(({ seed, steps, broken, seconds, measured }) => [
    seed,
    String(steps),
    String(broken),
    String(seconds),
    measured.map(({ heap }) => (heap / 1024 ** 2).toFixed(1)).join(' → '),
    measured.map(({ handles }) => handles).join(' → '),
    measured.map(({ sockets }) => sockets).join(' → '),
  ]);
  const widths = HEAD.map((head, at) =>
    Math.max(...[head, ...rows.map((row) => row[at] ?? '')].map((cell) => cell.length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [line(HEAD), rule, ...rows.map(line)].join('\n');
}
