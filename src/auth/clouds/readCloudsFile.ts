import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { CloudsFileError, type Cloud, type CloudProblem, type CloudsFile } from './cloud';
import { fieldsOf, isMapping, type CloudFields } from './cloudFields';
import { cloudOf } from './cloudOf';

/** A clouds file is a few kilobytes; whatever is larger is something else. */
const LARGEST_FILE = 1024 * 1024;

const SUFFIXES = ['.yaml', '.yml', '.json'] as const;

/**
 * Reads a clouds file and the `secure.yaml`, `.yml` or `.json` beside it, whose fields win.
 * @throws {CloudsFileError} when one of them cannot be read or is no such file
 */
export async function readCloudsFile(path: string): Promise<CloudsFile> {
  const main = await readFields(path);
  if (main === undefined) throw new CloudsFileError(path, 'unreadable', 'ENOENT');
  const secure = await readSecure(path);
  const paths = { directory: dirname(path), home: homedir(), platform: process.platform };
  const clouds = [...main.clouds].map(([name, fields]) =>
    cloudOf(name, { ...fields, ...secure?.clouds.get(name) }, paths),
  );
  return {
    path,
    clouds: clouds.filter((cloud): cloud is Cloud => !('problem' in cloud)),
    problems: clouds.filter((cloud): cloud is CloudProblem => 'problem' in cloud),
    worldReadable: main.publicSecret || secure?.publicSecret === true,
  };
}

interface FieldsFile {
  /** By name, with the fields of `auth` lifted to the others. */
  readonly clouds: ReadonlyMap<string, CloudFields>;
  readonly publicSecret: boolean;
}

async function readSecure(path: string): Promise<FieldsFile | undefined> {
  for (const suffix of SUFFIXES) {
    const secure = join(dirname(path), `secure${suffix}`);
    const file = secure === path ? undefined : await readFields(secure);
    if (file !== undefined) return file;
  }
  return undefined;
}

/** `undefined` when there is no such file. */
async function readFields(path: string): Promise<FieldsFile | undefined> {
  const file = await readText(path);
  if (file === undefined) return undefined;
  // A bundle of its own: most people never load the parser.
  const { readYaml } = await import('./readYaml');
  const yaml = readYaml(file.text);
  if ('problem' in yaml) throw new CloudsFileError(path, 'syntax', yaml.problem, yaml.line);
  const named = isMapping(yaml.value) ? yaml.value.clouds : undefined;
  // A secure file may be empty, or about other things.
  if (!isMapping(named) && !isSecure(path)) throw new CloudsFileError(path, 'noClouds');
  const clouds = new Map(
    Object.entries(isMapping(named) ? named : {}).map(([name, cloud]) => [name, flat(cloud)]),
  );
  return { clouds, publicSecret: file.worldReadable && [...clouds.values()].some(holdsSecret) };
}

function isSecure(path: string): boolean {
  return basename(path).startsWith('secure.');
}

function flat(cloud: unknown): CloudFields {
  const { auth, ...fields } = fieldsOf(cloud);
  return { ...fields, ...fieldsOf(auth) };
}

function holdsSecret(fields: CloudFields): boolean {
  return ['password', 'application_credential_secret', 'token', 'auth_token'].some(
    (name) => typeof fields[name] === 'string' && fields[name] !== '',
  );
}

async function readText(path: string): Promise<{ text: string; worldReadable: boolean } | undefined> {
  try {
    const about = await stat(path);
    // Reading a pipe would wait for somebody to write into it.
    if (!about.isFile()) throw new CloudsFileError(path, 'unreadable', 'EISDIR');
    if (about.size > LARGEST_FILE) throw new CloudsFileError(path, 'tooLarge');
    return {
      text: await readFile(path, 'utf8'),
      // Windows has no such bits.
      worldReadable: process.platform !== 'win32' && (about.mode & 0o004) !== 0,
    };
  } catch (error) {
    if (error instanceof CloudsFileError) throw error;
    const code = codeOf(error);
    if (code === 'ENOENT') return undefined;
    throw new CloudsFileError(path, 'unreadable', code);
  }
}

function codeOf(error: unknown): string {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : 'UNKNOWN';
}
