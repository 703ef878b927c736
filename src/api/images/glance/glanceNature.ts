import { LIST_SCOPES } from '../imageSource';
import type { SourceNature } from '../laterSource';
import { newestFirst } from '../newestFirst';
import { sameButForTags } from './sameButForTags';

/** Glance's `api_limit_max`, unless an operator has lowered it. */
const LARGEST_PAGE = 1000;

/** What is special to Glance's lists before they are asked for. */
export const GLANCE_NATURE: SourceNature = {
  largestPage: LARGEST_PAGE,
  /** Each is compared exactly, and stands in what is sent: so a proxy that ignores one is noticed. */
  applied: {
    ...{ name: 'both', status: 'both', type: 'both', changesSince: 'both' },
    ...{ visibility: 'both', owner: 'both', tag: 'both', diskFormat: 'both', scope: 'both' },
  },
  tellsDetails: true,
  scopes: LIST_SCOPES,
  // Within one second the server's order cannot be told: it counts microseconds that it does not show.
  precedes: newestFirst,
  sameContent: sameButForTags,
};
