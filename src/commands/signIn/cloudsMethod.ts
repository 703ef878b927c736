import { homedir } from 'node:os';
import { l10n, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import type { Cloud, CloudProblem, CloudsFile } from '../../auth/clouds/cloud';
import { cloudsFromEnvironment } from '../../auth/clouds/cloudsFromEnvironment';
import { findCloudsFiles, type UserEnvironment } from '../../auth/clouds/cloudsPlaces';
import { isInside } from '../../auth/clouds/isInside';
import { readCloudsFile } from '../../auth/clouds/readCloudsFile';
import { cloudProblemText, cloudsFileErrorText, notHonouredText } from '../../text/describeCloud';
import { foreignText } from '../../text/foreignText';
import { plainLabel } from '../../text/plainLabel';
import { askValue, type ValueItem } from '../ask';
import type { Position } from './steps';

/** A cloud to sign in to, or one that lacks only its password. */
export interface ChosenCloud {
  readonly cloud: Cloud;
  readonly asksPassword: boolean;
}

/** What a row of the list stands for: a cloud, a file to be picked, words for why it cannot be used, or a heading. */
type Choice = ChosenCloud | 'file' | { readonly problem: string } | undefined;

interface Row {
  readonly item: Omit<ValueItem, 'value'>;
  readonly choice: Choice;
}

/** Tries a chosen cloud while the list still stands. @returns words when another has to be chosen */
export type TryCloud = (chosen: ChosenCloud, signal: AbortSignal) => Promise<string | undefined>;

/** Offers the clouds of the files where OpenStack's own tools look, of the environment, and of a file to be picked. */
export async function askCloud(
  title: string,
  position: Position,
  present: string | undefined,
  tryCloud: TryCloud,
): Promise<ChosenCloud | 'back' | undefined> {
  const environment: UserEnvironment = { env: process.env, platform: process.platform, home: homedir() };
  const paths = await outsideWorkspaces(await findCloudsFiles(environment));
  const found = await Promise.all(paths.map((path) => rowsOfFile(path, environment)));
  const rows = [...found.flat(), ...environmentRows(environment), fileRow()];
  const placeholder = l10n.t('Which cloud? A file in the workspace is used only when you choose it');
  for (;;) {
    const wanted = present ?? environment.env.OS_CLOUD;
    const picked = await pick({ title, placeholder, ...position }, rows, wanted, tryCloud);
    if (picked !== 'file') return picked;
    const fromFile = await askFile(title, position, environment, tryCloud);
    if (fromFile !== 'back') return fromFile;
  }
}

async function askFile(
  title: string,
  position: Position,
  environment: UserEnvironment,
  tryCloud: TryCloud,
): Promise<ChosenCloud | 'back' | undefined> {
  const options = { title: l10n.t('Choose a clouds.yaml'), canSelectMany: false };
  const [uri] = (await window.showOpenDialog(options)) ?? [];
  if (uri === undefined) return 'back';
  const question = { ...position, title, placeholder: foreignText(uri.fsPath), back: true };
  const picked = await pick(
    question,
    await rowsOfFile(uri.fsPath, environment),
    undefined,
    async (chosen, signal) => ((await agreesToAddress(chosen.cloud)) ? tryCloud(chosen, signal) : title),
  );
  return picked === 'file' ? 'back' : picked;
}

/** The file may be anybody's: where the password would go is shown before it goes there. */
async function agreesToAddress({ name, authUrl }: Cloud): Promise<boolean> {
  const goOn = l10n.t('Sign In There');
  const answer = await window.showWarningMessage(
    l10n.t('“{0}” signs in at {1}.', foreignText(name), foreignText(authUrl)),
    { modal: true, detail: l10n.t('The password or credential of this file will be sent there.') },
    goOn,
  );
  return answer === goOn;
}

async function pick(
  question: Position & { readonly title: string; readonly placeholder: string },
  rows: readonly Row[],
  present: string | undefined,
  tryCloud: TryCloud,
): Promise<ChosenCloud | 'file' | 'back' | undefined> {
  const choiceOf = (value: string): Choice => rows[Number(value)]?.choice;
  const at = rows.findIndex(({ choice }) => cloudNamed(choice) === present && present !== undefined);
  const answer = await askValue({
    ...question,
    items: rows.map(({ item }, index) => ({ ...item, value: String(index) })),
    present: at === -1 ? undefined : String(at),
    accepts: (value, signal) => {
      const choice = choiceOf(value);
      if (choice === undefined || choice === 'file') return undefined;
      return 'problem' in choice ? choice.problem : tryCloud(choice, signal);
    },
  });
  if (answer === undefined || answer === 'back') return answer;
  const choice = choiceOf(answer.text);
  return choice !== undefined && typeof choice === 'object' && 'problem' in choice ? undefined : choice;
}

function cloudNamed(choice: Choice): string | undefined {
  return typeof choice === 'object' && 'cloud' in choice ? choice.cloud.name : undefined;
}

/** A workspace may be anybody's: what it holds is used only when it is picked in a dialog. */
async function outsideWorkspaces(paths: readonly string[]): Promise<readonly string[]> {
  const folders = (workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === Uri.file('').scheme)
    .map(({ uri }) => uri.fsPath);
  const inside = await Promise.all(paths.map((path) => isInside(path, folders)));
  return paths.filter((_, index) => !inside[index]);
}

async function rowsOfFile(path: string, environment: UserEnvironment): Promise<readonly Row[]> {
  try {
    const file = await readCloudsFile(path, environment);
    return [heading(fileLabel(file)), ...file.clouds.map(cloudRow), ...file.problems.map(problemRow)];
  } catch (error) {
    const problem = cloudsFileErrorText(error);
    const label = `$(warning) ${l10n.t('This file cannot be used')}`;
    return [
      heading(foreignText(path)),
      { item: { label, detail: plainLabel(problem) }, choice: { problem } },
    ];
  }
}

function fileLabel({ path: place, worldReadable }: CloudsFile): string {
  const path = foreignText(place);
  return worldReadable ? l10n.t('{0} (every user of this machine can read its secrets)', path) : path;
}

function environmentRows(environment: UserEnvironment): readonly Row[] {
  const clouds = cloudsFromEnvironment(environment);
  if (clouds.length === 0) return [];
  const rows = clouds.map((cloud) => ('problem' in cloud ? problemRow(cloud) : cloudRow(cloud)));
  return [heading(l10n.t('Environment variables OS_*')), ...rows];
}

function fileRow(): Row {
  return {
    item: { label: `$(folder-opened) ${l10n.t('Choose a file…')}`, alwaysShow: true },
    choice: 'file',
  };
}

function cloudRow(cloud: Cloud): Row {
  return {
    item: {
      label: plainLabel(cloud.name),
      description: plainLabel([cloud.authUrl, ...cloud.regions].map((text) => foreignText(text)).join(' · ')),
      ...(cloud.notHonoured.length > 0 && { detail: plainLabel(notHonouredText(cloud.notHonoured)) }),
    },
    choice: { cloud, asksPassword: false },
  };
}

function problemRow(problem: CloudProblem): Row {
  const label = plainLabel(problem.name);
  const words = cloudProblemText(problem);
  if (problem.problem === 'noPassword') {
    return {
      item: { label, description: plainLabel(words) },
      choice: { cloud: problem.cloud, asksPassword: true },
    };
  }
  return { item: { label: `$(warning) ${label}`, detail: plainLabel(words) }, choice: { problem: words } };
}

function heading(label: string): Row {
  return { item: { label, kind: QuickPickItemKind.Separator }, choice: undefined };
}
