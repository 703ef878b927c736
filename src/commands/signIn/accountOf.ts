import { l10n, window } from 'vscode';
import { parseEndpoint } from '../../api/endpoint';
import { defaultLabel } from '../../auth/account';
import type { NewAccount } from '../../auth/accounts';
import type { CommandContext } from '../context';
import { chooseEndpoint, type WantedEndpoint } from './chooseEndpoint';
import type { Obtained } from './obtainToken';

/** What came with a token makes the account: its endpoint, its tenant's name, and whether it is to be renewed. */
export async function accountOf(
  context: CommandContext,
  obtained: Obtained,
  wanted: WantedEndpoint,
): Promise<NewAccount | undefined> {
  const base = await chooseEndpoint(context, obtained, wanted);
  if (base === undefined) return undefined;
  const renews = await askToKeep();
  if (renews === undefined) return undefined;
  const { token, issued, expires, way, credential, project, cacert } = obtained;
  const parsed = parseEndpoint(base);
  const tenant = project?.id ?? (typeof parsed === 'string' ? '' : (parsed.tenant ?? ''));
  const renewal = renews ? { identity: way.identity, credential } : undefined;
  return {
    base,
    tenant,
    label: project === undefined ? defaultLabel(base, tenant) : project.name || defaultLabel(base, tenant),
    way,
    renews,
    cacert,
    secret: { token, issued, expires, renewal },
  };
}

async function askToKeep(): Promise<boolean | undefined> {
  const keep = {
    label: l10n.t('Keep me signed in'),
    detail: l10n.t('The password is kept in the editor’s secret storage and gets the next token.'),
    renews: true,
  };
  const once = {
    label: l10n.t('This token only'),
    detail: l10n.t('The password is forgotten now; you sign in again when the token has ended.'),
    renews: false,
  };
  const picked = await window.showQuickPick([keep, once], {
    placeHolder: l10n.t('Stay signed in?'),
    ignoreFocusOut: true,
  });
  return picked?.renews;
}
