import { parseIdentityAddress } from '../../api/identity/identityAddress';
import { serviceOfAddress } from '../../api/serviceOfAddress';
import type { IdentityOptions } from '../../api/identity/identity';
import type { NewAccount } from '../../auth/accounts';
import { connect, type Connected } from '../../auth/connect';
import type { IssueWish } from '../../auth/issueToken';
import { obtainedAccount } from '../../auth/newAccount';
import { isEmailAddress, nameProblem } from '../../auth/typedName';
import { typedCredentials } from '../../auth/typedReference';
import { LONGEST } from '../../base/longest';
import { CONOHA_PLACES } from '../../conoha';
import { endpointProblemText, noIdentityText } from '../../text/describeEndpoint';
import { emailUserText, nameProblemText } from '../../text/describeName';
import { hostText } from '../../text/describePlace';
import { placeLabel } from '../../text/describeSignIn';
import { addressQuestionTexts } from '../../text/addressQuestionTexts';
import { boxTexts } from '../../text/boxTexts';
import { passwordQuestionTexts } from '../../text/passwordQuestionTexts';
import { checked } from '../ask';
import { askText } from '../askText';
import { askValue } from '../askValue';
import type { AccountContext } from '../context';
import { stepsAfterToken, type AfterToken } from './afterToken';
import { askAddress } from './askAddress';
import { runSteps, taken, type Position, type Step } from '../steps';

/** What somebody signs in with who has no cloud on this computer and no token. */
export type PasswordMethod = 'conoha' | 'openstack' | 'applicationCredential';

/** An identity service that was found. */
export type IdentityPlace = Pick<IdentityOptions, 'address' | 'version'>;

/** What is known so far. Passwords are only ever here and in the vault. */
interface Known extends AfterToken {
  readonly identityText: string;
  readonly identity?: IdentityPlace;
  readonly user: string;
  readonly domain: string;
  readonly project: string;
  readonly secret: string;
}

const NOTHING: Known = { identityText: '', user: '', domain: '', project: '', secret: '' };

/**
 * Asks for who signs in and where, and gets a token.
 * @param identity where that is known
 * @throws {Canceled} when given up
 */
export async function askPasswordAccount(
  context: AccountContext,
  method: PasswordMethod,
  identity?: IdentityPlace,
): Promise<NewAccount | 'back'> {
  const title = passwordQuestionTexts.titles[method]();
  const place = method === 'conoha' ? placeStep(title) : identityStep(context, title);
  const steps: readonly Step<Known>[] = [
    { ...place, needed: () => identity === undefined },
    ...questionsOf(context, method, title),
    ...stepsAfterToken<Known>(context, title),
  ];
  const known = await runSteps({ ...NOTHING, identity }, steps);
  if (known === 'back') return known;
  const { connected, base, renews = false } = known;
  return connected === undefined || base === undefined
    ? 'back'
    : obtainedAccount(connected.obtained, base, renews);
}

function questionsOf(context: AccountContext, method: PasswordMethod, title: string): readonly Step<Known>[] {
  if (method === 'applicationCredential') {
    const id = passwordQuestionTexts.credentialId();
    const secret = passwordQuestionTexts.secret(method);
    return [
      textStep(title, 'user', id),
      secretStep(context, title, secret, (known) => [{ kind: method, id: known.user, secret: known.secret }]),
    ];
  }
  const user = method === 'conoha' ? passwordQuestionTexts.conohaUser() : passwordQuestionTexts.user();
  return [
    textStep(title, 'user', user, { isConohaUser: method === 'conoha' }),
    ...(method === 'openstack'
      ? [textStep(title, 'domain', passwordQuestionTexts.domain(), { isNeeded: false })]
      : []),
    textStep(title, 'project', passwordQuestionTexts.project()),
    secretStep(context, title, passwordQuestionTexts.secret('password'), (known) =>
      typedCredentials({ ...known, password: known.secret }),
    ),
  ];
}

