import assert from 'node:assert/strict';
import type { Account } from '../../src/auth/account';
import { ApiError, type ApiErrorKind } from '../../src/api/apiError';
import { obtainToken } from '../../src/auth/connect';
import { obtainedAccount } from '../../src/auth/newAccount';
import { renewToken } from '../../src/commands/signIn/renewToken';
import { addressFailureText } from '../../src/text/describeEndpoint';
import { describeError } from '../../src/text/describeError';
import { signInFailureText, type SignInBox } from '../../src/text/describeSignInError';
import { demoUser, documentedTenantId, documentedToken, type Fault } from '../server/index';
import { begun, press } from './accountsDialogs';
import { speak, wordsIn, type Language, type Words } from './language';
import { FIRST, SignInParts } from './signInParts';
import { describeInNewest } from './newest';

/** What may come of a token that is proved. */
const KINDS: readonly ApiErrorKind[] = [
  'unauthorized',
  'forbidden',
  'notFound',
  'badRequest',
  'redirect',
  'tooLarge',
  'notJson',
  'notImages',
];

/** What may come of a password. */
const IDENTITY_KINDS: readonly ApiErrorKind[] = [
  'wrongCredentials',
  'badRequest',
  'notFound',
  'redirect',
  'tooLarge',
  'notIdentity',
  'identityUnauthorized',
  'identityForbidden',
  'identityNotAllowed',
  'noApplicationCredentials',
  'noProject',
];

const BOXES: readonly SignInBox[] = ['endpoint', 'endpointOfGiven', 'token', 'password'];

/** Of lists, and of commands that lead to a box of these. */
const NOWHERE: readonly Words[] = [
  'Check that the token is for the endpoint’s tenant, and check the filter.',
  ['Set a smaller page size in “{0}”, or filter the list.', 'conohaImages.pageSize'],
  'Redirects are not followed, to keep your token safe. If you trust that URL, sign in with it as the endpoint.',
  'Check that this is the Compute endpoint.',
];

/** For who can enter an endpoint. */
const FOR_ENDPOINT: readonly Words[] = [
  'Enter another endpoint.',
  'Redirects are not followed, to keep your token safe. If you trust that URL, enter it here.',
  'Check the endpoint and the tenant ID.',
  'Enter an endpoint of the cloud that the token is from.',
];

/** For who can enter a token. */
const FOR_TOKEN: readonly Words[] = ['It is invalid or expired. Paste a new one.'];

/** For who can enter user, project or Identity URL. */
const FOR_IDENTITY: readonly Words[] = [
  'Check them, the domain and the project.',
  'Check user, domain and project.',
  'Check the URL. It should be the Identity URL.',
  'Redirects are not followed, to keep your password safe. If you trust that URL, use it as the Identity URL.',
  ['Enter the Identity URL with its version, such as {0}.', 'https://cloud.example/v3'],
  'Sign in with a user name and password, or enter an Identity v3 URL.',
  'Enter a project (tenant) that this user is a member of.',
];

const OUT_OF_PLACE: Readonly<Record<SignInBox, readonly Words[]>> = {
  endpoint: [...NOWHERE, ...FOR_TOKEN],
  // The token may be wrong there, or the endpoint.
  endpointOfGiven: [...NOWHERE, ...FOR_TOKEN, 'Enter an endpoint of the cloud that the token is from.'],
  token: [...NOWHERE, ...FOR_ENDPOINT],
  password: [...NOWHERE, ...FOR_ENDPOINT, ...FOR_TOKEN, ...FOR_IDENTITY],
};

describeInNewest('What is said of a token that could not be had or proved', () => {
  for (const language of ['en', 'ja'] as const) describe(`in ${language}`, () => inLanguage(language));
});

