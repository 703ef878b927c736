import { memoize } from './memoize';

/** The order of readable names in a language, natural: 10 follows 9. @param locale a BCP 47 tag */
export const collatorOf = memoize((locale) => new Intl.Collator(locale, { numeric: true }));
