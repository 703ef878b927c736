/** A text as people paste it to sign in with, and what in it is secret. */
export interface PastedForm {
  readonly how: string;
  readonly text: string;
  /** As they stand in it. */
  readonly secrets: readonly string[];
}

export const TENANT = '487727e3921d44e3bfe7ebb337bf085e';
export const USER = '0d4d9b6f0a3c4f0c9d3c6a8e5b7f1a2c';
/** As ConoHa's Identity v2.0 has them, and as Keystone does. */
export const OLD_TOKEN = 'a3f2b1c4d5e6f708192a3b4c5d6e7f80';
export const TOKEN = `gAAAAABpJ-${'xK3_q9'.repeat(28)}Z==`;
export const EXPIRES = Date.UTC(2026, 10, 27, 7, 30, 8);
export const COMPUTE = `https://compute.example/v2.1/${TENANT}`;

const TIME = '2026-11-27T07:30:08+0000';

/** The body of an answer of Identity v3. */
export const V3_BODY = JSON.stringify({
  token: {
    methods: ['password'],
    expires_at: '2026-11-27T07:30:08.000000Z',
    issued_at: '2026-11-26T07:30:08.000000Z',
    project: { domain: { id: 'default', name: 'Default' }, id: TENANT, name: 'demo' },
    catalog: [
      {
        type: 'identity',
        endpoints: [{ interface: 'public', region: 'R1', url: 'https://identity.example/v3' }],
      },
      { type: 'compute', endpoints: [{ interface: 'public', region: 'R1', url: COMPUTE }] },
    ],
  },
});

/** The answer of Identity v2.0. */
export const v2Body = (token: string): string =>
  JSON.stringify({
    access: {
      token: {
        issued_at: '2026-11-26T07:30:08.123456',
        tenant: { id: TENANT, name: 'gnct1', enabled: true },
        expires: '2026-11-27T07:30:08Z',
        id: token,
      },
      serviceCatalog: [{ type: 'compute', endpoints: [{ region: 'tyo1', publicURL: COMPUTE }] }],
    },
  });

const HEAD = (token: string): string =>
  `date: Thu, 26 Nov 2026 07:30:08 GMT\r\nx-subject-token: ${token}\r\nvary: X-Auth-Token\r\nx-openstack-request-id: req-1b2c3d4e\r\ncontent-length: 1234\r\n\r\n`;

/** Whole answers, with all that they tell. */
export const ANSWERS: readonly PastedForm[] = [
  { how: 'HTTP/1.1', text: `HTTP/1.1 201 Created\r\n${HEAD(TOKEN)}${V3_BODY}` },
  { how: 'HTTP/2', text: `HTTP/2 201 \r\n${HEAD(TOKEN)}${V3_BODY}` },
  {
    how: '100 Continue before it',
    text: `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 CREATED\r\n${HEAD(TOKEN)}${V3_BODY}`,
  },
  {
    how: 'the head of a proxy before it',
    text: `HTTP/1.1 200 Connection established\r\nProxy-Agent: x\r\n\r\nHTTP/2 201 \r\n${HEAD(TOKEN)}${V3_BODY}\nme@host:~$ `,
  },
  {
    how: 'what curl -v says',
    text: `* Connected to identity.example (192.0.2.1) port 443\n> POST /v3/auth/tokens HTTP/2\n> Host: identity.example\n> \n{ [5 bytes data]\n< HTTP/2 201 \n${HEAD(TOKEN).replace(/^(?=.)/gm, '< ')}${V3_BODY}* Connection #0 to host identity.example left intact\n`,
  },
].map((form) => ({ ...form, secrets: [TOKEN] }));

const OTHER_ANSWERS: readonly PastedForm[] = [
  { how: 'x-subject-token alone', text: `x-subject-token: ${TOKEN}`, secrets: [TOKEN] },
  { how: 'X-Subject-Token of curl -v', text: `< X-Subject-Token: ${TOKEN}`, secrets: [TOKEN] },
  { how: 'some header lines', text: HEAD(OLD_TOKEN), secrets: [OLD_TOKEN] },
  { how: 'JSON of Identity v2.0', text: v2Body(OLD_TOKEN), secrets: [OLD_TOKEN] },
  {
    how: 'an answer of Identity v2.0',
    text: `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n${v2Body(OLD_TOKEN)}`,
    secrets: [OLD_TOKEN],
  },
];

const row = (name: string, value: string): string => `| ${name.padEnd(10)} | ${value.padEnd(40)} |\n`;
const LINE = `+${'-'.repeat(12)}+${'-'.repeat(42)}+\n`;
/** A token over several rows, as a narrow terminal has it. */
const pieces = (token: string): readonly string[] => token.match(/.{1,40}/g) ?? [];
const table = (rows: string): string => `${LINE}${row('Field', 'Value')}${LINE}${rows}${LINE}`;

