import { l10n } from 'vscode';
import { identityText, parseIdentityAddress } from '../../api/identity/identityAddress';
import { serviceOfAddress } from '../../api/serviceOfAddress';
import { CONOHA_3_IDENTITY, CONOHA_REGIONS, conohaIdentity } from '../../conoha';
import type { IssueWish } from '../../auth/issueToken';
import { typedCredentials } from '../../auth/typedReference';
import { LONGEST } from '../../base/longest';
import { endpointProblemText, otherServiceText } from '../../text/describeEndpoint';
import { askText, askValue } from '../ask';
import type { AccountContext } from '../context';
import { connect, stepsAfterToken, type AfterToken } from './afterToken';
import { typedEndpoint, type OtherWay } from './endpointStep';
import { hideSecrets } from './pastedCommand';
import { runSteps, taken, type Position, type Step } from './steps';

/** What is known so far on the way to a token. Passwords are only ever here and in the vault. */
interface Known extends AfterToken {
  readonly identity: string;
  readonly user: string;
  readonly domain: string;
  readonly project: string;
  readonly secret: string;
}

const NOTHING: Known = { identity: '', user: '', domain: '', project: '', secret: '', candidates: [] };

export const CLOUDS = 'way:clouds';

export const identityWays = (): readonly OtherWay[] => [
  {
    id: 'way:conoha',
    label: l10n.t('ConoHa API user and password…'),
    description: l10n.t('stays signed in'),
  },
  {
    id: 'way:openstack',
    label: l10n.t('OpenStack user and password…'),
    description: l10n.t('Identity v3 or v2.0'),
  },
  {
    id: 'way:applicationCredential',
    label: l10n.t('Application credential…'),
    description: l10n.t('Identity v3'),
  },
  {
    id: CLOUDS,
    label: l10n.t('From clouds.yaml or the environment…'),
    description: l10n.t('as OpenStack’s own tools use them'),
  },
];

/** Asks for what the way needs, and gets a token by it. */
export async function askIdentityWay(
  context: AccountContext,
  way: OtherWay,
): Promise<AfterToken | 'back' | undefined> {
  const title = way.label.replace(/…$/, '');
  const steps = [...stepsOf(context, way.id, title), ...stepsAfterToken<Known>(context, title)];
  return runSteps(NOTHING, steps, 1);
}

function stepsOf(context: AccountContext, way: string, title: string): readonly Step<Known>[] {
  const identity: Step<Known> = { ask: (known, position) => identityStep(title, way, known, position) };
  if (way === 'way:applicationCredential') {
    return [
      identity,
      textStep(title, 'user', l10n.t('ID of the application credential'), required),
      secretStep(context, title, l10n.t('Secret of the application credential'), ({ user, secret }) => [
        { kind: 'applicationCredential', id: user, secret },
      ]),
    ];
  }
  const domain = textStep(
    title,
    'domain',
    l10n.t('Domain of the user, by name or ID; may be empty'),
    () => undefined,
  );
  return [
    identity,
    textStep(title, 'user', userPlaceholder(way), required),
    ...(way === 'way:openstack' ? [domain] : []),
    textStep(title, 'project', l10n.t('Tenant (project), by ID or name'), required),
    secretStep(context, title, l10n.t('Password'), ({ secret, ...typed }) =>
      typedCredentials({ ...typed, password: secret }),
    ),
  ];
}

async function identityStep(
  title: string,
  way: string,
  known: Known,
  position: Position,
): Promise<Known | 'back' | undefined> {
  const suggestions = way === 'way:conoha' ? CONOHA_REGIONS.map(conohaIdentity) : [CONOHA_3_IDENTITY];
  const answer = await askValue({
    ...position,
    title,
    placeholder: l10n.t('Address of the Identity API: pick one or type it'),
    present: known.identity === '' ? undefined : known.identity,
    items: suggestions.map((value) => ({ label: value, value })),
    other: { longest: LONGEST.address, item: typedEndpoint },
    onType: hideSecrets,
    accepts: (text) => {
      const parsed = parseIdentityAddress(text);
      if (typeof parsed === 'string') return endpointProblemText(parsed);
      const service = serviceOfAddress(text);
      return service === undefined || service === 'identity' ? undefined : otherServiceText(service);
    },
  });
  if (answer === undefined || answer === 'back') return answer;
  const parsed = parseIdentityAddress(answer.text);
  return typeof parsed === 'string' ? undefined : { ...known, identity: identityText(parsed) };
}

function textStep(
  title: string,
  field: 'user' | 'domain' | 'project',
  placeholder: string,
  problem: (text: string) => string | undefined,
): Step<Known> {
  return {
    ask: async (known, position) =>
      taken(
        await askText({
          ...position,
          title,
          placeholder,
          prompt: placeholder,
          value: known[field],
          longest: field === 'project' ? LONGEST.tenant : LONGEST.user,
          problem,
        }),
        (text) => ({ ...known, [field]: text.trim() }),
      ),
  };
}

/** The last question: its answer gets the token, so that what is wrong is said while it stands there. */
function secretStep(
  context: AccountContext,
  title: string,
  placeholder: string,
  credentialsOf: (known: Known) => IssueWish['credentials'],
): Step<Known> {
  return {
    ask: async (known, position) => {
      let after: AfterToken | undefined;
      const answer = await askText({
        ...position,
        title,
        placeholder,
        prompt: l10n.t('It is sent to {0} only', new URL(known.identity).host),
        value: known.secret,
        password: true,
        longest: LONGEST.password,
        problem: async (secret, signal) => {
          if (secret === '') return required(secret);
          const wish = { identity: known.identity, credentials: credentialsOf({ ...known, secret }) };
          const result = await connect(context, wish, {}, signal);
          if (typeof result === 'string') return result;
          after = result;
          return undefined;
        },
      });
      return taken(answer, (secret) => ({ ...known, ...after, secret }));
    },
  };
}

function userPlaceholder(way: string): string {
  return way === 'way:conoha' ? l10n.t('API user, such as gncu00000001') : l10n.t('User, by name or ID');
}

function required(text: string): string | undefined {
  return text.trim() === '' ? l10n.t('This is needed.') : undefined;
}
