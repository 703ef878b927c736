import { collectGarbage } from '../hosts/garbage';

type Work = () => unknown;

/**
 * Runs all contenders in turn, so that whatever else the machine does meets all of them.
 * @returns the median of each, milliseconds
 */
export async function medians<Name extends string>(
  contenders: Readonly<Record<Name, Work>>,
  runs: number,
): Promise<Readonly<Record<Name, number>>> {
  const timers = Object.entries<Work>(contenders).map(([name, work]) => [name, () => timed(work)]);
  return mediansOf(Object.fromEntries(timers) as Record<Name, () => Promise<number>>, runs);
}

/** The same for work that leaves much behind: nobody pays for the garbage of another. */
export async function mediansOfLarge<Name extends string>(
  contenders: Readonly<Record<Name, Work>>,
  runs: number,
): Promise<Readonly<Record<Name, number>>> {
  const timers = Object.entries<Work>(contenders).map(([name, work]) => [
    name,
    async () => {
      await collectGarbage();
      return timed(work);
    },
  ]);
  return mediansOf(Object.fromEntries(timers) as Record<Name, () => Promise<number>>, runs);
}

/** The same for contenders that say themselves how long they took. */
export async function mediansOf<Name extends string>(
  contenders: Readonly<Record<Name, () => Promise<number>>>,
  runs: number,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(contenders) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  // The first runs, in which everything is compiled, are not counted.
  for (let run = -Math.ceil(runs / 5); run < runs; run++) {
    for (const name of names) {
      const milliseconds = await contenders[name]();
      if (run >= 0) times.get(name)?.push(milliseconds);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

/** The median of work that gets something new each time; making it is not counted. */
export function medianOfFresh<T>(make: () => T, work: (fresh: T) => unknown, runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const fresh = make();
    const started = performance.now();
    work(fresh);
    return performance.now() - started;
  });
  return median(times);
}

async function timed(work: Work): Promise<number> {
  const started = performance.now();
  const result = work();
  if (result instanceof Promise) await result;
  return performance.now() - started;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
