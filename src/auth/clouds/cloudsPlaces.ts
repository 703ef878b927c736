import { access } from 'node:fs/promises';
import { posix, win32 } from 'node:path';

/** What decides where the files of OpenStack’s tools are looked for. */
export interface UserEnvironment {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The home directory. */
  readonly home: string;
}

/** The three files of OpenStack's tools, with the variable that names each. */
const FILES = {
  clouds: 'OS_CLIENT_CONFIG_FILE',
  secure: 'OS_CLIENT_SECURE_FILE',
  'clouds-public': 'OS_CLIENT_VENDOR_FILE',
} as const;

/** The three files, by the part of their names before the ending. */
export type CloudsFileName = keyof typeof FILES;

const SUFFIXES = ['.yaml', '.yml', '.json'] as const;

/**
 * The clouds files that exist where OpenStack's tools look, in their order: they take the first. The working
 * directory is left out, since it may be a workspace that somebody else wrote.
 */
export async function findCloudsFiles(environment: UserEnvironment): Promise<readonly string[]> {
  const places = cloudsPlaces(environment);
  const found = await Promise.all(places.map(exists));
  return places.filter((_, index) => found[index]);
}

/** All places of a file, whether there is one or not. */
export function cloudsPlaces(
  environment: UserEnvironment,
  name: CloudsFileName = 'clouds',
): readonly string[] {
  const files = directories(environment).flatMap((directory) => inDirectory(directory, name, environment));
  return [...new Set([...namedPlace(environment, name), ...files])];
}

/**
 * The places of a file that belongs to a clouds file. To one from anywhere else, nothing belongs but what stands beside
 * it: somebody else may have written it, and passwords of this user would go where it says.
 */
export function placesFor(
  cloudsFile: string,
  name: CloudsFileName,
  environment: UserEnvironment,
): readonly string[] {
  const beside = inDirectory(pathOf(environment).dirname(cloudsFile), name, environment);
  if (!cloudsPlaces(environment).includes(cloudsFile)) return beside;
  return [...new Set([...namedPlace(environment, name), ...beside, ...cloudsPlaces(environment, name)])];
}

/** `~` and `~/…` as a shell takes them; other users' homes are left as they are. */
export function expandHome(path: string, { home, platform }: Omit<UserEnvironment, 'env'>): string {
  if (!/^~(?=[/\\]|$)/.test(path)) return path;
  return (platform === 'win32' ? win32 : posix).join(home, path.slice(1));
}

/** A relative path would lead into the working directory. */
function namedPlace(environment: UserEnvironment, name: CloudsFileName): readonly string[] {
  const place = expandHome(environment.env[FILES[name]] ?? '', environment);
  return pathOf(environment).isAbsolute(place) ? [place] : [];
}

function inDirectory(
  directory: string,
  name: CloudsFileName,
  environment: UserEnvironment,
): readonly string[] {
  const path = pathOf(environment);
  return path.isAbsolute(directory) ? SUFFIXES.map((suffix) => path.join(directory, `${name}${suffix}`)) : [];
}

function pathOf({ platform }: UserEnvironment): typeof posix {
  return platform === 'win32' ? win32 : posix;
}

function directories({ env, platform, home }: UserEnvironment): readonly string[] {
  if (platform === 'win32') {
    return [
      win32.join(env.LOCALAPPDATA ?? win32.join(home, 'AppData', 'Local'), 'OpenStack', 'openstack'),
      win32.join(home, '.config', 'openstack'),
      win32.join(env.PROGRAMDATA ?? 'C:\\ProgramData', 'OpenStack', 'openstack'),
    ];
  }
  const ownConfig = posix.join(home, '.config', 'openstack');
  if (platform === 'darwin') {
    const support = 'Library/Application Support/openstack';
    return [posix.join(home, support), ownConfig, posix.join('/', support), '/etc/openstack'];
  }
  const xdg = env.XDG_CONFIG_HOME ? [posix.join(env.XDG_CONFIG_HOME, 'openstack')] : [];
  return [...xdg, ownConfig, '/etc/openstack'];
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
