import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../hosts/root';
import type { Check } from './checks';
import { readResult, RESULT_FILE, type SuiteResult } from './suiteResult';

/** What a check came to, with what it printed if that was held back. */
export interface Outcome extends SuiteResult {
  readonly check: Check;
  readonly seconds: number;
  readonly output: string;
}

/**
 * Runs a check in a process of its own.
 *
 * @param show `live`: what it prints appears at once; `later`: it is kept in the outcome
 */
export async function runCheck(check: Check, show: 'live' | 'later'): Promise<Outcome> {
  const start = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  const file = join(folder, 'result.json');
  try {
    const { code, output } = await run(check, file, show);
    const result =
      check.counts === 'tests' ? countTests(check, code, readResult(file)) : countOne(check, code);
    return { check, seconds: (Date.now() - start) / 1000, output, ...result };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(
  check: Check,
  resultFile: string,
  show: 'live' | 'later',
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const piped = show === 'live' ? 'inherit' : 'pipe';
    const child = spawn(process.execPath, check.args, {
      cwd: ROOT,
      env: { ...process.env, [RESULT_FILE]: resultFile, ...colours() },
      stdio: ['ignore', piped, piped],
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
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
