import { homedir } from 'node:os';
import { basename } from 'node:path';
import { env, ExtensionKind, FileType, QuickPickItemKind, Uri, workspace } from 'vscode';
import { readPasted } from '../../api/pasted/readPasted';
import type { Cloud, CloudPlace, CloudProblem, CloudsFile, UsableCloud } from '../../auth/clouds/cloud';
import { cloudsFromOpenrc } from '../../auth/clouds/cloudsFromOpenrc';
import { CloudsFileError } from '../../auth/clouds/cloudsFileError';
import { cloudsFromEnvironment } from '../../auth/clouds/cloudsFromEnvironment';
import { findCloudsFiles, type UserEnvironment } from '../../auth/clouds/cloudsPlaces';
import { decodedText, readFailure, readLocalText, type ReadText } from '../../auth/clouds/cloudsText';
import { isInside } from '../../auth/clouds/isInside';
import { readCloudsFile } from '../../auth/clouds/readCloudsFile';
import { LARGEST_FILE } from '../../base/longest';
import { cloudNameText, cloudProblemText, notHonouredText, type KeySpelling } from '../../text/describeCloud';
import { boxProblemText, type BoxProblem } from '../../text/describeBoxProblem';
import { addressText } from '../../text/describePlace';
import { foreignText } from '../../text/foreignText';
import { plainLabel } from '../../text/plainLabel';
import { shortPath } from '../../text/shortPath';
import { cloudPlaceTexts } from '../../text/cloudPlaceTexts';
import type { ValueItem } from '../valueItem';

/** A cloud as it was read, or why it cannot be used. */
export type CloudOutcome = Cloud | CloudProblem;

/** A row for a cloud, for why one cannot be used, or for where those below it stand. */
export type CloudRow = ValueItem<UsableCloud>;

/** Where OpenStack's tools would look, on the side of the editor that the extension runs on. */
export function userEnvironment(): UserEnvironment {
  return { env: process.env, platform: process.platform, home: homedir() };
}

/** The clouds where OpenStack's own tools look for them; files of a workspace are left out. */
export async function foundClouds(
  environment: UserEnvironment,
  kind: ExtensionKind,
): Promise<readonly CloudRow[]> {
  const paths = await findCloudsFiles(environment);
  const inWorkspaces = await Promise.all(paths.map(isInWorkspace));
  const outside = paths.filter((_, index) => !inWorkspaces[index]);
  const found = await Promise.all(outside.map((path) => rowsOfFile(path, environment, kind)));
  return [...found.flat(), ...(await environmentRows(environment, kind))];
}

async function rowsOfFile(
  path: string,
  environment: UserEnvironment,
  kind: ExtensionKind,
): Promise<readonly CloudRow[]> {
  return rowsOrWhyNot(path, environment, kind, async () => {
    const file = await readCloudsFile(path, environment, readOutsideWorkspaces);
    return [heading(onThisSide(cloudPlaceTexts.file(file, environment.home), kind)), ...rowsOf(file)];
  });
}

/** The clouds of a file that was picked, wherever the editor has it from: `clouds.yaml`, or an `openrc`, which is not run. */
export async function rowsOfPicked(
  uri: Uri,
  environment: UserEnvironment,
  kind: ExtensionKind,
): Promise<readonly CloudRow[]> {
  const path = uri.scheme === 'file' ? uri.fsPath : uri.path;
  // Requests read certificates on their own side: there the paths of another would mean other files.
  const usable = (cloud: CloudOutcome) => (uri.scheme === 'file' ? cloud : outcomeWithoutTrust(cloud));
  return rowsOrWhyNot(path, environment, kind, async () => {
    const read = textReader(uri);
    const openrc = /\.(?:ya?ml|json)$/i.test(path) ? undefined : readPasted((await read(path))?.text ?? '');
    if (openrc?.kind !== 'openrc') {
      return rowsOf(await readCloudsFile(path, environment, read), usable);
    }
    if ('problem' in openrc) {
      return [problemRow(basename(path), { kind: 'pasted', pasted: openrc })];
    }
    return cloudRows(cloudsFromOpenrc(openrc.openrc, environment).map(usable));
  });
}

/** The clouds of an `openrc` or of the environment: several where its regions differ. */
export function cloudRows(clouds: readonly CloudOutcome[]): readonly CloudRow[] {
  return clouds.map((cloud) => rowOf(cloud, 'variables'));
}

/** One that lacks its password only can be signed in to all the same. */
export function usableOf(outcome: CloudOutcome): UsableCloud | CloudProblem {
  return 'problem' in outcome && outcome.problem === 'noPassword' ? outcome.cloud : outcome;
}

