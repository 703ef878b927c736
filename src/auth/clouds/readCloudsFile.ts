import { posix, win32 } from 'node:path';
import type { Cloud, CloudProblem, CloudsFile } from './cloud';
import type { CloudFields } from './cloudFields';
import { CloudsFileError } from './cloudsFileError';
import { cloudsOf } from './cloudsOf';
import { placesFor, type UserEnvironment } from './cloudsPlaces';
import { readLocalText, type ReadText } from './cloudsText';
import { readFields, readFirst, type FieldsFile } from './readFields';
import type { PublicClouds } from './vendorProfile';

/**
 * Reads a clouds file, the `secure` file that belongs to it, whose fields win, and the profiles of `clouds-public`.
 * @param readText reads a file that does not stand where this program runs
 * @throws {CloudsFileError} when it cannot be read or is no such file
 */
export async function readCloudsFile(
  path: string,
  environment: UserEnvironment,
  readText: ReadText = readLocalText,
): Promise<CloudsFile> {
  const main = await readFields(path, 'clouds', readText);
  if (main === undefined) throw new CloudsFileError(path, 'missing');
  if (main.sections === undefined) throw new CloudsFileError(path, 'noClouds');
  const securePlaces = placesFor(path, 'secure', environment).filter((place) => place !== path);
  // It may be empty, or about other things.
  const { file: secure, failures } = await readFirst(securePlaces, 'clouds', readText);
  const { home, platform } = environment;
  const directory = (platform === 'win32' ? win32 : posix).dirname(path);
  const publicClouds = await readPublicClouds(path, environment, readText);
  const found = [...merged(main, secure)].flatMap(([name, fields]) =>
    cloudsOf(name, fields, { directory, home, platform, publicClouds }),
  );
  return {
    path,
    clouds: found.filter((cloud): cloud is Cloud => !('problem' in cloud)),
    problems: found.filter((cloud): cloud is CloudProblem => 'problem' in cloud),
    unreadSecrets: failures,
    worldReadable: main.publicSecret || secure?.publicSecret === true,
  };
}

/** A whole cloud may stand in the secure file alone, beside mere secrets of clouds that are elsewhere. */
function merged(main: FieldsFile, secure: FieldsFile | undefined): ReadonlyMap<string, CloudFields> {
  const clouds = new Map(main.sections);
  for (const [name, fields] of secure?.sections ?? []) {
    const known = clouds.get(name);
    if (known || WHOLE.some((key) => key in fields)) clouds.set(name, { ...known, ...fields });
  }
  return clouds;
}

const WHOLE = ['auth_url', 'profile', 'cloud'];

/** A file that cannot be read spoils no cloud that does not ask for it. */
async function readPublicClouds(
  path: string,
  environment: UserEnvironment,
  readText: ReadText,
): Promise<PublicClouds> {
  const places = placesFor(path, 'clouds-public', environment);
  const { file, failures } = await readFirst(places, 'public-clouds', readText);
  const [broken] = failures;
  return {
    profiles: file?.sections ?? new Map<string, CloudFields>(),
    ...(broken && { broken: broken.path }),
  };
}
