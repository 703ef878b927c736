import { homedir } from 'node:os';
import { basename } from 'node:path';
import { env, FileSystemError, FileType, l10n, QuickPickItemKind, Uri, workspace } from 'vscode';
import { readPasted } from '../../api/pasted/readPasted';
import type { Cloud, CloudProblem, CloudsFile } from '../../auth/clouds/cloud';
import { cloudsFromOpenrc } from '../../auth/clouds/cloudsFromOpenrc';
import { CloudsFileError } from '../../auth/clouds/cloudsFileError';
import { cloudsFromEnvironment } from '../../auth/clouds/cloudsFromEnvironment';
import { findCloudsFiles, type UserEnvironment } from '../../auth/clouds/cloudsPlaces';
import { LARGEST_FILE, type ReadText } from '../../auth/clouds/cloudsText';
import { isInside } from '../../auth/clouds/isInside';
import { readCloudsFile } from '../../auth/clouds/readCloudsFile';
import { cloudProblemText, cloudsFileErrorText, notHonouredText } from '../../text/describeCloud';
import { pastedProblemText } from '../../text/describePasted';
import { foreignText } from '../../text/foreignText';
import { plainLabel } from '../../text/plainLabel';
import type { ValueItem } from '../askValue';
import type { ChosenCloud } from './cloudMethod';

/** A row for a cloud, for why one cannot be used, or for where those below it stand. */
export type CloudRow = ValueItem<ChosenCloud>;

/** Where OpenStack's tools would look, on the side of the editor that the extension runs on. */
export function userEnvironment(): UserEnvironment {
  return { env: process.env, platform: process.platform, home: homedir() };
}

/** The clouds where OpenStack's own tools look for them; files of a workspace are left out. */
export async function foundClouds(environment: UserEnvironment): Promise<readonly CloudRow[]> {
  const paths = await outsideWorkspaces(await findCloudsFiles(environment));
  const found = await Promise.all(paths.map((path) => rowsOfFile(path, environment)));
  return [...found.flat(), ...environmentRows(environment)];
}

async function rowsOfFile(path: string, environment: UserEnvironment): Promise<readonly CloudRow[]> {
  return rowsOrWhyNot(path, async () => {
    const file = await readCloudsFile(path, environment);
    return [heading(onThisSide(fileLabel(file))), ...rowsOf(file)];
  });
}

/** The clouds of a file that was picked, wherever the editor has it from: `clouds.yaml`, or an `openrc`, which is not run. */
export async function rowsOfPicked(uri: Uri, environment: UserEnvironment): Promise<readonly CloudRow[]> {
  const path = uri.scheme === 'file' ? uri.fsPath : uri.path;
  return rowsOrWhyNot(path, async () => {
    const read = textReader(uri);
    const openrc = /\.(?:ya?ml|json)$/i.test(path) ? undefined : readPasted((await read(path))?.text ?? '');
    if (openrc?.kind !== 'openrc') return rowsOf(await readCloudsFile(path, environment, read));
    if ('problem' in openrc) {
      const problem = pastedProblemText(openrc);
      return [{ label: `$(warning) ${plainLabel(basename(path))}`, detail: plainLabel(problem), problem }];
    }
    return cloudsFromOpenrc(openrc.openrc, environment).map(rowOf);
  });
}

/** Reads this file and those beside it through the editor. Who else can read them is not known. */
function textReader(uri: Uri): ReadText {
  return async (path) => {
    const file = uri.scheme === 'file' ? Uri.file(path) : uri.with({ path });
    try {
      const { type, size } = await workspace.fs.stat(file);
      // Reading a pipe would wait for somebody to write into it.
      if ((type & FileType.File) === 0) throw new CloudsFileError(path, 'unreadable', 'EISDIR');
      if (size > LARGEST_FILE) throw new CloudsFileError(path, 'tooLarge');
      const text = new TextDecoder().decode(await workspace.fs.readFile(file));
      return { text, worldReadable: false };
    } catch (error) {
      if (!(error instanceof FileSystemError)) throw error;
      if (error.code === 'FileNotFound') return undefined;
      throw new CloudsFileError(path, 'unreadable', error.code);
    }
  };
}

async function rowsOrWhyNot(
  path: string,
  rows: () => Promise<readonly CloudRow[]>,
): Promise<readonly CloudRow[]> {
  try {
    return await rows();
  } catch (error) {
    const problem = cloudsFileErrorText(error);
    const label = `$(warning) ${l10n.t('This file cannot be used')}`;
    return [heading(onThisSide(foreignText(path))), { label, detail: plainLabel(problem), problem }];
  }
}

function rowsOf({ clouds, problems }: CloudsFile): readonly CloudRow[] {
  return [...clouds, ...problems].map(rowOf);
}

/** A workspace may be anybody's: what it holds is used only when it is picked in a dialog. */
async function outsideWorkspaces(paths: readonly string[]): Promise<readonly string[]> {
  const folders = (workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === Uri.file('').scheme)
    .map(({ uri }) => uri.fsPath);
  const inside = await Promise.all(paths.map((path) => isInside(path, folders)));
  return paths.filter((_, index) => !inside[index]);
}

function fileLabel({ path: place, worldReadable }: CloudsFile): string {
  const path = foreignText(place);
  return worldReadable ? l10n.t('{0} (readable by all users on this machine)', path) : path;
}

function environmentRows(environment: UserEnvironment): readonly CloudRow[] {
  const clouds = cloudsFromEnvironment(environment);
  if (clouds.length === 0) return [];
  return [heading(onThisSide(l10n.t('Environment variables OS_*'))), ...clouds.map(rowOf)];
}

/** In a remote window the files and variables are those of the other computer. */
function onThisSide(place: string): string {
  return env.remoteName === undefined
    ? place
    : l10n.t('{0}, on the remote side ({1})', place, env.remoteName);
}

function rowOf(cloud: Cloud | CloudProblem): CloudRow {
  if (!('problem' in cloud)) {
    return {
      label: `$(cloud) ${plainLabel(cloud.name)}`,
      description: plainLabel([cloud.authUrl, ...cloud.regions].map((text) => foreignText(text)).join(' · ')),
      ...(cloud.notHonoured.length > 0 && { detail: plainLabel(notHonouredText(cloud.notHonoured)) }),
      value: { cloud, asksPassword: false },
    };
  }
  const label = plainLabel(cloud.name);
  const words = cloudProblemText(cloud);
  // One that lacks its password only can be signed in to all the same.
  return cloud.problem === 'noPassword'
    ? {
        label: `$(cloud) ${label}`,
        description: plainLabel(words),
        value: { cloud: cloud.cloud, asksPassword: true },
      }
    : { label: `$(warning) ${label}`, detail: plainLabel(words), problem: words };
}

function heading(label: string): CloudRow {
  return { label, kind: QuickPickItemKind.Separator };
}
