import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readImagesEndpoint } from '../../src/api/images/imagesEndpoint';
import { parseIdentityAddress } from '../../src/api/identity/identityAddress';
import { maskSecrets } from '../../src/api/pasted/secretText';
import { PastedText } from '../../src/api/pasted/pastedText';
import { readPasted } from '../../src/api/pasted/readPasted';
import { readPastedToken } from '../../src/api/pasted/pastedToken';
import {
  ANSWERS,
  COMPUTE,
  EXPIRES,
  folded,
  IDS,
  OLD_TOKEN,
  OUTPUTS,
  TENANT,
  TOKEN,
  USER,
  V3_BODY,
  v2Body,
} from './pastedForms';

const BASE = 'https://compute.example/v2.1';
const problemOf = (text: string): unknown => {
  const pasted = readPasted(text);
  return pasted !== undefined && 'problem' in pasted ? pasted.problem : pasted;
};
const tokenProblemOf = (text: string): unknown => {
  const pasted = readPasted(text);
  assert.equal(pasted?.kind, 'token', text);
  return 'problem' in pasted ? pasted.problem : pasted;
};

describe('the value of a token alone', () => {
  const jwt = `eyJ${'hbGciOi1'.repeat(3)}.eyJzdWIiOiIx${'a'.repeat(9)}.sig${'n4tur3'.repeat(4)}`;
  for (const token of [OLD_TOKEN, TOKEN, OLD_TOKEN.toUpperCase(), jwt]) {
    it(`is a token, whatever stands around it: ${token.slice(0, 8)}`, () => {
      for (const text of [token, ` ${token}\n`, `"${token}"`, `'${token}',`]) {
        const pasted = readPasted(text);
        assert.ok(pasted !== undefined && 'token' in pasted, text);
        assert.equal(pasted.token, token);
        assert.ok(!maskSecrets(text).text.includes(token), 'it is shown as a mark');
      }
    });
  }

  it('is no word, name, path or address that is as long', () => {
    for (const text of [
      'production-cluster-tokyo-2026',
      'a-very-long-name-of-a-cloud-without-any-digit',
      '/home/me/clouds-2026/production/clouds',
      '123e4567-e89b-12d3-a456-426614174000',
    ]) {
      assert.equal(readPasted(text), undefined, text);
      assert.equal(maskSecrets(text).text, text);
    }
    assert.equal(readPasted(`https://compute.example/v2/${TENANT}`)?.kind, 'endpoint');
  });
});

describe('an address of a service that no token is sent to for images', () => {
  for (const text of [
    'http://127.0.0.1:45678/v3',
    'http://127.0.0.1:45678/v2.0/',
    'https://api.cloud.example:13000/v3',
    'https://cloud.example:9443/v3',
    'https://cloud.example/v2.0',
  ]) {
    it(`is one of Identity, which is asked without a token: ${text}`, () => {
      assert.equal(readPasted(text)?.kind, 'identity');
    });
  }

  for (const [problem, texts] of [
    [
      'ofOther',
      [
        'https://cloud.example:8776/v3',
        `https://cloud.example:8776/v3/${TENANT}`,
        'https://cloud.example:9696/v2.0',
        'https://network.example:9696/v2.0',
        `https://volume.example/v3/${TENANT}`,
        // Versions that are Compute's as well, or none.
        `https://block-storage.tyo1.conoha.io/v2/${TENANT}`,
        `https://volume.example:8776/v2/${TENANT}`,
        `https://cloud.example:8776/v2/${TENANT}`,
        `https://cloud.example/volume/v2/${TENANT}`,
        `https://cloud.example/v2/${TENANT}/volumes/detail`,
        'https://networking.tyo1.conoha.io',
        'https://network.example:9696',
        'https://cloud.example/load-balancer/v2',
        'https://dns.example/v2.1',
        'https://object-storage.c3j1.conoha.io',
      ],
    ],
    [
      'otherVersion',
      [
        `https://cloud.example:8080/v1/AUTH_${TENANT}`,
        'https://cloud.example:8774/v3',
        'https://compute.example/v1.1',
      ],
    ],
  ] as const) {
    for (const text of texts) {
      it(`is named, ${problem}: ${text}`, () => {
        assert.deepEqual(readPasted(text), { kind: 'endpoint', address: text, problem });
        assert.equal(readImagesEndpoint(text), problem);
      });
    }
  }

  for (const text of [
    'https://image-service.c3j1.conoha.io/v2/images',
    'https://image-service.tyo1.conoha.io',
    'https://cloud.example:9292',
    'https://cloud.example/image/v2',
    'https://cloud.example/image/v1',
    'https://image.example/v2',
  ]) {
    it(`is one of the image service: ${text}`, () => {
      const endpoint = readImagesEndpoint(text);
      assert.ok(typeof endpoint === 'object');
      assert.equal(endpoint.service, 'image');
      assert.deepEqual(readPasted(text), { kind: 'endpoint', address: text, endpoint });
    });
  }

  it('is not one of Compute, whatever version of it', () => {
    for (const text of [
      'https://cloud.example',
      'https://cloud.example/v2',
      'https://cloud.example:8774/v2.1',
      'https://cloud.example:8774/v2.90',
      'https://api.cloud.example:8000/v2.1',
      `https://blocks.example/v2/${TENANT}`,
      'https://volume.example/compute/v2.1',
      `https://compute.tyo1.conoha.io/v2/${TENANT}/images/detail`,
    ]) {
      assert.equal(typeof readImagesEndpoint(text), 'object', text);
      assert.ok('endpoint' in (readPasted(text) ?? {}), text);
    }
  });
});

