import { parseIdentityAddress } from '../../api/identity/identityAddress';
import { serviceOfAddress } from '../../api/serviceOfAddress';
import type { IdentityOptions } from '../../api/identity/identity';
import type { NewAccount } from '../../auth/accounts';
import { connect, type Connected } from '../../auth/connect';
import type { IssueWish } from '../../auth/issueToken';
import { isEmailAddress, nameProblem } from '../../auth/typedName';
import { typedCredentials } from '../../auth/typedReference';
import * as LONGEST from '../../base/longestText';
import { CONOHA_PLACES } from '../../conoha';
import { hostText } from '../../text/describePlace';
import { placeDescription, placeLabel } from '../../text/describeSignIn';
import { addressQuestionTexts } from '../../text/addressQuestionTexts';
import { boxTexts } from '../../text/boxTexts';
import { passwordQuestionTexts } from '../../text/passwordQuestionTexts';
import { askText } from '../askText';
import { askValue } from '../askValue';
import type { AccountContext } from '../context';
import { accountAfterToken, stepsAfterToken, type AfterToken } from './afterToken';
import { askAddress } from './askAddress';
import { answeredBefore, runSteps, taken, type Position, type Step } from '../steps';

/** What somebody signs in with who has no cloud on this computer and no token. */
export type PasswordMethod = 'conoha' | 'openstack' | 'applicationCredential';

/** An identity service that was found. */
export type IdentityPlace = Pick<IdentityOptions, 'address' | 'version'>;

/** What is known so far. Passwords are only ever here and in the vault. */
interface Known extends AfterToken {
  readonly identityText?: string;
  readonly identity?: IdentityPlace;
  readonly user?: string;
  readonly domain?: string;
  readonly project?: string;
  readonly secret?: string;
}

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
  const known = await runSteps<Known>({ identity }, steps);
  return known === 'back' ? known : accountAfterToken(known);
}

function questionsOf(context: AccountContext, method: PasswordMethod, title: string): readonly Step<Known>[] {
  if (method === 'applicationCredential') {
    const id = passwordQuestionTexts.credentialId();
    const secret = passwordQuestionTexts.secret(method);
    return [
      textStep(title, 'user', id),
      secretStep(context, title, secret, ({ user }, typed) => [
        { kind: method, id: answeredBefore(user), secret: typed },
      ]),
    ];
  }
  const user = method === 'conoha' ? passwordQuestionTexts.conohaUser() : passwordQuestionTexts.user();
  return [
    textStep(title, 'user', user, { isConohaUser: method === 'conoha' }),
    ...(method === 'openstack'
      ? [textStep(title, 'domain', passwordQuestionTexts.domain(), { isNeeded: false })]
      : []),
    textStep(title, 'project', passwordQuestionTexts.project()),
    secretStep(context, title, passwordQuestionTexts.secret('password'), (known, password) =>
      typedCredentials({
        user: answeredBefore(known.user),
        domain: known.domain,
        project: answeredBefore(known.project),
        password,
      }),
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
          description: placeDescription(value),
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
    : { ...known, identity, secret: undefined, connected: undefined, place: undefined };
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
          const address = parseIdentityAddress(text);
          if (typeof address === 'string') return { problem: { kind: 'endpoint', problem: address } };
          const service = serviceOfAddress(text);
          if (service !== undefined && service !== 'identity')
            return { problem: { kind: 'notIdentity', service } };
          return { value: await context.clients.discoverIdentity(address, { isTyped: true }, signal) };
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
        await askText<string | undefined>({
          ...position,
          title,
          placeholder,
          prompt: placeholder,
          text: known[field] ?? '',
          longest: field === 'project' ? LONGEST.tenant : LONGEST.user,
          warning: (text) => (isConohaUser && isEmailAddress(text) ? 'emailUser' : undefined),
          read: (text) => {
            const name = text.trim();
            if (name === '') return isNeeded ? { problem: 'required' } : { value: undefined };
            const problem = nameProblem(name);
            return problem === undefined ? { value: name } : { problem: { kind: 'name', problem } };
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
  credentialsOf: (known: Known, secret: string) => IssueWish['credentials'],
): Step<Known> {
  return {
    ask: async (known, position) => {
      const identity = answeredBefore(known.identity);
      const connected = await askSecret({ ...position, title, placeholder }, identity.address, {
        text: known.secret,
        connect: (secret, signal) => {
          const credentials = credentialsOf(known, secret);
          const wish = { identity: identity.address, version: identity.version, credentials };
          return connect(context.clients, wish, {}, signal);
        },
      });
      return taken(connected, (value, secret) => ({
        ...known,
        connected: value,
        place: value.place,
        secret,
      }));
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
    /** What stands there at first. */
    readonly text: string | undefined;
    readonly connect: (secret: string, signal: AbortSignal) => Promise<Connected>;
  },
): ReturnType<typeof askText<Connected>> {
  return askText<Connected>({
    ...question,
    prompt: boxTexts.sentOnlyTo(hostText(identity)),
    text: given.text ?? '',
    password: true,
    longest: LONGEST.password,
    read: async (secret, signal) =>
      secret === '' ? { problem: 'required' } : { value: await given.connect(secret, signal) },
  });
}
