import assert from 'node:assert/strict';
import { demoUser, documentedTenantId, type Server } from '../server/index';

/** What somebody has who has got a token in a terminal. */
export interface IssuedTexts {
  readonly token: string;
  /** As `curl -i` prints the whole answer. */
  readonly answer: string;
  readonly body: string;
}

const USER = { name: demoUser.name, password: demoUser.password };

/** Asks the Identity API of v3 for a token, as people do with curl. */
export async function issuedByV3({ origin }: Server): Promise<IssuedTexts> {
  const user = { ...USER, domain: { id: 'default' } };
  const identity = { methods: ['password'], password: { user } };
  const auth = { identity, scope: { project: { id: documentedTenantId } } };
  const { answer, body, header } = await posted(`${origin}/v3/auth/tokens`, { auth });
  return { token: header('x-subject-token'), answer, body };
}

/** The same of v2.0, whose token stands in the body. */
export async function issuedByV2({ origin }: Server): Promise<IssuedTexts> {
  const passwordCredentials = { username: USER.name, password: USER.password };
  const auth = { passwordCredentials, tenantId: documentedTenantId };
  const { answer, body } = await posted(`${origin}/v2.0/tokens`, { auth });
  const { access } = JSON.parse(body) as { readonly access: { readonly token: { readonly id: string } } };
  return { token: access.token.id, answer, body };
}

async function posted(url: string, body: object) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  assert.ok(response.ok, `${url} answers ${response.status}`);
  const text = await response.text();
  const lines = [`HTTP/1.1 ${response.status} ${response.statusText}`];
  for (const [name, value] of response.headers) lines.push(`${name}: ${value}`);
  return {
    answer: `${lines.join('\r\n')}\r\n\r\n${text}`,
    body: text,
    header: (name: string) => response.headers.get(name) ?? '',
  };
}

/** The same token as `openstack token issue` prints it, in each of its formats. */
export const TOKEN_ISSUE: Readonly<Record<'table' | 'JSON' | 'shell' | 'value', (token: string) => string>> =
  {
    table: (token) => {
      const rows = Object.entries({ Field: 'Value', ...fieldsOf(token) });
      const [head = '', ...others] = rows.map(
        ([name, value]) => `| ${name.padEnd(10)} | ${value.padEnd(40)} |`,
      );
      const line = `+${'-'.repeat(12)}+${'-'.repeat(42)}+`;
      return [line, head, line, ...others, line, ''].join('\n');
    },
    JSON: (token) => JSON.stringify(fieldsOf(token), undefined, 2),
    shell: (token) =>
      Object.entries(fieldsOf(token))
        .map(([name, value]) => `${name}="${value}"\n`)
        .join(''),
    value: (token) => `${Object.values(fieldsOf(token)).join('\n')}\n`,
  };

function fieldsOf(id: string): Readonly<Record<string, string>> {
  return { expires: '2999-11-27T07:30:08+0000', id, project_id: documentedTenantId, user_id: demoUser.id };
}
