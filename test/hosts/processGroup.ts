import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';

const GRACE_MS = 5000;
const running = new Set<ChildProcess>();
let watching = false;

/**
 * Starts a program as the head of a process group of its own, so that everything it starts ends with it.
 * The group also ends with this process, however that ends.
 */
export function startGroup(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  watchOwnEnd();
  const child = spawn(command, args, { ...options, detached: true });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Ends a group and waits until its head is gone: asked first, killed when it does not listen. */
export async function endGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    signalGroup(child, 'SIGTERM');
    const killer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
    await gone;
    clearTimeout(killer);
  }
  signalGroup(child, 'SIGKILL');
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The whole group has ended already.
  }
}

function watchOwnEnd(): void {
  if (watching) return;
  watching = true;
  // Before the listeners that remove folders the programs write to.
  process.prependOnceListener('exit', () => running.forEach((child) => signalGroup(child, 'SIGKILL')));
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ] as const) {
    process.once(signal, () => {
      // Whoever else listens ends this process in its own time.
      if (process.listenerCount(signal) === 0) process.exit(128 + number);
    });
  }
}
