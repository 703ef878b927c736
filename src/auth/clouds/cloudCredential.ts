import type {
  ApplicationCredential,
  IdentityVersion,
  ProjectUser,
  UserReference,
} from '../../api/identity/credential';
import { isPasswordStandIn, standInOf } from '../../api/pasted/standIn';
import { pastedTokenProblem } from '../../api/pasted/tokenText';
import { withSecret } from '../withSecret';
import type { Cloud, CloudFault, CloudToken, SecretlessCloud } from './cloud';
import { textOf, type CloudFields } from './cloudFields';
import { otherScope } from './cloudKeys';

/** What to sign in with, or who signs in where the password or secret is missing. */
export type CloudSecret = Pick<Cloud, 'credential'> | Pick<SecretlessCloud, 'who'>;

/** Who signs in to a cloud, with the secret where its fields have it; or why nobody can. */
export function credentialOf(
  fields: CloudFields,
  version: IdentityVersion | undefined,
): CloudSecret | CloudFault {
  const who = whoOf(fields, version);
  if ('problem' in who) return who;
  if (who.kind === 'token') return { credential: who };
  const secret = textOf(fields, who.kind === 'password' ? 'password' : 'application_credential_secret');
  // A placeholder is no secret: somebody is asked for what was to stand there.
  return secret === undefined || isPasswordStandIn(secret)
    ? { who }
    : { credential: withSecret(who, secret) };
}

function whoOf(
  fields: CloudFields,
  version: IdentityVersion | undefined,
): ProjectUser | ApplicationCredential | CloudToken | CloudFault {
  const authType = textOf(fields, 'auth_type', 'auth_plugin') ?? guessedType(fields);
  switch (authType) {
    case 'password':
    case 'v2password':
    case 'v3password':
      return passwordOf(fields);
    case 'v3applicationcredential':
    case 'application_credential':
      return version === 'v2.0'
        ? { problem: 'applicationCredentialNeedsV3' }
        : applicationCredentialOf(fields);
    case 'token':
    case 'v2token':
    case 'v3token':
      return cloudTokenOf(fields);
    default:
      return { problem: 'unsupportedAuthType', detail: authType };
  }
}

/** Files often leave `auth_type` out, where the fields say it as well. */
function guessedType(fields: CloudFields): string {
  if (textOf(fields, 'password') !== undefined) return 'password';
  if (textOf(fields, 'application_credential_id', 'application_credential_name') !== undefined) {
    return 'v3applicationcredential';
  }
  return textOf(fields, ...TOKEN) === undefined ? 'password' : 'token';
}

function passwordOf(fields: CloudFields): ProjectUser | CloudFault {
  const user = userOf(fields);
  const project = referenceOf(
    { id: textOf(fields, 'project_id', 'tenant_id'), name: textOf(fields, 'project_name', 'tenant_name') },
    domainOf(fields, 'project'),
  );
  if (user === undefined) return { problem: 'noUser' };
  if (project === undefined) {
    const detail = otherScope(fields);
    return detail === undefined ? { problem: 'noProject' } : { problem: 'unsupportedScope', detail };
  }
  return { kind: 'password', user, project };
}

function applicationCredentialOf(fields: CloudFields): ApplicationCredential | CloudFault {
  const id = textOf(fields, 'application_credential_id');
  const name = textOf(fields, 'application_credential_name');
  const kind = 'applicationCredential';
  if (id !== undefined) return { kind, id };
  const user = userOf(fields);
  // A name is the user's own: without the user it means nothing.
  if (name === undefined || user === undefined) return { problem: 'noApplicationCredential' };
  return { kind, name, user };
}

function cloudTokenOf(fields: CloudFields): CloudToken | CloudFault {
  const token = textOf(fields, ...TOKEN);
  if (token === undefined) return { problem: 'noToken' };
  if (standInOf(token) !== undefined) return { problem: 'tokenPlaceholder' };
  return pastedTokenProblem(token) === undefined ? { kind: 'token', token } : { problem: 'tokenUnusable' };
}

function userOf(fields: CloudFields): UserReference | undefined {
  return referenceOf(
    { id: textOf(fields, 'user_id'), name: textOf(fields, 'username', 'user_name') },
    domainOf(fields, 'user'),
  );
}

type Domain = Pick<UserReference, 'domain' | 'domainId'>;

/** What is said of the domain, nothing added: what holds where nothing is said depends on the server. */
function domainOf(fields: CloudFields, whose: 'user' | 'project'): Domain {
  for (const place of [`${whose}_domain`, 'domain', 'default_domain']) {
    const domainId = textOf(fields, `${place}_id`);
    if (domainId !== undefined) return { domainId };
    const domain = textOf(fields, `${place}_name`);
    if (domain !== undefined) return { domain };
  }
  // For OpenStack's command line, this one is an id.
  const domainId = textOf(fields, 'default_domain');
  return domainId === undefined ? {} : { domainId };
}

/** An id needs neither name nor domain; the user's domain is there for a project that has none of its own. */
function referenceOf(
  { id, name }: { readonly id: string | undefined; readonly name: string | undefined },
  domain: Domain,
): UserReference | undefined {
  if (id !== undefined) return { id, ...domain };
  return name === undefined ? undefined : { name, ...domain };
}

const TOKEN = ['token', 'auth_token'] as const;
