import { access } from 'node:fs/promises';
import { posix, win32 } from 'node:path';

export interface UserEnvironment {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The home directory. */
  readonly home: string;
}

const NAMES = ['clouds.yaml', 'clouds.yml', 'clouds.json'] as const;

/**
 * The clouds files that exist where OpenStack's tools look, in their order: they take the first. The working
 * directory is left out, since it may be a workspace that somebody else wrote.
 */
export async function findCloudsFiles(environment: UserEnvironment): Promise<readonly string[]> {
  const places = cloudsPlaces(environment);
  const found = await Promise.all(places.map(exists));
  return places.filter((_, index) => found[index]);
}

/** All places, whether there is a file or not. */
export function cloudsPlaces(environment: UserEnvironment): readonly string[] {
  const { env, platform } = environment;
  const path = platform === 'win32' ? win32 : posix;
  const named = expandHome(env.OS_CLIENT_CONFIG_FILE ?? '', environment);
  const files = directories(environment).flatMap((directory) =>
    NAMES.map((name) => path.join(directory, name)),
  );
  // A relative path would lead into the working directory.
  return [...new Set([named, ...files])].filter((file) => path.isAbsolute(file));
}

/** `~` and `~/…` as a shell takes them; other users' homes are left as they are. */
export function expandHome(path: string, { home, platform }: Omit<UserEnvironment, 'env'>): string {
  if (!/^~(?=[/\\]|$)/.test(path)) return path;
  return (platform === 'win32' ? win32 : posix).join(home, path.slice(1));
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
