import type { Cloud, CloudProblem } from './cloud';
import { flatFields, isFilled } from './cloudFields';
import { cloudsOf } from './cloudsOf';
import type { UserEnvironment } from './cloudsPlaces';
import { NO_PUBLIC_CLOUDS } from './vendorProfile';

/**
 * The cloud that an `openrc` file put into the environment (`OS_AUTH_URL`, `OS_USERNAME`, …); several where its regions
 * differ. None without `OS_AUTH_URL` or `OS_PROFILE`.
 * @param name what to call it where `OS_CLOUD_NAME` does not say; otherwise as OpenStack's tools do
 */
export function cloudsFromEnvironment(
  environment: UserEnvironment,
  name = 'envvars',
): readonly (Cloud | CloudProblem)[] {
  const { OS_AUTH_URL, OS_PROFILE } = environment.env;
  return OS_AUTH_URL || OS_PROFILE ? cloudsOfVariables(environment, name) : [];
}

/** The same for variables that are meant to be a cloud: without an address, what is missing is named. */
export function cloudsOfVariables(
  { env, home, platform }: UserEnvironment,
  name: string,
): readonly (Cloud | CloudProblem)[] {
  const fields = Object.entries(env)
    // This one chooses among the clouds of a file.
    .filter(([name, value]) => name.startsWith('OS_') && name !== 'OS_CLOUD' && isFilled(value))
    .map(([name, value]) => [name.slice('OS_'.length).toLowerCase(), value] as const);
  // The working directory may be a workspace: a relative path is one from home.
  const context = { directory: home, home, platform, publicClouds: NO_PUBLIC_CLOUDS };
  return cloudsOf(env.OS_CLOUD_NAME || name, flatFields(Object.fromEntries(fields)), context);
}
