import { join } from 'node:path';
import { HOSTS } from '../hosts/pins';
import { ROOT } from '../hosts/root';

const UNIT_TEST_MS = 10_000;

/** One program of `npm test`. */
export interface Check {
  /** As named on the command line: `unit`, `host:1.100`. */
  readonly name: string;
  /** Arguments for this Node. */
  readonly args: readonly string[];
  /** `exit`: the program as a whole is one check. `tests`: it reports how many tests passed and failed. */
  readonly counts: 'exit' | 'tests';
}

const tool = (path: string) => join(ROOT, 'node_modules', path);
const built = (path: string) => join(ROOT, 'out', 'test', path);

/** What can be said without running anything. */
export const STATIC_CHECKS: readonly Check[] = [
  { name: 'types', args: [tool('typescript/bin/tsc'), '--noEmit'], counts: 'exit' },
  { name: 'lint', args: [tool('eslint/bin/eslint.js'), '.'], counts: 'exit' },
  { name: 'format', args: [tool('prettier/bin/prettier.cjs'), '--check', '.'], counts: 'exit' },
];

export const UNIT_CHECK: Check = {
  name: 'unit',
  args: [built('runner/mocha.main.js'), built('unit'), String(UNIT_TEST_MS)],
  counts: 'tests',
};

/** The checks inside a real VS Code of each version: in the newest, which takes longest, first. */
export const HOST_CHECKS: readonly Check[] = HOSTS.toReversed().map(({ vscode }) =>
  editorCheck('host', vscode),
);

/** Of the newest, where many more tests run, two of a kind take about as long as each other check, and run side by side. */
const PARTS_OF_NEWEST = ['1/2', '2/2'] as const;

/** The checks in the window of a real VS Code of each version, in the same order. */
export const E2E_CHECKS: readonly Check[] = HOSTS.toReversed().flatMap(({ vscode }, at) =>
  // Of a few tests that are asked for by name, all may be in one part.
  at === 0 && process.env.TEST_GREP === undefined
    ? PARTS_OF_NEWEST.map((part) => editorCheck('e2e', vscode, part))
    : editorCheck('e2e', vscode),
);

function editorCheck(kind: 'host' | 'e2e', vscode: string, ...part: readonly string[]): Check {
  const name = [kind, vscode, ...part].join(':');
  return { name, args: [built(`${kind}/run.js`), vscode, ...part], counts: 'tests' };
}
