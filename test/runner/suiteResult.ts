import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a suite came to, handed from the process that ran it to the one that adds up. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly Failure[];
}

export interface Failure {
  readonly title: string;
  readonly message: string;
}

/** Names the file that a suite's result is written to. */
export const RESULT_FILE = 'TEST_RESULT_FILE';

export function writeResult(result: SuiteResult): void {
  const file = process.env[RESULT_FILE];
  if (file === undefined) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(result));
}

/** @returns `undefined` when the suite left no result */
export function readResult(file: string): SuiteResult | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SuiteResult;
  } catch {
    return undefined;
  }
}
