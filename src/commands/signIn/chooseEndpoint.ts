import { l10n } from 'vscode';
import { parseEndpoint } from '../../api/endpoint';
import { plainLabel } from '../../text/plainLabel';
import { askText, askValue } from '../ask';
import type { CommandContext } from '../context';
import { problemText } from './endpointStep';
import type { Obtained } from './obtainToken';
import { proveToken } from './prove';

const TYPED = 'typed';

/**
 * The address of the images: the only one of the service catalogue, the one of a wanted region, or the one the user
 * picks or types. It is taken as it stands there, and proved by a request.
 */
export async function chooseEndpoint(
  context: CommandContext,
  obtained: Obtained,
  regions: readonly string[] = [],
): Promise<string | undefined> {
  const wanted = obtained.endpoints.filter(({ region }) => regions.length === 0 || regions.includes(region));
  const usable = wanted.filter(({ url }) => typeof parseEndpoint(url) !== 'string');
  const [only] = usable;
  if (only !== undefined && usable.length === 1) {
    const problem = await proveToken(
      context,
      only.url,
      obtained.token,
      new AbortController().signal,
      obtained.cacert,
    );
    return problem === undefined ? only.url : askAddress(context, obtained, only.url, problem);
  }
  if (usable.length === 0) return askAddress(context, obtained, '', undefined);
  const answer = await askValue({
    title: l10n.t('Which endpoint?'),
    placeholder: l10n.t('The service catalogue names several for Compute'),
    back: false,
    items: [
      ...usable.map(({ region, url }) => ({
        label: plainLabel(region || url),
        description: plainLabel(url),
        value: url,
      })),
      { label: l10n.t('Another address…'), value: TYPED },
    ],
  });
  if (answer === undefined || answer === 'back') return undefined;
  if (answer.text === TYPED) return askAddress(context, obtained, '', undefined);
  const problem = await proveToken(
    context,
    answer.text,
    obtained.token,
    new AbortController().signal,
    obtained.cacert,
  );
  return problem === undefined ? answer.text : askAddress(context, obtained, answer.text, problem);
}

async function askAddress(
  context: CommandContext,
  { token, cacert }: Obtained,
  value: string,
  problem: string | undefined,
): Promise<string | undefined> {
  const answer = await askText({
    title: l10n.t('Endpoint of the Compute API'),
    placeholder: l10n.t('Address with its version and tenant, such as https://compute.example.com/v2.1'),
    prompt: problem ?? l10n.t('The service catalogue names none.'),
    back: false,
    value,
    problem: async (text, signal) => {
      const parsed = parseEndpoint(text);
      if (typeof parsed === 'string') return problemText(parsed);
      return proveToken(context, text.trim().replace(/\/+$/, ''), token, signal, cacert);
    },
  });
  return answer === undefined || answer === 'back' ? undefined : answer.text.trim().replace(/\/+$/, '');
}
