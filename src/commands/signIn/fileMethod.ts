import { l10n, window, type Uri } from 'vscode';
import type { CloudPlace, UsableCloud } from '../../auth/clouds/cloud';
import { foreignText } from '../../text/foreignText';
import { askValue, type ValueQuestion } from '../askValue';
import type { AccountContext } from '../context';
import { chosenCloud, type CloudAnswer } from './firstAnswer';
import { rowsOfPicked, userEnvironment, type CloudRow } from './foundClouds';

/** Asks for a file, and for one of its clouds. @returns `back` where none was picked */
export async function askFile(context: AccountContext): Promise<CloudAnswer | 'back'> {
  const title = l10n.t('Sign in from a file');
  const options = { title: l10n.t('Select clouds.yaml or an openrc file'), canSelectMany: false };
  const [uri] = (await window.showOpenDialog(options)) ?? [];
  if (uri === undefined) return 'back';
  const rows = () => rowsOfPicked(uri, userEnvironment());
  return askCloud({
    title,
    placeholder: l10n.t('Select a cloud of {0}', placeOf(uri)),
    items: rows(),
    renew: rows,
    nothing: l10n.t('{0} has no clouds.', placeOf(uri)),
    read: async (chosen, signal) =>
      (await agreesToAddress(chosen)) ? chosenCloud(context, chosen, signal) : { problem: title },
  });
}

/** Asks for one of the clouds of a pasted `openrc`, whose addresses could be read as it was pasted. */
export async function askRegion(
  context: AccountContext,
  items: readonly CloudRow[],
): Promise<CloudAnswer | 'back'> {
  return askCloud({
    title: l10n.t('Sign in with this openrc'),
    placeholder: l10n.t('Select a region'),
    items,
    read: (chosen, signal) => chosenCloud(context, chosen, signal),
  });
}

async function askCloud(
  question: Omit<ValueQuestion<UsableCloud, CloudAnswer>, 'back'>,
): Promise<CloudAnswer | 'back'> {
  const answer = await askValue({ ...question, hint: l10n.t('Type a part of a row.'), back: true });
  return answer === 'back' ? answer : answer.value;
}

function placeOf(uri: Uri): string {
  return foreignText(uri.scheme === 'file' ? uri.fsPath : uri.path);
}

/** The file may be anybody's: where anything would go, and by what that is trusted, is shown before it goes there. */
async function agreesToAddress({ authUrl, computeEndpointOverride, trust }: CloudPlace): Promise<boolean> {
  const goOn = l10n.t('Sign In There');
  const { cacert, clientCertificate } = trust;
  const details = [
    l10n.t('The password or credential will be sent there.'),
    ...(computeEndpointOverride === undefined
      ? []
      : [l10n.t('The token will be sent to {0}.', foreignText(computeEndpointOverride))]),
    ...(cacert === undefined ? [] : [l10n.t('Its certificate may be one of {0}.', foreignText(cacert))]),
    ...(clientCertificate === undefined
      ? []
      : [l10n.t('It is shown the certificate {0}.', foreignText(clientCertificate.cert))]),
  ];
  const answer = await window.showWarningMessage(
    l10n.t('Sign in to {0}?', foreignText(authUrl)),
    { modal: true, detail: details.join('\n') },
    goOn,
  );
  return answer === goOn;
}
