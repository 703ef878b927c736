import { l10n, ProgressLocation, window } from 'vscode';
import { parseEndpoint } from '../../api/endpoint';
import { defaultLabel } from '../../auth/account';
import type { NewAccount } from '../../auth/accounts';
import type { Cloud } from '../../auth/clouds/cloud';
import { askText } from '../ask';
import type { CommandContext } from '../context';
import { accountOf } from './accountOf';
import { askAddress } from './chooseEndpoint';
import { askCloud, type ChosenCloud } from './cloudsWay';
import { obtainToken, type Obtained } from './obtainToken';

/** Asks for a cloud and signs in to it. */
export async function askCloudAccount(context: CommandContext): Promise<NewAccount | undefined> {
  const chosen = await askCloud();
  if (chosen === undefined) return undefined;
  const { cloud } = chosen;
  if (cloud.credential.kind === 'token') return tokenAccount(context, cloud, cloud.credential.token);
  const obtained = chosen.asksPassword ? await askPassword(context, chosen) : await obtain(context, cloud);
  if (obtained === undefined) return undefined;
  return accountOf(context, obtained, { regions: cloud.regions, base: cloud.computeEndpointOverride });
}

async function obtain(context: CommandContext, cloud: Cloud): Promise<Obtained | undefined> {
  const obtained = await window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: l10n.t('Signing in to “{0}”', cloud.name),
      cancellable: true,
    },
    (_progress, token) => {
      const controller = new AbortController();
      token.onCancellationRequested(() => controller.abort());
      return wish(context, cloud, controller.signal);
    },
  );
  if (typeof obtained !== 'string') return obtained;
  if (obtained !== '') await window.showErrorMessage(obtained);
  return undefined;
}

async function askPassword(context: CommandContext, { cloud }: ChosenCloud): Promise<Obtained | undefined> {
  let obtained: Obtained | undefined;
  await askText({
    title: l10n.t('Sign in to “{0}”', cloud.name),
    placeholder: l10n.t('Password'),
    prompt: l10n.t('It is sent to {0} only', new URL(cloud.authUrl).host),
    value: '',
    password: true,
    back: false,
    problem: async (secret, signal) => {
      const result = await wish(context, withSecret(cloud, secret), signal);
      if (typeof result === 'string') return result;
      obtained = result;
      return undefined;
    },
  });
  return obtained;
}

function wish(context: CommandContext, cloud: Cloud, signal: AbortSignal): Promise<Obtained | string> {
  const { authUrl, credential, cacert, identityVersion } = cloud;
  if (credential.kind === 'token') return Promise.resolve('');
  return obtainToken(context, { identity: authUrl, credential, cacert, version: identityVersion }, signal);
}

function withSecret(cloud: Cloud, secret: string): Cloud {
  const { credential } = cloud;
  if (credential.kind === 'password') return { ...cloud, credential: { ...credential, password: secret } };
  return credential.kind === 'token' ? cloud : { ...cloud, credential: { ...credential, secret } };
}

/** A token that somebody else obtained says nothing of where it is for: the address is asked for. */
async function tokenAccount(
  context: CommandContext,
  cloud: Cloud,
  token: string,
): Promise<NewAccount | undefined> {
  const { cacert, computeEndpointOverride = '' } = cloud;
  const base = await askAddress(context, { token, cacert }, computeEndpointOverride, undefined);
  if (base === undefined) return undefined;
  const parsed = parseEndpoint(base);
  const tenant = typeof parsed === 'string' ? '' : (parsed.tenant ?? '');
  return {
    base,
    tenant,
    label: cloud.name || defaultLabel(base, tenant),
    way: { kind: 'token' },
    renews: false,
    cacert,
    secret: { token },
  };
}
