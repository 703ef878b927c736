import { afterEach, beforeEach } from 'mocha';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CloudsFile } from '../../src/auth/clouds/cloud';
import type { UserEnvironment } from '../../src/auth/clouds/cloudsPlaces';
import { readCloudsFile } from '../../src/auth/clouds/readCloudsFile';

/** A home directory of its own for each test, in which clouds files are written and read. */
export interface CloudsFolder {
  readonly home: () => string;
  /** A user who lives there, with these variables. */
  readonly user: (env?: Record<string, string>) => UserEnvironment;
  /** Writes a file that only its owner can read. @returns its path */
  readonly written: (name: string, text: string) => Promise<string>;
  readonly read: (text: string, name?: string, env?: Record<string, string>) => Promise<CloudsFile>;
}

export function cloudsFolder(): CloudsFolder {
  let home = '';
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'clouds-'));
  });
  afterEach(() => rm(home, { recursive: true }));
  const user = (env: Record<string, string> = {}): UserEnvironment => ({
    env,
    platform: process.platform,
    home,
  });
  const written = async (name: string, text: string): Promise<string> => {
    const path = join(home, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { mode: 0o600 });
    return path;
  };
  return {
    home: () => home,
    user,
    written,
    read: async (text, name = 'clouds.yaml', env) => readCloudsFile(await written(name, text), user(env)),
  };
}
