import { Uncaught } from '../hosts/uncaught';
import { runMocha } from '../runner/runMocha';

const TEST_MS = 30_000;

/** Called by VS Code inside its extension host; a rejection makes its exit code non-zero. */
export async function run(): Promise<void> {
  const uncaught = new Uncaught();
  uncaught.listen();
  const { passed, failed } = await runMocha(__dirname, TEST_MS, () => uncaught.texts());
  if (failed > 0) throw new Error(`${failed} of ${passed + failed} tests failed.`);
}
