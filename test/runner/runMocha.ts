import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import { type Failure, type SuiteResult, writeResult } from './suiteResult';

/** Names what stands before every line of the reporter, where the lines share a console with others. */
export const LINE_MARK = 'TEST_LINE_MARK';

/** What stands in the place of a test's title for a failure that belongs to none. */
export const UNCAUGHT = 'nothing is left uncaught';

/**
 * Runs the built tests of a folder. Skipped and singled-out tests count as failures: both hide something.
 *
 * @param timeout milliseconds that a test may take
 * @param part which of its files: `1/2` is every other one from the first, `1/1` all
 * @param uncaught asked at the end for what no test has seen fail, each of which is a failed test, too
 */
export async function runMocha(
  folder: string,
  timeout: number,
  part = '1/1',
  uncaught: () => Promise<readonly string[]> = () => Promise.resolve([]),
): Promise<SuiteResult> {
  // An ES module, which an older extension host cannot `require`.
  const { default: Mocha } = await import('mocha');
  const mark = process.env[LINE_MARK];
  if (mark !== undefined) {
    Mocha.reporters.Base.consoleLog = (...values: unknown[]) => console.log(mark + format(...values));
  }
  const mocha = new Mocha({
    ui: 'bdd',
    timeout,
    slow: timeout / 20,
    color: (process.env.FORCE_COLOR ?? '0') !== '0',
    forbidOnly: true,
    forbidPending: true,
    ...(process.env.TEST_GREP === undefined ? {} : { grep: process.env.TEST_GREP }),
  });
  const files = partOf(
    readdirSync(folder)
      .filter((file) => file.endsWith('.test.js'))
      .sort(),
    part,
  );
  for (const file of files) mocha.addFile(join(folder, file));
  // Each file is a bundle with helpers of its own, which remove their temporary folders when the process ends.
  process.setMaxListeners(process.getMaxListeners() + files.length);

  const failures: Failure[] = [];
  let passed = 0;
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on('pass', () => passed++)
      .on('fail', (test, error: unknown) => {
        failures.push({ title: test.fullTitle(), message: messageOf(error) });
      });
  });
  failures.push(...(await uncaught()).map(asFailure));
  const result = { passed, failed: failures.length, failures };
  writeResult(result);
  return result;
}

/** @throws when `part` is none: nobody would miss the tests that it leaves out */
function partOf(files: readonly string[], part: string): readonly string[] {
  const [, number, count] = (/^([1-9]\d*)\/([1-9]\d*)$/.exec(part) ?? []).map(Number);
  if (number === undefined || count === undefined || number > count)
    throw new Error(`There is no part ${part}.`);
  return files.filter((_, at) => at % count === number - 1);
}

/** Said where the tests are said: no test has failed by it. */
function asFailure(message: string): Failure {
  console.log(`${process.env[LINE_MARK] ?? ''}  Nobody caught: ${message}`);
  return { title: UNCAUGHT, message };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