/** Without the certificates that it names. */
function outcomeWithoutTrust(outcome: CloudOutcome): CloudOutcome {
  if (!('problem' in outcome)) return withoutTrust(outcome);
  return outcome.problem === 'noPassword' ? { ...outcome, cloud: withoutTrust(outcome.cloud) } : outcome;
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
      return { text: decodedText(path, await workspace.fs.readFile(file)), worldReadable: false };
    } catch (error) {
      const failure = readFailure(path, error);
      if (failure.fault === 'missing') return undefined;
      throw failure;
    }
  };
}

async function rowsOrWhyNot(
  path: string,
  { home }: UserEnvironment,
  kind: ExtensionKind,
  rows: () => Promise<readonly CloudRow[]>,
): Promise<readonly CloudRow[]> {
  try {
    return await rows();
  } catch (error) {
    const problem = problemRow(cloudPlaceTexts.unusable(), { kind: 'cloudsFile', error });
    // Who types the name of the file finds it.
    const row = { ...problem, description: plainLabel(basename(path)) };
    return [heading(onThisSide(shortPath(path, home), kind)), row];
  }
}

/** @param usable what of a cloud is used */
function rowsOf(
  { clouds, problems, unreadSecrets }: CloudsFile,
  usable: (cloud: CloudOutcome) => CloudOutcome = (cloud) => cloud,
): readonly CloudRow[] {
  const rows = [...clouds, ...problems].map((cloud) => rowOf(usable(cloud), 'fields'));
  return [...rows, ...unreadSecrets.map(unreadRow)];
}

function unreadRow(error: CloudsFileError): CloudRow {
  return problemRow(basename(error.path), { kind: 'unreadSecrets', error });
}

/** For what cannot be used, and why. */
function problemRow(name: string, problem: BoxProblem): CloudRow {
  const detail = plainLabel(boxProblemText(problem));
  return { label: `$(warning) ${plainLabel(name)}`, detail, problem };
}

/** A workspace may be anybody's: what it holds is used only when it is picked in a dialog. */
async function isInWorkspace(path: string): Promise<boolean> {
  const folders = (workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === Uri.file('').scheme)
    .map(({ uri }) => uri.fsPath);
  return isInside(path, folders);
}

/** What belongs to a clouds file may stand in a workspace all the same, named by a variable or by way of a link. */
const readOutsideWorkspaces: ReadText = async (path) =>
  (await isInWorkspace(path)) ? undefined : readLocalText(path);

/** Certificates are named by variables, too. */
async function withoutWorkspaceTrust(outcome: CloudOutcome): Promise<CloudOutcome> {
  const cloud = 'problem' in outcome ? 'cloud' in outcome && outcome.cloud : outcome;
  if (cloud === false) return outcome;
  const { cacert, clientCertificate } = cloud.trust;
  const paths = [cacert, clientCertificate?.cert, clientCertificate?.key].flatMap((path) => path ?? []);
  const inside = await Promise.all(paths.map(isInWorkspace));
  return inside.includes(true) ? outcomeWithoutTrust(outcome) : outcome;
}

async function environmentRows(
  environment: UserEnvironment,
  kind: ExtensionKind,
): Promise<readonly CloudRow[]> {
  const clouds = cloudsFromEnvironment(environment);
  if (clouds.length === 0) return [];
  const trusted = await Promise.all(clouds.map(withoutWorkspaceTrust));
  return [heading(onThisSide(cloudPlaceTexts.environment(), kind)), ...cloudRows(trusted)];
}

/** In a remote window the files and variables are those of the other computer. */
function onThisSide(place: string, kind: ExtensionKind): string {
  const { remoteName } = env;
  if (remoteName === undefined) return place;
  return kind === ExtensionKind.Workspace
    ? cloudPlaceTexts.remote(place, remoteName)
    : cloudPlaceTexts.local(place);
}

function rowOf(cloud: CloudOutcome, spelling: KeySpelling): CloudRow {
  if (!('problem' in cloud)) {
    const place = [addressText(cloud.authUrl), ...cloud.regions.map((text) => foreignText(text))].join(' · ');
    return { ...placeRow(cloud, place, spelling), value: cloud };
  }
  return cloud.problem === 'noPassword'
    ? { ...placeRow(cloud.cloud, cloudProblemText(cloud, spelling), spelling), value: cloud.cloud }
    : problemRow(cloudNameText(cloud.name), { kind: 'cloud', problem: cloud, spelling });
}

function placeRow({ name, notHonoured }: CloudPlace, description: string, spelling: KeySpelling): CloudRow {
  return {
    label: `$(cloud) ${plainLabel(cloudNameText(name))}`,
    description: plainLabel(description),
    ...(notHonoured.length > 0 && { detail: plainLabel(notHonouredText(notHonoured, spelling)) }),
  };
}

function heading(label: string): CloudRow {
  return { label, kind: QuickPickItemKind.Separator };
}
