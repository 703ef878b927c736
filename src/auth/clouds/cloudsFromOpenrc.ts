import type { Openrc } from '../../api/pasted/openrc';
import type { Cloud, CloudProblem } from './cloud';
import { cloudsOfVariables } from './cloudsFromEnvironment';
import type { UserEnvironment } from './cloudsPlaces';

/**
 * The cloud of an `openrc` file, as it would be once a shell had read the file and nothing else; several where its regions
 * differ. It is called after its project. Without an address, which another file may set, that is the problem. A password
 * that the file asks for is a problem of that kind, with the cloud in it.
 */
export function cloudsFromOpenrc(
  { variables }: Pick<Openrc, 'variables'>,
  { home, platform }: Omit<UserEnvironment, 'env'>,
): readonly (Cloud | CloudProblem)[] {
  const { OS_PROJECT_NAME, OS_TENANT_NAME = 'openrc' } = variables;
  return cloudsOfVariables({ env: variables, home, platform }, OS_PROJECT_NAME ?? OS_TENANT_NAME);
}
