import { homedir } from 'node:os';
import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { Cloud, CloudProblem, CloudsFile } from '../../auth/clouds/cloud';
import { cloudFromEnvironment } from '../../auth/clouds/cloudFromEnvironment';
import { findCloudsFiles, type UserEnvironment } from '../../auth/clouds/cloudsPlaces';
import { readCloudsFile } from '../../auth/clouds/readCloudsFile';
import { cloudProblemText, cloudsFileErrorText } from '../../text/describeCloud';
import { plainLabel } from '../../text/plainLabel';

/** A cloud to sign in to, or one that lacks only its password. */
export interface ChosenCloud {
  readonly cloud: Cloud;
  readonly asksPassword: boolean;
}

interface CloudItem extends QuickPickItem {
  readonly chosen?: ChosenCloud | 'file';
}

/** Offers the clouds of the files where OpenStack's own tools look, of the environment, and of a file to be picked. */
export async function askCloud(): Promise<ChosenCloud | undefined> {
  const environment: UserEnvironment = { env: process.env, platform: process.platform, home: homedir() };
  const paths = await findCloudsFiles(environment);
  const found = await Promise.all(paths.map(itemsOfFile));
  const items = [...found.flat(), ...environmentItems(environment), fileItem()];
  const picked = await pick(
    items,
    l10n.t('Which cloud? A file in the workspace is used only when you choose it'),
  );
  return picked === 'file' ? askFile() : picked;
}

async function askFile(): Promise<ChosenCloud | undefined> {
  const [uri] =
    (await window.showOpenDialog({ title: l10n.t('Choose a clouds.yaml'), canSelectMany: false })) ?? [];
  if (uri === undefined) return undefined;
  const picked = await pick(await itemsOfFile(uri.fsPath), l10n.t('Which cloud?'));
  if (picked === undefined || picked === 'file') return undefined;
  // The file may be anybody's: where the password would go is shown before it goes there.
  const goOn = l10n.t('Sign In There');
  const answer = await window.showWarningMessage(
    l10n.t('“{0}” signs in at {1}.', picked.cloud.name, picked.cloud.authUrl),
    { modal: true, detail: l10n.t('The password or credential of this file will be sent there.') },
    goOn,
  );
  return answer === goOn ? picked : undefined;
}

async function pick(items: readonly CloudItem[], placeHolder: string): Promise<CloudItem['chosen']> {
  const title = l10n.t('Sign in with clouds.yaml');
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (picked === undefined) return undefined;
  if (picked.chosen === undefined) await window.showWarningMessage(picked.detail ?? picked.label);
  return picked.chosen;
}

async function itemsOfFile(path: string): Promise<readonly CloudItem[]> {
  try {
    const file = await readCloudsFile(path);
    return [separator(fileLabel(file)), ...file.clouds.map(cloudItem), ...file.problems.map(problemItem)];
  } catch (error) {
    const detail = cloudsFileErrorText(error);
    return [
      separator(path),
      { label: `$(warning) ${l10n.t('This file cannot be used')}`, detail: plainLabel(detail) },
    ];
  }
}

function fileLabel({ path, worldReadable }: CloudsFile): string {
  return worldReadable ? l10n.t('{0} (every user of this machine can read its secrets)', path) : path;
}

function environmentItems(environment: UserEnvironment): readonly CloudItem[] {
  const cloud = cloudFromEnvironment(environment);
  if (cloud === undefined) return [];
  const label = l10n.t('Environment variables OS_*');
  return [separator(label), 'problem' in cloud ? problemItem(cloud) : cloudItem(cloud)];
}

function fileItem(): CloudItem {
  return { label: `$(folder-opened) ${l10n.t('Choose a file…')}`, chosen: 'file', alwaysShow: true };
}

function cloudItem(cloud: Cloud): CloudItem {
  return {
    label: plainLabel(cloud.name),
    description: plainLabel([cloud.authUrl, ...cloud.regions].join(' · ')),
    chosen: { cloud, asksPassword: false },
  };
}

function problemItem(problem: CloudProblem): CloudItem {
  const label = plainLabel(problem.name);
  const words = plainLabel(cloudProblemText(problem));
  if (problem.problem === 'noPassword') {
    return { label, description: words, chosen: { cloud: problem.cloud, asksPassword: true } };
  }
  return { label: `$(warning) ${label}`, detail: words };
}

function separator(label: string): CloudItem {
  return { label, kind: QuickPickItemKind.Separator };
}