describe('a clouds file that is pasted', () => {
  const FILE = `# As Horizon hands it out
clouds:
  openstack:
    auth:
      auth_url: https://identity.example/v3
      username: "demo"
      password: hidden-word
      token: ${'a'.repeat(32)}
    region_name: "RegionOne"
`;
  it('is named, with its lines or in one, as YAML or JSON, and with its secrets masked', () => {
    const json = '{"clouds": {"mine": {"profile": "conoha", "auth": {"password": "hidden-word"}}}}';
    const profile = '---\nclouds:\n  mine:\n    profile: conoha\n';
    for (const text of [FILE, FILE.replaceAll('\n', ' '), profile, json]) {
      assert.deepEqual(readPasted(text), { kind: 'text', problem: 'cloudsFile' }, text);
      assert.doesNotMatch(maskSecrets(text).text, /hidden-word|a{32}/);
      const box = new PastedText();
      assert.deepEqual(box.read(box.shown(text)), { kind: 'text', problem: 'cloudsFile' });
    }
  });

  it('is none where only its words are typed', () => {
    for (const text of ['clouds', 'clouds:', 'my clouds: profile', 'clouds.yaml']) {
      assert.equal(readPasted(text), undefined, text);
    }
  });
});

describe('an address in angle brackets', () => {
  it('is what stands in them', () => {
    for (const [text, kind, root] of [
      ['<https://cloud.example:8774/v2.1>', 'endpoint', 'https://cloud.example:8774'],
      ['  <https://compute.tyo1.conoha.io/v2>,', 'endpoint', 'https://compute.tyo1.conoha.io'],
      ['<https://identity.example/v3>', 'identity', 'https://identity.example'],
      ['<https://identity.example/v3/auth/tokens>', 'identity', 'https://identity.example'],
    ] as const) {
      const pasted = readPasted(text);
      assert.ok(pasted?.kind === kind && !('problem' in pasted), text);
      assert.equal(pasted.kind === 'endpoint' ? pasted.endpoint.root : pasted.identity.root, root);
      assert.equal(typeof parseIdentityAddress(text), 'object');
    }
    assert.equal(readImagesEndpoint('<endpoint>'), 'notAnAddress');
  });
});

describe('an answer without its token', () => {
  for (const [text, problem] of [
    [
      '{"error": {"code": 401, "message": "No.", "title": "Unauthorized"}}',
      { problem: 'refused', status: 401 },
    ],
    ['{ "error": {"message": "No.", "code": 403}}', { problem: 'refused', status: 403 }],
    [V3_BODY.slice(0, -20), { problem: 'cutOff' }],
    ['{"access": {"token": {"issued_at": "2026-', { problem: 'cutOff' }],
  ] as const) {
    it(`is told for what it is: ${text.slice(0, 40)}`, () => {
      assert.deepEqual(problemOf(text), problem);
    });
  }

  it('has a catalogue without Compute, where that is what it has', () => {
    for (const [version, catalog] of [
      ['access', { serviceCatalog: [] }],
      ['access', { serviceCatalog: [{ type: 'network', endpoints: [{ publicURL: 'https://n.example' }] }] }],
    ] as const) {
      const token = { id: OLD_TOKEN, expires: '2026-11-28T00:00:00Z', tenant: { id: 'c0ffee' } };
      const pasted = readPasted(JSON.stringify({ [version]: { token, ...catalog } }));
      assert.ok(pasted?.kind === 'token' && 'token' in pasted);
      assert.deepEqual(pasted.endpoints, []);
    }
  });
});

