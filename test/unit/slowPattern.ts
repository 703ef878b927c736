import { Random } from '../server/random';

/** Small enough to be taken, and slow on `irregularNames`: some 80 ms for each on a machine that has nothing else to do. */
export const SLOW_PATTERN = '/(?:a.{60}|b.{50}|(?:.?){900})[^\\x00-\\x{ffff}]/';

/** Long names of three letters without any regularity, always the same. */
export function irregularNames(count: number): readonly string[] {
  const random = new Random('irregular');
  return Array.from({ length: count }, () =>
    Array.from({ length: 255 }, () => random.pick(['a', 'b', '1'])).join(''),
  );
}
