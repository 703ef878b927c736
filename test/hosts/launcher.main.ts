#!/usr/bin/env node
// Stands in for a desktop VS Code: takes its test arguments and runs the tests in VS Code in a browser.
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { LINE_MARK, UNCAUGHT } from '../runner/runMocha';
import { readResult, RESULT_FILE, writeResult } from '../runner/suiteResult';
import { CodeServer } from './codeServer';
import { HostLogs, LOGS } from './hostLogs';
import { installHost } from './installHost';
import { launchBrowser } from './launchBrowser';
import { HOSTS, hostPin } from './pins';
import { ROOT } from './root';
import { temporaryFolder } from './temporaryFolder';

const RUN_MS = 900_000;

const VSCODE = process.env.VSCODE_TEST_HOST ?? HOSTS[0].vscode;

/** Tells the tests' own lines from the workbench's, which are many and go to a file. */
const MARK = 'test> ';
const LOG_FILE = join(ROOT, 'out', 'logs', `host-${VSCODE}.log`);

interface TestArguments {
  readonly extension: string;
  readonly tests: string;
  readonly folder: string;
  readonly trusted: boolean;
}

/** The arguments that `@vscode/test-electron` passes; all others of the desktop's mean nothing here. */
function testArguments(): TestArguments {
  const { values, positionals } = parseArgs({
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      'disable-workspace-trust': { type: 'boolean' },
    },
  });
  const { extensionDevelopmentPath: extension, extensionTestsPath: tests } = values;
  if (typeof extension !== 'string' || typeof tests !== 'string') {
    throw new Error('Both --extensionDevelopmentPath= and --extensionTestsPath= are needed.');
  }
  const trusted = values['disable-workspace-trust'] === true;
  return { extension, tests, folder: positionals[0] ?? extension, trusted };
}

/** @returns the exit code that the extension host reports */
async function runTests(server: CodeServer, browser: Browser, args: TestArguments): Promise<number> {
  const context = await browser.newContext({
    // Nobody looks at it.
    viewport: { width: 1024, height: 640 },
    reducedMotion: 'reduce',
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();

  const finished = new Promise<number>((resolve, reject) => {
    const deadline = setTimeout(
      () => reject(new Error(`The tests did not end in ${RUN_MS / 60_000} min.`)),
      RUN_MS,
    );
    const end = (code: number) => {
      clearTimeout(deadline);
      resolve(code);
    };
    page.once('crash', () => reject(new Error('The page crashed.')));
    void page.exposeFunction('codeAutomationExit', end);
  });
  await mkdir(dirname(LOG_FILE), { recursive: true });
  const log = createWriteStream(LOG_FILE);
  await page.exposeFunction('codeAutomationLog', (_type: string, values: unknown[]) => {
    const line = format(...values);
    if (line.startsWith(MARK)) console.log(line.slice(MARK.length));
    else log.write(`${line}\n`);
  });

  const remote = (path: string) => `vscode-remote://${server.authority}${path}`;
  await page.goto(
    server.address(args.folder, [
      ['extensionDevelopmentPath', remote(args.extension)],
      ['extensionTestsPath', remote(args.tests)],
      ['skipWelcome', 'true'],
    ]),
  );
  return finished;
}

/** Adds what the log tells of to what the tests came to. @returns how many were not told of by themselves */
function addFailures(uncaught: readonly string[]): number {
  const result = readResult(process.env[RESULT_FILE] ?? '') ?? { passed: 0, failed: 0, failures: [] };
  const messages = uncaught.map((entry) => entry.replace(/^.*? \[error\] /, ''));
  const added = messages.filter((message) => {
    const [first = ''] = message.split('\n');
    return !result.failures.some((failure) => failure.message.includes(first));
  });
  for (const message of added) console.log(`  Nobody caught: ${message}`);
  const failures = [...result.failures, ...added.map((message) => ({ title: UNCAUGHT, message }))];
  if (added.length > 0) writeResult({ passed: result.passed, failed: failures.length, failures });
  return added.length;
}

async function main(): Promise<number> {
  const args = testArguments();
  const host = await installHost(hostPin(VSCODE));
  const folder = temporaryFolder('host');
  const data = join(folder, 'data');
  const server = await CodeServer.start(host, {
    data,
    extensions: join(folder, 'extensions'),
    workspaceTrust: args.trusted ? 'off' : 'asked',
    extensionTests: true,
    env: { [LINE_MARK]: MARK, [LOGS]: data },
  });
  const browser = await launchBrowser('testing');
  try {
    const code = await runTests(server, browser, args);
    // The tests have left the controls behind.
    const { uncaught } = await new HostLogs(data).newsUntilLogged();
    return addFailures(uncaught) > 0 ? 1 : code;
  } finally {
    await browser.close();
    await server.stop();
  }
}

main().then(
  (code) => {
    if (code !== 0) console.log(`VS Code's own log: ${LOG_FILE}`);
    process.exit(code);
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