/** The generations and regions of ConoHa. */
function placeStep(title: string): Step<Known> {
  return {
    ask: async (known, position) => {
      const answer = await askValue({
        ...position,
        title,
        placeholder: passwordQuestionTexts.place(),
        hint: boxTexts.narrows(),
        present: CONOHA_PLACES.find(({ identity }) => identity.address === known.identity?.address),
        items: CONOHA_PLACES.map((value) => ({
          label: placeLabel(value),
          description: value.identity.address,
          value,
        })),
        read: (value) => ({ value }),
      });
      return taken(answer, ({ identity }) => at(identity, known));
    },
  };
}

/** A secret is for the server that it was typed for: for another one it does not stand ready. */
function at(identity: IdentityPlace, known: Known): Known {
  return known.identity?.address === identity.address
    ? { ...known, identity }
    : { ...known, identity, secret: '', connected: undefined, base: undefined };
}

/** Proved when it is entered, not when a password has been typed for it. */
function identityStep(context: AccountContext, title: string): Step<Known> {
  return {
    ask: async (known, position) => {
      const answer = await askAddress<IdentityPlace>({
        ...position,
        title,
        placeholder: boxTexts.example('https://keystone.example.com:5000/v3'),
        prompt: addressQuestionTexts.identity(),
        text: known.identityText,
        read: async (text, signal) => {
          const parsed = parseIdentityAddress(text);
          if (typeof parsed === 'string') return { problem: endpointProblemText(parsed) };
          const service = serviceOfAddress(text);
          if (service !== undefined && service !== 'identity') return { problem: noIdentityText(service) };
          return { value: await context.clients.discoverIdentity(text, { isTyped: true }, signal) };
        },
      });
      return taken(answer, (identity, identityText) => ({ ...at(identity, known), identityText }));
    },
  };
}

function textStep(
  title: string,
  field: 'user' | 'domain' | 'project',
  placeholder: string,
  { isNeeded = true, isConohaUser = false } = {},
): Step<Known> {
  return {
    ask: async (known, position) =>
      taken(
        await askText({
          ...position,
          title,
          placeholder,
          prompt: placeholder,
          text: known[field],
          longest: field === 'project' ? LONGEST.tenant : LONGEST.user,
          warning: (text) => (isConohaUser && isEmailAddress(text) ? emailUserText() : undefined),
          read: (text) => {
            const name = text.trim();
            if (isNeeded && name === '') return { problem: boxTexts.required() };
            const problem = nameProblem(name);
            return checked(name, problem && nameProblemText(problem));
          },
        }),
        (value) => ({ ...known, [field]: value }),
      ),
  };
}

/** The last question before a token: its answer gets one, so that what is wrong is said while it stands there. */
function secretStep(
  context: AccountContext,
  title: string,
  placeholder: string,
  credentialsOf: (known: Known) => IssueWish['credentials'],
): Step<Known> {
  return {
    ask: async (known, position) => {
      const { identity } = known;
      if (identity === undefined) return 'back';
      const connected = await askSecret({ ...position, title, placeholder }, identity.address, {
        text: known.secret,
        connect: (secret, signal) => {
          const credentials = credentialsOf({ ...known, secret });
          const wish = { identity: identity.address, version: identity.version, credentials };
          return connect(context.clients, wish, {}, signal);
        },
      });
      return taken(connected, (value, secret) => ({ ...known, connected: value, base: value.base, secret }));
    },
  };
}

interface SecretQuestion extends Position {
  readonly title: string;
  readonly placeholder: string;
}

/** Asks for a password or secret, which gets a token at once. @param identity where it is sent */
export function askSecret(
  question: SecretQuestion,
  identity: string,
  given: {
    readonly text: string;
    readonly connect: (secret: string, signal: AbortSignal) => Promise<Connected>;
  },
): ReturnType<typeof askText<Connected>> {
  return askText<Connected>({
    ...question,
    prompt: boxTexts.sentOnlyTo(hostText(identity)),
    text: given.text,
    password: true,
    longest: LONGEST.password,
    read: async (secret, signal) =>
      secret === '' ? { problem: boxTexts.required() } : { value: await given.connect(secret, signal) },
  });
}
