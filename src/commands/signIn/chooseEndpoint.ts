import { l10n } from 'vscode';
import { parseEndpoint } from '../../api/endpoint';
import { plainLabel } from '../../text/plainLabel';
import { askText, askValue } from '../ask';
import type { CommandContext } from '../context';
import { problemText } from './endpointStep';
import type { Obtained } from './obtainToken';
import { proveToken } from './prove';

const TYPED = 'typed';

/** Where the images are to be looked for, as far as it is said: an address stands above the service catalogue. */
export interface WantedEndpoint {
  readonly base?: string;
  readonly regions?: readonly string[];
}

type TokenHere = Pick<Obtained, 'token' | 'cacert'>;

/**
 * The address of the images: the wanted one, the only one of the service catalogue, or the one the user picks or types.
 * It is taken as it stands there, and proved by a request.
 */
export async function chooseEndpoint(
  context: CommandContext,
  obtained: Obtained,
  { base, regions = [] }: WantedEndpoint,
): Promise<string | undefined> {
  if (base !== undefined) return proved(context, obtained, base);
  const usable = obtained.endpoints.filter(
    ({ region, url }) =>
      (regions.length === 0 || regions.includes(region)) && typeof parseEndpoint(url) !== 'string',
  );
  const [only, ...others] = usable;
  if (only === undefined) return askAddress(context, obtained, '', undefined);
  if (others.length === 0) return proved(context, obtained, only.url);
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
  return proved(context, obtained, answer.text);
}

/** The address, when the token works there; else another may be typed. */
async function proved(context: CommandContext, token: TokenHere, base: string): Promise<string | undefined> {
  const problem = await proveToken(context, base, token.token, new AbortController().signal, token.cacert);
  return problem === undefined ? base : askAddress(context, token, base, problem);
}

/** Asks for the address of the images, and proves it. @param problem why the one there is cannot be used */
export async function askAddress(
  context: CommandContext,
  { token, cacert }: TokenHere,
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
      return proveToken(context, withoutSlash(text), token, signal, cacert);
    },
  });
  return answer === undefined || answer === 'back' ? undefined : withoutSlash(answer.text);
}

function withoutSlash(address: string): string {
  return address.trim().replace(/\/+$/, '');
}
