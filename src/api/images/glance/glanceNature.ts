import type { SourceNature } from '../laterSource';
import { newestFirst } from '../newestFirst';
import { parseGlanceImage } from './parseGlanceImage';
import { sameButForTags } from './sameButForTags';

/** Glance's `api_limit_max`, unless an operator has lowered it. */
const LARGEST_PAGE = 1000;

/**
 * What is special to Glance's lists before they are asked for.
 * @param project the account's own, where it is known
 */
export function glanceNature(project: string | undefined): SourceNature {
  return {
    largestPage: LARGEST_PAGE,
    /** Each is compared exactly, and stands in what is sent: so a proxy that ignores one is noticed. */
    applied: {
      ...{ name: 'both', status: 'both', type: 'both', changesSince: 'both' },
      ...{ visibility: 'both', owner: 'both', tag: 'both', diskFormat: 'both' },
    },
    readImage: (raw) => parseGlanceImage(raw, project),
    // Within one second the server's order cannot be told: it counts microseconds that it does not show.
    precedes: newestFirst,
    sameContent: sameButForTags,
  };
}
