import type { Step } from './steps';
import { takeWalk } from './takeWalk';
import { tell } from './tell';
import type { WalkEditor } from './walkEditor';

/** How many walks are taken at the most to make a failing one shorter. */
const MOST_WALKS = 40;

/**
 * Leaves out what a failing walk fails without: half of it, a quarter, at last single steps. Each attempt is a walk in a
 * window of its own, and counts when the same kind of thing is broken. Prints what is left.
 * @param steps up to the one that failed
 */
export async function shrunk(
  editor: WalkEditor,
  seed: string,
  steps: readonly Step[],
  what: string,
): Promise<readonly Step[]> {
  let walks = 0;
  let left = steps;
  const fails = async (attempt: readonly Step[]): Promise<boolean> => {
    walks++;
    const broken = await takeWalk(editor, { seed, steps: attempt });
    return broken !== undefined && kindOf(broken.what) === kindOf(what);
  };
  for (let size = Math.floor(left.length / 2); size >= 1; size = Math.floor(size / 2)) {
    // From the end: what stands last was done for the failure, more often than not.
    for (let end = left.length - 1; end > 0 && walks < MOST_WALKS; end -= size) {
      const attempt = [...left.slice(0, Math.max(end - size, 0)), ...left.slice(end)];
      if (await fails(attempt)) left = attempt;
    }
  }
  console.log(`Shortened by ${walks} walks:\n${tell(seed, left, { steps: left.length, what })}`);
  return left;
}

/** Without what differs from one walk to another: names, counts, ports. */
function kindOf(what: string): string {
  return what.replace(/“[^”]*”|"(?:[^"\\]|\\.)*"|\d+/g, '…').replace(/^[^:]*: /, '');
}
