// Walks as far and as often as it is told: `npm run soak -- --seeds 10 --steps 200 --vscode 1.139`.
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { launchBrowserServer } from '../../hosts/launchBrowser';
import { HOSTS } from '../../hosts/pins';
import { ownTemporaryFolder } from '../../hosts/temporaryFolder';
import { shareSession } from '../workbench/session';
import { planSteps } from './plan';
import { shrunk } from './shrink';
import { takeWalk, type Broken } from './takeWalk';
import { soakTable, type Soaked } from './soakTable';
import { tell } from './tell';
import type { Walk } from './walk';
import { WalkEditor } from './walkEditor';
import type { Measured } from './witness/messages';

const USAGE = `npm run soak -- [--seeds 10] [--steps 200] [--vscode 1.139] [--from <first seed>] [--shrink] [--go-on]

  --from    the first of the seeds, a whole number; each next one is greater by one. Random unless given.
  --shrink  leaves out of a failing walk what it fails without, by walking again and again
  --go-on   does not end a walk at its first broken invariant, but reloads the window and goes on`;

/** How many of the steps before are told where a walk goes on. */
const LAST_STEPS = 8;

interface Options {
  readonly seeds: number;
  readonly steps: number;
  readonly vscode: string;
  readonly from: number;
  readonly shrink: boolean;
  readonly goOn: boolean;
}

function options(): Options {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '10' },
      steps: { type: 'string', default: '200' },
      vscode: { type: 'string', default: (HOSTS.at(-1) ?? HOSTS[0]).vscode },
      from: { type: 'string' },
      shrink: { type: 'boolean', default: false },
      'go-on': { type: 'boolean', default: false },
    },
  });
  const { vscode, shrink } = values;
  const [seeds, steps] = [Number(values.seeds), Number(values.steps)];
  const from = values.from === undefined ? randomInt(1_000_000) : Number(values.from);
  if (![seeds, steps, from].every(Number.isSafeInteger)) throw new Error(USAGE);
  return { seeds, steps, vscode, from, shrink, goOn: values['go-on'] };
}

async function main(): Promise<boolean> {
  ownTemporaryFolder('soak');
  const chosen = options();
  const { seeds, steps, vscode, from } = chosen;
  console.log(`VS Code ${vscode}: seeds ${from} to ${from + seeds - 1}, ${steps} steps each.`);
  const [editor, browser] = await Promise.all([WalkEditor.start(vscode), launchBrowserServer()]);
  try {
    const server = editor.address;
    shareSession({ vscode, browser: browser.wsEndpoint(), servers: { trusted: server, restricted: server } });
    const soaked: Soaked[] = [];
    for (let seed = from; seed < from + seeds; seed++) {
      soaked.push(await soak(editor, String(seed), chosen));
    }
    console.log(`\n${soakTable(soaked)}`);
    return soaked.every(({ broken }) => broken === 0);
  } finally {
    await Promise.all([browser.close(), editor.stop()]);
  }
}

async function soak(
  editor: WalkEditor,
  seed: string,
  { steps: count, shrink, goOn }: Options,
): Promise<Soaked> {
  const steps = planSteps(seed, count);
  const measured: Measured[] = [];
  const all: Broken[] = [];
  const report = (broken: Broken): void => {
    all.push(broken);
    console.log(tell(seed, steps, broken, goOn ? LAST_STEPS : undefined));
  };
  const started = Date.now();
  let done = 0;
  const onStep = async (walk: Walk, at: number): Promise<void> => {
    done = at;
    // A catalogue, a tree and the commands' own file are there only after some steps: growth is counted from there.
    if ([0, Math.ceil(count / 10), count].includes(at)) {
      measured.push(await walk.editor.witness.ask({ do: 'measure' }));
    }
  };
  const broken = await takeWalk(editor, { seed, steps, onStep, goOn: goOn ? report : undefined });
  if (broken !== undefined) {
    report(broken);
    if (shrink) await shrunk(editor, seed, steps.slice(0, broken.steps), broken.what);
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`seed ${seed}: ${done} steps, ${all.length} broken, ${seconds} s`);
  return { seed, steps: done, broken: all.length, seconds, measured };
}

main().then(
  (held) => process.exit(held ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
