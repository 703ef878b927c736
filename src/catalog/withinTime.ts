import type { NamePattern } from './namePattern';

/** Milliseconds that a pattern has for all names together, and for each of them: usual ones take a hundredth of that. */
const FOR_ALL = 1500;
const FOR_EACH = 0.2;

/**
 * The same pattern, which gives up before it holds up the editor: on texts without any regularity even a small one may
 * take milliseconds for each.
 * @param giveUp throws; called whenever the pattern has taken more time than it has
 */
export function withinTime(pattern: NamePattern, giveUp: () => never): NamePattern {
  let left = FOR_ALL;
  return {
    test: (text) => {
      if (left < 0) giveUp();
      const begun = performance.now();
      const found = pattern.test(text);
      left += FOR_EACH - (performance.now() - begun);
      return found;
    },
  };
}
