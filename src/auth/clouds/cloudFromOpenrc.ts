import type { Openrc } from '../../api/pasted/openrc';
import type { Cloud, CloudProblem } from './cloud';
import { cloudFromEnvironment } from './cloudFromEnvironment';
import type { UserEnvironment } from './cloudsPlaces';

/**
 * The cloud of an `openrc` file, as it would be once a shell had read the file and nothing else. A password that the file
 * asks for is a problem of that kind, with the cloud in it; `undefined` without `OS_AUTH_URL`.
 */
export function cloudFromOpenrc(
  { variables }: Pick<Openrc, 'variables'>,
  { home, platform }: Omit<UserEnvironment, 'env'>,
): Cloud | CloudProblem | undefined {
  return cloudFromEnvironment({ env: variables, home, platform });
}
