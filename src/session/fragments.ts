import { randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that is being written grows all the time: one that has not for so long, milliseconds, was left. */
const LEFT_AFTER_MS = 60_000;

/** `<file>.<process>-<random>`; version 0.1.0 left the process out. */
const FRAGMENT = /\.jsonl\.(?:(?<process>\d+)-)?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Where a file is written before it takes the place of the one of this path. */
export function fragmentOf(path: string): string {
  return `${path}.${process.pid}-${randomUUID()}`;
}

/** Removes what windows have left in a folder that ended in the middle of writing. It never fails: it only tidies up. */
export async function removeFragments(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const fragments = names.filter((name) => FRAGMENT.test(name));
  await Promise.all(fragments.map((name) => removeIfLeft(folder, name)));
}

async function removeIfLeft(folder: string, name: string): Promise<void> {
  const path = join(folder, name);
  const writer = FRAGMENT.exec(name)?.groups?.process;
  try {
    const ended = writer !== undefined && !isAlive(Number(writer));
    if (ended || (await stat(path)).mtimeMs < Date.now() - LEFT_AFTER_MS) await rm(path, { force: true });
  } catch {
    // Another window was faster, or the system does not let it go: it is tried again at the next start.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process of another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
