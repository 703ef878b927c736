import type { Credential, UserReference } from '../api/identity/credential';
import { isOpenStackId } from '../api/openStackId';

/** A text that a person typed for a user or a project, by name or ID: the likelier form first, then the other. */
export function typedReferences(text: string): readonly UserReference[] {
  const typed = text.trim();
  const [id, name] = [{ id: typed }, { name: typed }];
  return isOpenStackId(typed) ? [id, name] : [name, id];
}

/** The same for a domain. Empty where none was typed. The domain that Keystone comes with has the id `default`. */
export function typedDomain(text: string): Pick<UserReference, 'domain' | 'domainId'> {
  const typed = text.trim();
  if (typed === '') return {};
  return typed === 'default' || isOpenStackId(typed) ? { domainId: typed } : { domain: typed };
}

/** What was typed of an API user, as it was typed: each may be a name or an id. */
export interface TypedUser {
  readonly user: string;
  /** Where one was typed. */
  readonly domain: string | undefined;
  readonly project: string;
  readonly password: string;
}

/** What a person typed as credentials, the likelier first; the other is to be tried once when that is refused. */
export function typedCredentials({
  user,
  domain,
  project,
  password,
}: TypedUser): readonly [Credential, Credential] {
  const inDomain = domain === undefined ? {} : typedDomain(domain);
  const made = (userForm: number, projectForm: number): Credential => ({
    kind: 'password',
    user: { ...typedReferences(user)[userForm], ...inDomain },
    password,
    project: { ...typedReferences(project)[projectForm], ...inDomain },
  });
  const [ofUser, ofProject] = [doubt(user), doubt(project)];
  // Where both look like ids, that of the project is one: few people would call a project so.
  const isProject = ofProject > ofUser || (ofProject === ofUser && ofProject !== 2);
  return [made(0, 0), made(ofUser >= ofProject ? 1 : 0, isProject ? 1 : 0)];
}

/** How likely it is that a text is of the other form than it looks. */
function doubt(text: string): number {
  const typed = text.trim();
  if (isOpenStackId(typed)) return 2;
  // Other clouds make ids of their own, with digits in them; few names have.
  return /^[a-z0-9_-]*\d[a-z0-9_-]*$/i.test(typed) ? 3 : 1;
}