describe('words that narrow a list', () => {
  it('are nothing that was pasted', () => {
    for (const text of [
      '',
      ' ',
      'openstack',
      'OpenStack ',
      'openstack cloud',
      'pass',
      'tokyo',
      '東京',
      'another cloud',
      'VPS 3.0 Tokyo (c3j1)',
      'VPS 2.0',
      '3.0',
      'v2.0',
      'v2.1',
      'tyo1',
      'clouds.yaml',
      'clouds.yml',
      'openrc.sh',
      'demo-openrc.sh',
      'curl',
      'curl ',
      'curl command',
      'http ',
      'glance image',
      'token issue',
      'openstack token issue',
      'id',
      'id: 5',
      'etc.',
      '...',
      '{"images": []}',
      'OS_',
      'OS_AUTH_URL',
    ]) {
      assert.equal(readPasted(text), undefined, text);
    }
  });
});

describe('a pasted address', () => {
  it('has a scheme, or a host with a dot or a port', () => {
    for (const text of [
      'https://compute.tyo1.conoha.io',
      'compute.tyo1.conoha.io/v2/abc',
      ' "https://compute.example/v2.1" ',
      'controller:8774/v2.1',
      'localhost',
      'localhost/compute/v2.1',
      '192.0.2.10',
      '[::1]:8774/v2',
      'ｃｏｍｐｕｔｅ．ｅｘａｍｐｌｅ',
      'compute。example',
    ]) {
      const pasted = readPasted(text);
      assert.ok(pasted?.kind === 'endpoint' && 'endpoint' in pasted, text);
    }
  });

  it('is known for one of an identity service', () => {
    for (const [text, root, version] of [
      ['https://identity.tyo1.conoha.io/v2.0', 'https://identity.tyo1.conoha.io', 'v2.0'],
      ['identity.c3j1.conoha.io', 'https://identity.c3j1.conoha.io', undefined],
      ['https://auth.cloud.example/v3/', 'https://auth.cloud.example', 'v3'],
      ['https://cloud.example/identity/v3/auth/tokens', 'https://cloud.example/identity', 'v3'],
      ['https://cloud.example/identity', 'https://cloud.example/identity', undefined],
      ['https://controller.example:5000', 'https://controller.example:5000', undefined],
      ['https://x.example/v2.0/tokens', 'https://x.example', 'v2.0'],
    ] as const) {
      const pasted = readPasted(text);
      assert.ok(pasted?.kind === 'identity' && 'identity' in pasted, text);
      assert.deepEqual(pasted.identity, { root, version }, text);
    }
  });

  it('tells why it is none to be used', () => {
    assert.equal(problemOf('http://compute.example/v2'), 'notHttps');
    assert.equal(problemOf('https://me:secret@compute.example/v2'), 'credentials');
    assert.equal(problemOf('https:/compute.example'), 'notAnAddress');
    assert.equal(problemOf('ftp://compute.example'), 'notHttps');
    assert.equal(problemOf(`https://compute.example/${'a'.repeat(3000)}`), 'tooLong');
  });
});

describe('a pasted command', () => {
  it('is a request, or tells why it is none', () => {
    assert.deepEqual(readPasted(`curl -H "X-Auth-Token: ${TOKEN}" ${COMPUTE}/images/detail`), {
      kind: 'curl',
      request: { address: `${COMPUTE}/images/detail`, token: { kind: 'given', text: TOKEN } },
    });
    assert.deepEqual(problemOf(`wget --header="X-Auth-Token: ${TOKEN}" ${COMPUTE}`), {
      problem: 'otherProgram',
    });
    assert.deepEqual(problemOf(`{"X-Auth-Token": "${TOKEN}"}`), { problem: 'otherProgram' });
    assert.deepEqual(problemOf(`curl -H "X-Auth-Token: ${TOKEN}"`), { problem: 'noAddress' });
    assert.deepEqual(problemOf('openstack --os-cloud demo image list'), { problem: 'otherProgram' });
  });

  it('that asks the identity service is not its answer', () => {
    const pasted = readPasted(
      `curl -H "X-Auth-Token: ${OLD_TOKEN}" -H "X-Subject-Token: ${TOKEN}" https://identity.example/v3/auth/tokens`,
    );
    assert.equal(pasted?.kind, 'curl');
  });
});

