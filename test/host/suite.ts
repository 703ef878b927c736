import { rejectOnPurpose } from '../hosts/control';
import { HostLogs, LOGS } from '../hosts/hostLogs';
import { Uncaught } from '../hosts/uncaught';
import { runMocha } from '../runner/runMocha';

/** Longer than a condition is waited for, whose error says what did not come. */
const TEST_MS = 45_000;

/** Called by VS Code inside its extension host; a rejection makes its exit code non-zero. */
export async function run(): Promise<void> {
  const uncaught = new Uncaught();
  uncaught.listen();
  const { passed, failed } = await runMocha(__dirname, TEST_MS, undefined, async () => {
    const texts = await uncaught.textsAfter(rejectOnPurpose);
    await untilLogged();
    return texts;
  });
  if (failed > 0) throw new Error(`${failed} of ${passed + failed} tests failed.`);
}

/** The extension host ends with this run, and what it has not logged by then it never will. */
async function untilLogged(): Promise<void> {
  const folder = process.env[LOGS];
  if (folder !== undefined) await new HostLogs(folder).newsUntilLogged();
}
