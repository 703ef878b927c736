import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../hosts/root';
import { removeFolder, temporaryEnvironment, temporaryFolder } from '../hosts/temporaryFolder';
import type { Check } from './checks';
import { readResult, RESULT_FILE, type SuiteResult } from './suiteResult';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What a check came to, with what it printed if that was held back. */
export interface Outcome extends SuiteResult {
  readonly check: Check;
  readonly seconds: number;
  readonly output: string;
}

/**
 * Runs a check in a process of its own, with a temporary folder of its own that goes with all that was left in it.
 *
 * @param show `live`: what it prints appears at once; `named`: each line of it behind the check's name, for one of
 *   several at a time; `later`: it is kept in the outcome
 */
export async function runCheck(check: Check, show: 'live' | 'named' | 'later'): Promise<Outcome> {
  const start = Date.now();
  const folder = temporaryFolder('check');
  try {
    const { code, output } = await run(check, folder, show);
    const result =
      check.counts === 'tests'
        ? countTests(check, code, readResult(resultFile(folder)))
        : countOne(check, code);
    return { check, seconds: (Date.now() - start) / 1000, output, ...result };
  } finally {
    removeFolder(folder);
  }
}

function resultFile(folder: string): string {
  return join(folder, 'result.json');
}

function run(
  check: Check,
  folder: string,
  show: 'live' | 'named' | 'later',
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const piped = show === 'live' ? 'inherit' : 'pipe';
    const child = spawn(process.execPath, check.args, {
      cwd: ROOT,
      env: {
        ...process.env,
        ...temporaryEnvironment(folder),
        [RESULT_FILE]: resultFile(folder),
        ...colours(),
      },
      stdio: ['ignore', piped, piped],
    });
    endWithThis(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr].filter((stream) => stream !== null)) {
      createInterface(stream).on('line', (line) => {
        if (show === 'named') console.log(`${check.name} | ${line}`);
        else output += `${line}\n`;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

const running = new Set<ChildProcess>();

/** Who interrupts this process ends the checks first, which end what they have started: only then their folders can go. */
function endWithThis(child: ChildProcess): void {
  if (running.size === 0) for (const signal of SIGNALS) process.on(signal, endAll);
  running.add(child);
  child.once('close', () => {
    running.delete(child);
    if (running.size === 0) for (const signal of SIGNALS) process.off(signal, endAll);
  });
}

function endAll(signal: NodeJS.Signals): void {
  for (const child of running) {
    child.once('close', () => {
      if (running.size === 0) process.exit(1);
    });
    child.kill(signal);
  }
}

/** Checks write to a pipe or a file, so they cannot see what this process writes to. */
function colours(): NodeJS.ProcessEnv {
  return process.stdout.isTTY ? { FORCE_COLOR: '1' } : { FORCE_COLOR: undefined, NO_COLOR: '1' };
}

function countOne(check: Check, code: number | null): SuiteResult {
  return code === 0
    ? { passed: 1, failed: 0, failures: [] }
    : failedAs(check, `ended with code ${code ?? 'none'}`);
}

/** A suite that left no result, ran nothing, or ended badly with nothing failed, has itself failed. */
function countTests(check: Check, code: number | null, result: SuiteResult | undefined): SuiteResult {
  if (!result) return failedAs(check, `ended with code ${code ?? 'none'} and no result`);
  if (result.passed + result.failed === 0) return failedAs(check, 'ran no test');
  if (result.failed === 0 && code !== 0) {
    return { ...failedAs(check, `ended with code ${code ?? 'none'} after its tests`), passed: result.passed };
  }
  return result;
}

function failedAs(check: Check, message: string): SuiteResult {
  return { passed: 0, failed: 1, failures: [{ title: check.name, message }] };
}
