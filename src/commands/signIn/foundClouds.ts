import { homedir } from 'node:os';
import { basename } from 'node:path';
import { env, ExtensionKind, extensions, FileType, l10n, QuickPickItemKind, Uri, workspace } from 'vscode';
import type { Openrc } from '../../api/pasted/openrc';
import { readPasted } from '../../api/pasted/readPasted';
import type { Cloud, CloudPlace, CloudProblem, CloudsFile, UsableCloud } from '../../auth/clouds/cloud';
import { cloudsFromOpenrc } from '../../auth/clouds/cloudsFromOpenrc';
import { CloudsFileError } from '../../auth/clouds/cloudsFileError';
import { cloudsFromEnvironment } from '../../auth/clouds/cloudsFromEnvironment';
import { findCloudsFiles, type UserEnvironment } from '../../auth/clouds/cloudsPlaces';
import { LARGEST_FILE, readFailure, type ReadText } from '../../auth/clouds/cloudsText';
import { isInside } from '../../auth/clouds/isInside';
import { readCloudsFile } from '../../auth/clouds/readCloudsFile';
import {
  cloudProblemText,
  cloudsFileErrorText,
  notHonouredText,
  unreadSecretsText,
} from '../../text/describeCloud';
import { pastedProblemText } from '../../text/describePasted';
import { foreignText } from '../../text/foreignText';
import { plainLabel } from '../../text/plainLabel';
import type { ValueItem } from '../askValue';

/** A row for a cloud, for why one cannot be used, or for where those below it stand. */
export type CloudRow = ValueItem<UsableCloud>;

const EXTENSION = 'conoha-images.conoha-images';

/** Where OpenStack's tools would look, on the side of the editor that the extension runs on. */
export function userEnvironment(): UserEnvironment {
  return { env: process.env, platform: process.platform, home: homedir() };
}

/** The clouds where OpenStack's own tools look for them; files of a workspace are left out. */
export async function foundClouds(environment: UserEnvironment): Promise<readonly CloudRow[]> {
  const paths = await outsideWorkspaces(await findCloudsFiles(environment));
  const safe = await withoutWorkspaceFiles(environment);
  const found = await Promise.all(paths.map((path) => rowsOfFile(path, safe)));
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
    if (openrc?.kind !== 'openrc') {
      const file = await readCloudsFile(path, environment, read);
      return uri.scheme === 'file' ? rowsOf(file) : rowsOf(withoutPaths(file));
    }
    if ('problem' in openrc) {
      return [problemRow(basename(path), pastedProblemText(openrc))];
    }
    return rowsOfOpenrc(openrc.openrc, environment);
  });
}

/** The clouds of an `openrc`: several where its regions differ. */
export function rowsOfOpenrc(openrc: Openrc, environment: UserEnvironment): readonly CloudRow[] {
  return cloudsFromOpenrc(openrc, environment).map(rowOf);
}

/** Requests read certificates on their own side: there the paths of another would mean other files. */
function withoutPaths(file: CloudsFile): CloudsFile {
  return {
    ...file,
    clouds: file.clouds.map(withoutTrust),
    problems: file.problems.map((problem) =>
      problem.problem === 'noPassword' ? { ...problem, cloud: withoutTrust(problem.cloud) } : problem,
    ),
  };
}

function withoutTrust<C extends CloudPlace>(cloud: C): C {
  const { trust } = cloud;
  const { cacert, clientCertificate } = trust;
  const keys = [
    cacert === undefined ? [] : ['cacert'],
    clientCertificate === undefined ? [] : ['cert', 'key'],
  ];
  return { ...cloud, trust: {}, notHonoured: [...cloud.notHonoured, ...keys.flat()] };
}

/** Reads this file and those beside it through the editor. Who else can read them is not known. */
function textReader(uri: Uri): ReadText {
  return async (path) => {
    const file = uri.scheme === 'file' ? Uri.file(path) : uri.with({ path });
    try {
      const { type, size } = await workspace.fs.stat(file);
      // Reading a pipe would wait for somebody to write into it.
      if ((type & FileType.File) === 0) throw new CloudsFileError(path, 'notAFile');
      if (size > LARGEST_FILE) throw new CloudsFileError(path, 'tooLarge');
      const text = new TextDecoder().decode(await workspace.fs.readFile(file));
      return { text, worldReadable: false };
    } catch (error) {
      const failure = readFailure(path, error);
      if (failure.fault === 'missing') return undefined;
      throw failure;
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
    const row = problemRow(l10n.t('This file cannot be used'), cloudsFileErrorText(error));
    return [heading(onThisSide(foreignText(path))), row];
  }
}

function rowsOf({ clouds, problems, unreadSecrets }: CloudsFile): readonly CloudRow[] {
  return [...[...clouds, ...problems].map(rowOf), ...unreadSecrets.map(unreadRow)];
}

function unreadRow(error: CloudsFileError): CloudRow {
  return problemRow(basename(error.path), unreadSecretsText(error));
}

/** For what cannot be used, and why. */
function problemRow(name: string, problem: string): CloudRow {
  return { label: `$(warning) ${plainLabel(name)}`, detail: plainLabel(problem), problem };
}

/** A workspace may be anybody's: what it holds is used only when it is picked in a dialog. */
async function outsideWorkspaces(paths: readonly string[]): Promise<readonly string[]> {
  const folders = (workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === Uri.file('').scheme)
    .map(({ uri }) => uri.fsPath);
  const inside = await Promise.all(paths.map((path) => isInside(path, folders)));
  return paths.filter((_, index) => !inside[index]);
}

/** Files that belong to a clouds file are named by variables, too. */
async function withoutWorkspaceFiles(environment: UserEnvironment): Promise<UserEnvironment> {
  const variables = { ...environment.env };
  for (const name of ['OS_CLIENT_SECURE_FILE', 'OS_CLIENT_VENDOR_FILE']) {
    const path = variables[name];
    if (path !== undefined && (await outsideWorkspaces([path])).length === 0) variables[name] = undefined;
  }
  return { ...environment, env: variables };
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
  const { remoteName } = env;
  if (remoteName === undefined) return place;
  const isRemote = extensions.getExtension(EXTENSION)?.extensionKind === ExtensionKind.Workspace;
  return isRemote
    ? l10n.t('{0}, on the remote side ({1})', place, remoteName)
    : l10n.t('{0}, on this computer', place);
}

function rowOf(cloud: Cloud | CloudProblem): CloudRow {
  if (!('problem' in cloud)) {
    const place = [cloud.authUrl, ...cloud.regions].map((text) => foreignText(text)).join(' · ');
    return { ...placeRow(cloud, place), value: cloud };
  }
  const words = cloudProblemText(cloud);
  // One that lacks its password only can be signed in to all the same.
  return cloud.problem === 'noPassword'
    ? { ...placeRow(cloud.cloud, words), value: cloud.cloud }
    : problemRow(cloud.name, words);
}

function placeRow({ name, notHonoured }: CloudPlace, description: string): CloudRow {
  return {
    label: `$(cloud) ${plainLabel(name)}`,
    description: plainLabel(description),
    ...(notHonoured.length > 0 && { detail: plainLabel(notHonouredText(notHonoured)) }),
  };
}

function heading(label: string): CloudRow {
  return { label, kind: QuickPickItemKind.Separator };
}
