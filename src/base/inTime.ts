/**
 * Waits for work that goes on, however long it takes, but not longer than that.
 * @param most milliseconds
 * @returns `undefined` where the time was up
 */
export async function inTime<T>(work: Promise<T>, most: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const isUp = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), most)));
  try {
    return await Promise.race([work, isUp]);
  } finally {
    clearTimeout(timer);
  }
}