/** What `openstack token issue` prints, with expiry and project. */
export const OUTPUTS: readonly PastedForm[] = [TOKEN, OLD_TOKEN].flatMap((token) => {
  const [first = '', ...more] = pieces(token);
  const wrapped = [row('id', first), ...more.map((piece) => row('', piece))].join('');
  const ids = `${row('project_id', TENANT)}${row('user_id', USER)}`;
  return [
    { how: 'a table', text: table(`${row('expires', TIME)}${row('id', token)}${ids}`), secrets: [token] },
    {
      how: 'a table of a narrow terminal, with its command',
      text: `$ openstack token issue --fit-width\n${table(`${row('expires', TIME)}${wrapped}${ids}`)}`,
      secrets: pieces(token),
    },
    {
      how: 'JSON',
      text: JSON.stringify({ expires: TIME, id: token, project_id: TENANT, user_id: USER }, undefined, 2),
      secrets: [token],
    },
    {
      how: 'shell',
      text: `expires="${TIME}"\nid="${token}"\nproject_id="${TENANT}"\nuser_id="${USER}"\n`,
      secrets: [token],
    },
    { how: 'values', text: `${TIME}\n${token}\n${TENANT}\n${USER}\n`, secrets: [token] },
    {
      how: 'YAML',
      text: `expires: '${TIME}'\nid: ${token}\nproject_id: ${TENANT}\nuser_id: ${USER}\n`,
      secrets: [token],
    },
  ].map((form) => ({ ...form, how: `${form.how} with a token of ${token.length} characters` }));
});

/** The same with `-c id`. */
export const IDS: readonly PastedForm[] = [
  { how: 'a table', text: table(row('id', TOKEN)) },
  { how: 'JSON', text: `{\n  "id": "${TOKEN}"\n}` },
  { how: 'shell', text: `id="${TOKEN}"` },
  { how: 'a value', text: `${TOKEN}\n` },
  { how: 'YAML', text: `id: ${TOKEN}\n` },
  { how: 'a value after its command', text: `$ openstack token issue -f value -c id\n${TOKEN}` },
].map((form) => ({ ...form, secrets: [TOKEN] }));

const SECRET = "pa$$ wo'rd#1";

/** Files with secrets in them. */
export const FILES: readonly PastedForm[] = [
  {
    how: 'openrc',
    text: `export OS_AUTH_URL=https://i.example/v3\nexport OS_USERNAME="demo"\nexport OS_PASSWORD="pa\\$\\$ wo'rd#1"\n`,
    secrets: ["pa\\$\\$ wo'rd#1"],
  },
  {
    how: 'openrc with a joined word',
    text: `export OS_AUTH_URL=https://i.example/v3\nOS_USERNAME=demo\nOS_PASSWORD='pa$$ wo'"'"'rd#1'\nexport OS_PASSWORD\n`,
    secrets: ['pa$$ wo', 'rd#1'],
  },
  {
    how: 'openrc of an application credential',
    text: `export OS_AUTH_TYPE=v3applicationcredential\nexport OS_AUTH_URL=https://i.example/v3\nexport OS_APPLICATION_CREDENTIAL_ID=${USER}\nexport OS_APPLICATION_CREDENTIAL_SECRET=s3cr-et_Word\n`,
    secrets: ['s3cr-et_Word'],
  },
  {
    how: 'PowerShell',
    text: `$env:OS_AUTH_URL = "https://i.example/v3"\r\n$env:OS_USERNAME = 'demo'\r\n$env:OS_PASSWORD = 'pa$$ wo''rd#1'\r\n`,
    secrets: ["pa$$ wo''rd#1"],
  },
  {
    how: 'cmd',
    text: `@echo off\r\nset OS_AUTH_URL=https://i.example/v3\r\nset OS_USERNAME=demo\r\nset OS_PASSWORD=${SECRET}\r\n`,
    secrets: [SECRET],
  },
];

export const COMMANDS: readonly PastedForm[] = [
  {
    how: 'a curl command',
    text: `curl -i -H "X-Auth-Token: ${OLD_TOKEN}" ${COMPUTE}/images/detail`,
    secrets: [OLD_TOKEN],
  },
  { how: 'a header', text: `X-Auth-Token: ${OLD_TOKEN}`, secrets: [OLD_TOKEN] },
  { how: 'a variable', text: `export OS_TOKEN=${OLD_TOKEN}`, secrets: [OLD_TOKEN] },
];

/** All that hold a secret, as they are and in a box, which makes blanks of line ends. */
export const FORMS: readonly PastedForm[] = [
  ...ANSWERS,
  ...OTHER_ANSWERS,
  ...OUTPUTS,
  ...IDS,
  ...FILES,
  ...COMMANDS,
].flatMap((form) => [form, folded(form)]);

export function folded({ how, text, secrets }: PastedForm): PastedForm {
  return { how: `${how}, in a box`, text: text.replace(/\r\n|\n/g, ' '), secrets };
}
