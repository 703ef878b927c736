import type { SourceNature } from '../laterSource';
import { newestFirst } from '../newestFirst';
import { sameEntry } from '../sameEntry';
import { LARGEST_NOVA_PAGE } from './pageSizes';

/** What is special to Compute's lists before they are asked for. */
export const COMPUTE_NATURE: SourceNature = {
  largestPage: LARGEST_NOVA_PAGE,
  /**
   * A server may ignore any part, so that all are checked but the type: that property need not be in what is sent. Of
   * the status words only ACTIVE can be asked for: the others mean something else to Glance, to which Nova hands them.
   */
  applied: {
    ...{ name: 'both', status: 'both', type: 'server', changesSince: 'both' },
    // It knows nothing of these.
    ...{ visibility: 'editor', owner: 'editor', tag: 'editor', diskFormat: 'editor', scope: 'editor' },
  },
  tellsDetails: false,
  scopes: [],
  precedes: newestFirst,
  sameContent: sameEntry,
};
