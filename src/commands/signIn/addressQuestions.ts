import { l10n } from 'vscode';
import { computeAddress } from '../../api/identity/computeAddress';
import type { IssuedToken, ComputeEndpoint } from '../../api/identity/issuedToken';
import { LONGEST } from '../../base/longest';
import { endpointProblemText } from '../../text/describeEndpoint';
import { isVisible } from '../../base/visible';
import { plainLabel } from '../../text/plainLabel';
import { askText, askValue } from '../ask';
import type { AccountContext } from '../context';
import { typedEndpoint } from './endpointStep';
import type { Obtained } from './obtainToken';
import { hideSecrets } from './pastedCommand';
import { proveToken } from './prove';
import type { Position } from './steps';

interface AddressQuestion extends Position {
  readonly title: string;
  /** Proves the address. Its project is put where the address has a placeholder for it. */
  readonly token: Pick<Obtained, 'token' | 'trust'> & Partial<Pick<IssuedToken, 'project'>>;
}

type ProvedAddress = { readonly base: string } | 'back' | undefined;

/** One of the addresses of the service catalogue, as it stands there, or a typed one. */
export async function pickAddress(
  context: AccountContext,
  question: AddressQuestion,
  candidates: readonly ComputeEndpoint[],
  present: string | undefined,
): Promise<ProvedAddress> {
  const { token, ...place } = question;
  for (let at = present; ;) {
    let proved: { readonly base: string; readonly problem: string | undefined } | undefined;
    const answer = await askValue({
      ...place,
      placeholder: l10n.t(
        'The service catalogue names several endpoints for Compute: pick one or type another',
      ),
      present: at,
      items: candidates.map(({ region, url }) => ({
        label: plainLabel(isVisible(region) ? region : url),
        description: plainLabel(url),
        value: url,
      })),
      other: { longest: LONGEST.address, item: typedEndpoint },
      onType: hideSecrets,
      accepts: async (text, signal) => {
        const address = computeAddress(text, token.project);
        if (typeof address === 'string') return endpointProblemText(address);
        const { base } = address;
        proved = { base, problem: await proveToken(context, base, token.token, signal, token.trust) };
        return undefined;
      },
    });
    if (answer === undefined || answer === 'back') return answer;
    if (proved?.problem === undefined) return proved;
    at = proved.base;
    // There is room for the reason above an input box.
    const typed = await askAddress(context, { ...question, back: true }, at, proved.problem);
    if (typed !== 'back') return typed;
  }
}

/** Asks for the address of the images, and proves it. @param problem why the one there cannot be used */
export async function askAddress(
  context: AccountContext,
  { token, ...question }: AddressQuestion,
  value: string,
  problem: string | undefined,
): Promise<ProvedAddress> {
  let proved: ProvedAddress;
  const answer = await askText({
    ...question,
    placeholder: l10n.t('Address with its version and tenant, such as https://compute.example.com/v2.1'),
    prompt: problem ?? l10n.t('Endpoint of the Compute API'),
    value,
    longest: LONGEST.address,
    problem: async (text, signal) => {
      const address = computeAddress(text, token.project);
      if (typeof address === 'string') return endpointProblemText(address);
      proved = address;
      return proveToken(context, address.base, token.token, signal, token.trust);
    },
  });
  return answer === undefined || answer === 'back' ? answer : proved;
}
