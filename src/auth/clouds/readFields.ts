import { CloudsFileError } from './cloudsFileError';
import { flatFields, isMapping, SECRET_FIELDS, textOf, type CloudFields } from './cloudFields';
import { readFailure, type ReadText } from './cloudsText';

/** A file that was read. */
export interface FieldsFile {
  readonly path: string;
  /** By name. Where the section is missing: `undefined`. */
  readonly sections: ReadonlyMap<string, CloudFields> | undefined;
  /** Every user of this machine can read it, and a secret stands in it. */
  readonly publicSecret: boolean;
}

/**
 * Reads what stands by name in one section of a file; `undefined` when there is no such file.
 * @throws {CloudsFileError} when it cannot be read or is no YAML
 */
export async function readFields(
  path: string,
  section: 'clouds' | 'public-clouds',
  readText: ReadText,
): Promise<FieldsFile | undefined> {
  const file = await readText(path);
  if (file === undefined) return undefined;
  // A bundle of its own: most people never load the parser.
  const { readYaml } = await import('./readYaml');
  const yaml = readYaml(file.text);
  if ('problem' in yaml) throw new CloudsFileError(path, 'syntax', yaml.problem, yaml.line);
  const named = isMapping(yaml.value) ? yaml.value[section] : undefined;
  if (!isMapping(named)) return { path, sections: undefined, publicSecret: false };
  const sections = new Map(Object.entries(named).map(([name, fields]) => [name, flatFields(fields)]));
  return { path, sections, publicSecret: file.worldReadable && [...sections.values()].some(holdsSecret) };
}

/** The first of several files that could be read. */
export interface FirstFile {
  /** `undefined` where none can be read. */
  readonly file?: FieldsFile;
  /** Why those before it cannot be. */
  readonly failures: readonly CloudsFileError[];
}

/** Reads the first of several files that can be read. */
export async function readFirst(
  paths: readonly string[],
  section: 'clouds' | 'public-clouds',
  readText: ReadText,
): Promise<FirstFile> {
  const failures: CloudsFileError[] = [];
  for (const path of paths) {
    try {
      const file = await readFields(path, section, readText);
      if (file !== undefined) return { file, failures };
    } catch (error) {
      failures.push(readFailure(path, error));
    }
  }
  return { failures };
}

function holdsSecret(fields: CloudFields): boolean {
  return textOf(fields, ...SECRET_FIELDS) !== undefined;
}