describe('a pasted answer of the identity service', () => {
  for (const form of ANSWERS.flatMap((one) => [one, folded(one)])) {
    it(`gives token, end, project and endpoints: ${form.how}`, () => {
      const pasted = readPasted(form.text);
      assert.ok(pasted?.kind === 'token' && 'token' in pasted, JSON.stringify(pasted));
      const { token, expires, project, endpoints = [] } = pasted;
      assert.deepEqual(
        { token, expires, project, urls: endpoints.map(({ region, url }) => [region, url]) },
        { token: TOKEN, expires: EXPIRES, project: { id: TENANT, name: 'demo' }, urls: [['R1', COMPUTE]] },
      );
      // Where a token alone is asked for, it is taken as well, with its end and project.
      assert.deepEqual(readPastedToken(form.text, BASE), { token, expires, project });
    });
  }

  it('of Identity v2.0 gives all of them, too', () => {
    for (const text of [v2Body(OLD_TOKEN), `HTTP/1.1 200 OK\r\nx: y\r\n\r\n${v2Body(OLD_TOKEN)}`]) {
      const pasted = readPasted(text);
      assert.ok(pasted?.kind === 'token' && 'token' in pasted);
      const { token, expires, project, endpoints = [] } = pasted;
      assert.deepEqual(
        { token, expires, project, urls: endpoints.map(({ url }) => url) },
        { token: OLD_TOKEN, expires: EXPIRES, project: { id: TENANT, name: 'gnct1' }, urls: [COMPUTE] },
      );
    }
  });

  it('may be the line of the token alone', () => {
    for (const text of [
      `x-subject-token: ${TOKEN}`,
      `X-Subject-Token:${TOKEN}`,
      `< x-subject-token: ${TOKEN}\r\n`,
      `< vary: X-Auth-Token\n< x-subject-token: ${TOKEN}\n< content-length: 5`,
      `vary: X-Auth-Token x-subject-token: ${TOKEN} content-length: 5`,
      `x-subject-token: ${TOKEN}\nx-subject-token: ${TOKEN}`,
    ]) {
      assert.deepEqual(readPasted(text), { kind: 'token', token: TOKEN }, text);
    }
  });

  it('is what was received, not what was sent', () => {
    const sent = `> GET /v3/auth/tokens HTTP/1.1\n> X-Subject-Token: ${OLD_TOKEN}\n`;
    const text = `${sent}< HTTP/1.1 200 OK\n< X-Subject-Token: ${TOKEN}\n`;
    assert.deepEqual(readPasted(text), { kind: 'token', token: TOKEN });
    const command = `$ curl -i -H X-Subject-Token:${OLD_TOKEN} -d '{"auth": {}}' https://i.example/v3/auth/tokens`;
    assert.deepEqual(readPasted(`${command}\nHTTP/2 201 \nx-subject-token: ${TOKEN}\n\n${V3_BODY}`), {
      ...readPasted(`HTTP/2 201 \nx-subject-token: ${TOKEN}\n\n${V3_BODY}`),
    });
  });

  it('has no token in the JSON of v3: its header is needed', () => {
    assert.deepEqual(tokenProblemOf(V3_BODY), { problem: 'headerNeeded' });
    assert.deepEqual(tokenProblemOf(JSON.stringify(JSON.parse(V3_BODY), undefined, 2)), {
      problem: 'headerNeeded',
    });
  });

  it('tells that it is a refusal, or that it has no token', () => {
    const refusal = 'HTTP/1.1 401 Unauthorized\r\n\r\n{"error": {"code": 401, "message": "x"}}';
    assert.deepEqual(tokenProblemOf(refusal), { problem: 'refused', status: 401 });
    assert.deepEqual(tokenProblemOf(`HTTP/1.1 100 Continue\r\n\r\n${refusal}`), {
      problem: 'refused',
      status: 401,
    });
    assert.deepEqual(tokenProblemOf('HTTP/1.1 200 OK\r\n\r\n{"images": []}'), { problem: 'noToken' });
    assert.deepEqual(tokenProblemOf('HTTP/2 201 \r\nx-subject-token: \r\nvary: x\r\n'), {
      problem: 'noToken',
    });
  });

  it('gives none of several different tokens', () => {
    for (const text of [
      `x-subject-token: ${TOKEN}\nx-subject-token: ${OLD_TOKEN}`,
      `HTTP/2 201 \nx-subject-token: ${TOKEN}\n\n${V3_BODY}\nHTTP/2 201 \nx-subject-token: ${OLD_TOKEN}\n\n${V3_BODY}`,
      `x-subject-token: ${TOKEN}\n${v2Body(OLD_TOKEN)}`,
      `id: ${TOKEN}\nid: ${TOKEN.replace('x', 'y')}`,
      `${OUTPUTS[0]?.text ?? ''}${OUTPUTS[6]?.text ?? ''}`,
    ]) {
      assert.deepEqual(tokenProblemOf(text), { problem: 'severalTokens' }, text);
    }
  });

  for (const [problem, text] of [
    ['expression', '$OS_TOKEN'],
    ['file', '@token.txt'],
    ['placeholder', '<token>'],
  ] as const) {
    it(`gives no token where ${text} stands for one`, () => {
      for (const form of [
        `HTTP/2 201 \nx-subject-token: ${text}\n`,
        v2Body(text),
        `expires="2026-11-27T07:30:08+0000"\nid="${text}"`,
        `| expires | 2026-11-27T07:30:08+0000 |\n| id | ${text} |\n`,
        `X-Auth-Token: ${text}`,
      ]) {
        assert.deepEqual(tokenProblemOf(form), { problem, text }, form);
      }
    });
  }
});

