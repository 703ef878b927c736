import { generateCatalogue, startServer, type Server } from '../../server/index';
import { tenantOf, tokenOf, type Size } from '../served';

/** An account whose images all have the same status, so that one group holds them. */
export function serveRows(size: Size): Promise<Server> {
  const images = generateCatalogue(size, 'rows').map((image) => ({
    ...image,
    status: 'active' as const,
  }));
  return startServer({ tenants: [{ id: tenantOf(size), token: tokenOf(size), images }] });
}
