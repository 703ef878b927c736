// Runs every check, or those named (`node run.js types unit host e2e:1.139`), and adds up what they came to.
import { findChromium } from './hosts/findChromium';
import { hostsRunHere, installHost } from './hosts/installHost';
import { packageExtension, VSIX } from './hosts/packageExtension';
import { HOSTS } from './hosts/pins';
import { E2E_CHECKS, HOST_CHECKS, STATIC_CHECKS, UNIT_CHECK, type Check } from './runner/checks';
import { runCheck, type Outcome } from './runner/runCheck';

const named = process.argv.slice(2);
const outcomes: Outcome[] = [];

async function main(): Promise<void> {
  rejectUnknownNames();
  // What takes longest comes first, so that both ways end at about the same time.
  const editors = hostsRunHere() ? [...E2E_CHECKS, ...HOST_CHECKS].filter(isWanted) : [];
  // Fetching waits for the network while the static checks keep the processors busy.
  const fetching = editors.length > 0 ? Promise.all([fetchAll(), packageOnce()]) : Promise.resolve();

  // Two at a time: the linter takes as long as the other static checks together, and a test in an editor waits longer
  // than it computes.
  const statics = STATIC_CHECKS.filter(isWanted);
  const unit = [UNIT_CHECK].filter(isWanted);
  const show = unit.length + editors.length > 1 ? 'named' : 'live';
  const inEditors = async (): Promise<void> => {
    await fetching;
    for (let next = editors.shift(); next !== undefined; next = editors.shift())
      await runInTurn([next], show);
  };
  await Promise.all([
    runQuietly(statics.filter(({ name }) => name !== 'lint'))
      .then(() => runInTurn(unit, show))
      .then(inEditors),
    runQuietly(statics.filter(({ name }) => name === 'lint')).then(inEditors),
  ]);

  if (!hostsRunHere()) {
    console.log(
      `Not run on ${process.platform} ${process.arch}: the host and end-to-end tests need Linux x64. ` +
        '`npm run test:desktop` runs the host tests in a desktop VS Code.',
    );
  }
}

/** `host` names the host checks of every version. */
function isWanted(check: Check): boolean {
  return named.length === 0 || named.some((name) => check.name === name || check.name.startsWith(`${name}:`));
}

function rejectUnknownNames(): void {
  const checks = [...STATIC_CHECKS, UNIT_CHECK, ...HOST_CHECKS, ...E2E_CHECKS].map((check) => check.name);
  const unknown = named.find(
    (name) => !checks.some((check) => check === name || check.startsWith(`${name}:`)),
  );
  if (unknown !== undefined) throw new Error(`There is no check ${unknown}, only ${checks.join(', ')}.`);
}

/** What cannot be fetched is told here in a line and by each check that then fails. */
async function fetchAll(): Promise<void> {
  for (const { reason } of (await Promise.allSettled([findChromium(), ...HOSTS.map(installHost)])).filter(
    (attempt) => attempt.status === 'rejected',
  )) {
    console.error(reason instanceof Error ? reason.message : reason);
  }
}

/** For all checks that install it; one that has none makes its own, or says why it cannot. */
async function packageOnce(): Promise<void> {
  await packageExtension().then(
    (path) => (process.env[VSIX] = path),
    (error: unknown) => console.error(error),
  );
}

async function runQuietly(row: readonly Check[]): Promise<void> {
  for (const check of row) {
    const outcome = await runCheck(check, 'later');
    outcomes.push(outcome);
    report(outcome);
    if (outcome.failed > 0) console.log(outcome.output.trim());
  }
}

async function runInTurn(row: readonly Check[], show: 'live' | 'named'): Promise<void> {
  for (const check of row) {
    console.log(`\n== ${check.name}`);
    const outcome = await runCheck(check, show);
    outcomes.push(outcome);
    report(outcome);
  }
}

function report({ check, passed, failed, seconds }: Outcome): void {
  console.log(`${check.name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`);
}

function summarise(): number {
  const failures = outcomes.flatMap(({ check, failures }) => failures.map((one) => ({ check, ...one })));
  if (failures.length > 0) console.log('\nFailed:');
  for (const { check, title, message } of failures) {
    console.log(`- ${check.name}: ${title}\n    ${message.split('\n').slice(0, 4).join('\n    ')}`);
  }
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

main().then(
  () => process.exit(summarise()),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