const TIME = '2026-11-27T07:30:08+0000';

describe('a pasted output of openstack token issue', () => {
  for (const form of OUTPUTS.flatMap((one) => [one, folded(one)])) {
    it(`gives token, end and project: ${form.how}`, () => {
      const token = form.how.includes(`of ${TOKEN.length} characters`) ? TOKEN : OLD_TOKEN;
      const project = { id: TENANT, name: '' };
      assert.deepEqual(readPasted(form.text), { kind: 'token', token, expires: EXPIRES, project });
      assert.deepEqual(readPastedToken(form.text, BASE), { token, expires: EXPIRES, project });
    });
  }

  for (const form of IDS.flatMap((one) => [one, folded(one)])) {
    it(`gives the token of -c id: ${form.how}`, () =>
      assert.deepEqual(readPasted(form.text), { kind: 'token', token: TOKEN }));
  }

  it('gives an old token of -c id where its command stands before it', () => {
    const command = '$ openstack token issue -f value -c id';
    assert.deepEqual(readPasted(`${command}\n${OLD_TOKEN}`), { kind: 'token', token: OLD_TOKEN });
  });

  it('gives no token where it names the user, and no project', () => {
    const id = TOKEN;
    for (const text of [
      JSON.stringify({ expires: TIME, id, user_id: USER }),
      `expires="${TIME}"\nid="${id}"\nuser_id="${USER}"\n`,
      `expires: '${TIME}'\nid: ${id}\ndomain_id: default\nuser_id: ${USER}\n`,
    ]) {
      assert.deepEqual(readPasted(text), { kind: 'token', problem: { problem: 'noProject' } }, text);
      assert.deepEqual(readPastedToken(text, BASE), { problem: 'noProject' }, text);
    }
  });

  it('gives no project where none is known: some columns, or values of which one may be of a user', () => {
    for (const text of [
      `${TIME}\n${OLD_TOKEN}\n${USER}\n`,
      JSON.stringify({ expires: TIME, id: OLD_TOKEN }),
    ]) {
      assert.deepEqual(readPasted(text), { kind: 'token', token: OLD_TOKEN, expires: EXPIRES }, text);
    }
  });

  it('is told from what has an id of its own, and from the command alone', () => {
    for (const text of [
      `{"id": "${TENANT}"}`,
      `{"id": "${TENANT}", "name": "demo"}`,
      `id: ${TENANT}`,
      `| Field | Value |\n| id | ${TENANT} |\n| name | demo |`,
      '2026-11-27T07:30:08Z INFO started',
    ]) {
      assert.equal(readPasted(text), undefined, text);
    }
    const command = `openstack --os-password ${OLD_TOKEN} token issue --os-password ${OLD_TOKEN}`;
    assert.equal(readPasted(command)?.kind, 'curl');
  });
});
