import { generateCatalogue, startServer, type Server } from '../../server/index';
import { COMPARED, tenantOf, tokenOf } from '../served';

/** An account whose images all have the same status, so that one group holds them. */
export function serveRows(): Promise<Server> {
  const images = generateCatalogue(COMPARED, 'rows').map((image) => ({
    ...image,
    status: 'active' as const,
  }));
  return startServer({ tenants: [{ id: tenantOf(COMPARED), token: tokenOf(COMPARED), images }] });
}