function inLanguage(language: Language): void {
  speak(language);
  const details = { host: 'cloud.example', status: 400, serverMessage: 'No.' };
  const isFit = (words: string, box: SignInBox) => {
    const update = wordsIn(language, [
      'It is invalid or expired. Choose “{0}”.',
      wordsIn(language, 'Update Token…'),
    ]);
    for (const advice of [...OUT_OF_PLACE[box].map((each) => wordsIn(language, each)), update]) {
      assert.ok(!words.includes(advice), words);
    }
    assert.match(words, /No\./);
  };

  for (const box of BOXES) {
    for (const kind of KINDS) {
      it(`fits a box for ${box}, and has what was answered: ${kind}`, () => {
        isFit(addressFailureText(new ApiError(kind, details), box), box);
      });
    }
  }

  for (const box of BOXES) {
    it(`names both causes of a 401 of Image v2 in a box for ${box}`, () => {
      const failureOf = (service?: 'image') =>
        addressFailureText(new ApiError('unauthorized', { ...details, ...(service && { service }) }), box);
      const away = wordsIn(language, 'Or the identity service is unavailable: then try again later.');
      assert.ok(failureOf('image').includes(away), failureOf('image'));
      // Its other cause is what is said of Compute, where it is the only one.
      assert.equal(failureOf('image').replace(away, '').replace(/\s+/g, ''), failureOf().replace(/\s+/g, ''));
    });
  }

  it('names the service that a URL is of in the place of Identity', () => {
    for (const [instead, words] of [
      ['image', 'This is an Image service URL. Enter an Identity URL.'],
      ['compute', 'This is a Compute endpoint. Enter an Identity URL.'],
    ] as const) {
      const failure = new ApiError('notIdentity', { host: 'cloud.example', service: 'identity', instead });
      assert.equal(describeError(failure).action, wordsIn(language, words));
    }
  });

  for (const kind of IDENTITY_KINDS) {
    it(`fits the box for the password of an account: ${kind}`, () => {
      isFit(
        signInFailureText(new ApiError(kind, { ...details, service: 'identity' }), 'password'),
        'password',
      );
    });
  }
}

describeInNewest('The box where it is said', () => {
  const given = new SignInParts();
  const nobody = new AbortController().signal;

  const signedOut = async (): Promise<Account> => {
    const { clients, accounts } = given.context;
    const credential = {
      kind: 'password',
      user: { name: demoUser.name, domainId: 'default' },
      password: demoUser.password,
      project: { id: documentedTenantId },
    } as const;
    const wish = { identity: `${given.api.origin}/v3`, credentials: [credential] } as const;
    const obtained = await obtainToken(clients, wish, nobody);
    const account = await accounts.signIn(
      obtainedAccount(obtained, { base: given.api.endpoint(documentedTenantId) }, true),
    );
    await accounts.signOut(account.id);
    return account;
  };

  const CASES: readonly (readonly [Fault, RegExp])[] = [
    [{ do: 'unauthorized', as: 'error' }, /issued just now, so the endpoint of this account may be wrong/],
    [{ do: 'status', status: 400 }, /The endpoint may be wrong/],
    [{ do: 'notJson' }, /The endpoint may be wrong/],
    [{ do: 'redirect', to: 'https://elsewhere.example' }, /not followed.*The endpoint may be wrong/],
  ];
  for (const [fault, words] of CASES) {
    it(`is that for the password of an account: ${fault.do}`, async () => {
      const account = await signedOut();
      const done = begun(renewToken(given.context, account));
      const standing = given.api.faults.add(fault);
      await given.dialogs.answer('Password', demoUser.password);
      await given.dialogs.objection(words);
      standing.remove();
      await given.dialogs.enter('Password');
      await done;
      assert.equal(given.account().signedIn, true);
    });
  }

  it('is that for an endpoint, which a pasted token does not open any more', async () => {
    const done = begun(given.begin());
    const token = 'gAAAAABended0000000000000000000000000000000000000000000000000000000';
    await given.dialogs.paste(FIRST, `x-subject-token: ${token}`);
    await given.dialogs.enter(FIRST);
    await given.dialogs.answer(
      'Endpoint of the Image or Compute API',
      given.api.endpoint(documentedTenantId),
    );
    await given.dialogs.objection(/invalid or expired: then sign in with a new one/);
    await press('closeQuickOpen');
    await done;
  });

  it('is that for whatever is pasted: an email address is none of ConoHa’s users, and may be one of others', async () => {
    await given.signIn(documentedToken);
    await given.context.accounts.rename(given.account().id, 'me@cloud.example');
    await given.context.accounts.signOut(given.account().id);
    const done = begun(given.begin());
    const stranger = await given.dialogs.type(FIRST, 'you@cloud.example');
    assert.match(stranger?.label ?? '', /For ConoHa, use an API user. For another OpenStack, choose/);
    const known = await given.dialogs.type(FIRST, 'me@cloud.example');
    assert.equal(known?.label, '$(info) Nothing else matches');
    await press('closeQuickOpen');
    await done;
  });
});
