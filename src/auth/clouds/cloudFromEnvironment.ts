import type { Cloud, CloudProblem } from './cloud';
import { cloudOf } from './cloudOf';
import type { UserEnvironment } from './cloudsPlaces';

/**
 * The cloud that an `openrc` file put into the environment (`OS_AUTH_URL`, `OS_USERNAME`, …), under the name that
 * OpenStack's tools give it. `undefined` when there is none: `OS_AUTH_URL` is missing.
 */
export function cloudFromEnvironment(environment: UserEnvironment): Cloud | CloudProblem | undefined {
  const { env, home, platform } = environment;
  if (!env.OS_AUTH_URL) return undefined;
  const fields = Object.fromEntries(
    Object.entries(env)
      .filter(([name]) => name.startsWith('OS_'))
      .map(([name, value]) => [name.slice('OS_'.length).toLowerCase(), value]),
  );
  // The working directory may be a workspace: a relative path is one from home.
  return cloudOf('envvars', fields, { directory: home, home, platform });
}
