import { workOf } from './regExpWork';
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { readCurl } from '../../src/api/pasted/curl/readCurl';
import { baseAddress, parseEndpoint } from '../../src/api/endpoint';
import { readPastedToken } from '../../src/api/pasted/pastedToken';
import { maskSecrets, unmaskSecrets } from '../../src/api/pasted/secretText';
import { PastedText } from '../../src/api/pasted/pastedText';
import { generateCommand } from './curlCommands';

/** How many are generated. */
const COMMANDS = 4000;
const TENANT = '487727e3921d44e3bfe7ebb337bf085e';
const BASE = `https://compute.tyo1.conoha.io/v2/${TENANT}`;
const ADDRESS = `${BASE}/images/detail`;
const TOKEN = 'a3f2b1c4d5e6f708192a3b4c5d6e7f80';
const GIVEN = { address: ADDRESS, token: { kind: 'given', text: TOKEN } };
const HEADER = `-H "X-Auth-Token: ${TOKEN}"`;

/** What a command says of its token. */
function tokenOf(command: string): unknown {
  const read = readCurl(command);
  if (read === undefined || 'problem' in read) assert.fail(`${command}: ${JSON.stringify(read)}`);
  return read.token;
}

function problemOf(command: string): unknown {
  const read = readCurl(command);
  return read !== undefined && 'problem' in read ? read : `no problem: ${JSON.stringify(read)}`;
}

/** What the images would be asked from, once a command is pasted where an endpoint belongs. */
function requestedBy(pasted: string): URL | undefined {
  const box = new PastedText();
  const read = box.read(box.shown(pasted));
  if (read === undefined || 'problem' in read || (read.kind !== 'curl' && read.kind !== 'endpoint'))
    return undefined;
  const endpoint = parseEndpoint(read.kind === 'curl' ? read.request.address : read.address);
  if (typeof endpoint === 'string') return undefined;
  return new URL(`${baseAddress(endpoint, endpoint.tenant ?? TENANT)}/images/detail`);
}

describe('a curl command as a page shows it', () => {
  const command = 'curl -H "X-Auth-Token: 0123456789abcdef" https://compute.example/v2.1/images';
  for (const [how, text] of [
    ['with blanks that do not break', command.replaceAll(' -H ', '\u00a0-H\u202f')],
    ['between fences', `\`\`\`bash\n${command}\n\`\`\`\n`],
    ['between fences in one line', `\`\`\` ${command} \`\`\``],
  ] as const) {
    it(`is the same ${how}`, () => {
      assert.deepEqual(readCurl(text), readCurl(command));
      assert.ok('address' in (readCurl(text) ?? {}));
    });
  }
});

describe('a pasted curl command', () => {
  for (const [how, command] of [
    ['as documented', `curl -i -X GET -H "Accept: application/json" ${HEADER} ${ADDRESS}`],
    ['with the address first', `curl '${ADDRESS}' -H 'X-Auth-Token: ${TOKEN}'`],
    ['folded over lines', `curl -i -X GET \\\n${HEADER} \\\n${ADDRESS}`],
    ['folded, in a box that makes blanks of line ends', `curl -i -X GET \\ ${HEADER} \\ ${ADDRESS}`],
    [
      'folded, with indented lines and a value on a line of its own',
      `curl \\   -H \\   'X-Auth-Token: ${TOKEN}' \\   ${ADDRESS}`,
    ],
    ['folded as Windows has it', `curl ^\r\n -H "x-auth-token:${TOKEN}" ^\r\n "${ADDRESS}"`],
    [
      'as a browser copies it for Windows',
      `curl ^"${ADDRESS}^" ^   -H ^"accept: */*^" ^   -H ^"x-auth-token: ${TOKEN}^"`,
    ],
    ['as a browser copies it', `curl '${ADDRESS}' \\   -H $'X-Auth-Token: ${TOKEN}' \\   --compressed`],
    ['folded as PowerShell has it', `curl.exe \`\n  ${HEADER} \`\n  '${ADDRESS}'`],
    ['after a prompt', `$ curl ${HEADER} "${ADDRESS}"`],
    ['after the prompt of root', `[root@host ~]# curl ${HEADER} ${ADDRESS}`],
    ['after the prompt of Windows', `C:\\Users\\me> curl ${HEADER} ${ADDRESS}`],
    ['of another folder, and timed', `time sudo /usr/bin/curl ${HEADER} ${ADDRESS}`],
    ['of Windows', `C:\\Windows\\System32\\curl.exe ${HEADER} ${ADDRESS}`],
    ['with variables before it', `https_proxy=https://proxy.example LANG=C curl ${HEADER} ${ADDRESS}`],
    ['with bundled letters', `curl -sSiXGET -HX-Auth-Token:${TOKEN} ${ADDRESS}`],
    ['with --url', `curl --url ${ADDRESS} --header "X-Auth-Token: ${TOKEN}"`],
    ['with values behind =', `curl --url=${ADDRESS} --header="X-Auth-Token: ${TOKEN}"`],
    ['with --', `curl ${HEADER} -- ${ADDRESS}`],
    ['with a proxy', `curl -x https://proxy.example.co.jp:8443 -i ${HEADER} ${ADDRESS}`],
    ['with a proxy in long', `curl --proxy https://proxy.example.co.jp:8443 ${HEADER} ${ADDRESS}`],
    ['with a referer', `curl -e https://referer.example ${HEADER} ${ADDRESS}`],
    ['with data', `curl -d '{"to": "https://data.example"}' ${HEADER} ${ADDRESS}`],
    ['with a user agent that has an address', `curl -A "x https://agent.example" ${HEADER} ${ADDRESS}`],
    ['in a pipe', `curl ${HEADER} ${ADDRESS} | jq .images`],
    ['with a file for the answer between', `curl ${HEADER} > https://file.example 2>&1 ${ADDRESS}`],
    ['before another command', `curl ${HEADER} ${ADDRESS}; wget https://other.example`],
    ['before a comment', `curl ${HEADER} ${ADDRESS} # not https://other.example`],
    ['after its installation', `apt install curl && curl ${HEADER} ${ADDRESS}`],
    ['with the same token twice', `curl ${HEADER} ${HEADER} ${ADDRESS}`],
  ] as const) {
    it(`${how} gives endpoint and token`, () => assert.deepEqual(readCurl(command), GIVEN));
  }

  it('gives the endpoint alone where it has no token', () => {
    assert.deepEqual(readCurl(`curl ${ADDRESS}`), { address: ADDRESS, token: { kind: 'none' } });
    assert.deepEqual(tokenOf(`curl -H "X-Auth-Token;" -H "X-Auth-Token:" ${ADDRESS}`), { kind: 'none' });
    assert.deepEqual(tokenOf(`curl -H "X-Other: X-Auth-Token: ${TOKEN}" ${ADDRESS}`), { kind: 'none' });
  });

  it('is none without curl, or where curl is a part of an address', () => {
    for (const text of ['', ADDRESS, 'curl', 'https://curl.example/v2/x', 'curly x']) {
      assert.equal(readCurl(text), undefined, text);
    }
  });

  for (const source of [
    '$OS_TOKEN',
    '${OS_TOKEN}',
    '$(cat token.txt)',
    '`cat token.txt`',
    '$env:OS_TOKEN',
    '%OS_TOKEN%',
    '!OS_TOKEN!',
  ]) {
    it(`names ${source} as not expanded instead of taking it for the token`, () => {
      assert.deepEqual(tokenOf(`curl -H "X-Auth-Token: ${source}" ${ADDRESS}`), {
        kind: 'notExpanded',
        source,
      });
    });
  }

  for (const source of [
    '<token>',
    '{token}',
    '***',
    'YOUR_TOKEN',
    'xxxx',
    'your-token-here',
    '[token]',
    '@token',
  ]) {
    it(`names ${source} as a placeholder instead of taking it for the token`, () => {
      assert.deepEqual(tokenOf(`curl -H "X-Auth-Token: ${source}" ${ADDRESS}`), {
        kind: 'placeholder',
        source,
      });
    });
  }

  it('names what only stands for a token in quotes that keep it', () => {
    assert.deepEqual(tokenOf(`curl -H 'X-Auth-Token: $OS_TOKEN' ${ADDRESS}`), {
      kind: 'notExpanded',
      source: '$OS_TOKEN',
    });
  });

  it('names the files that headers come from', () => {
    assert.deepEqual(tokenOf(`curl -H @headers ${ADDRESS}`), { kind: 'inFile', source: '@headers' });
    assert.deepEqual(tokenOf(`curl -K rc ${ADDRESS}`), { kind: 'inFile', source: '-K rc' });
    assert.deepEqual(tokenOf(`curl --config rc ${ADDRESS}`), { kind: 'inFile', source: '-K rc' });
    assert.deepEqual(tokenOf(`curl -H "$AUTH" ${ADDRESS}`), { kind: 'notExpanded', source: '$AUTH' });
    assert.deepEqual(readCurl(`curl -H @headers ${HEADER} ${ADDRESS}`), GIVEN);
  });

  it('guesses none of several tokens', () => {
    assert.deepEqual(tokenOf(`curl ${HEADER} -H "x-auth-token: other" ${ADDRESS}`), { kind: 'several' });
    assert.deepEqual(tokenOf(`curl ${HEADER} -H "x-auth-token: $T" ${ADDRESS}`), { kind: 'several' });
  });

  it('guesses none of several addresses', () => {
    for (const command of [
      `curl ${HEADER} ${ADDRESS} https://other.example/v2/x`,
      `curl ${HEADER} --url ${ADDRESS} https://other.example/v2/x`,
      `curl ${HEADER} ${ADDRESS} --next https://other.example/v2/x`,
      `curl ${HEADER} ${ADDRESS} -: https://other.example/v2/x`,
      `curl ${HEADER} 'https://{one,two}.example/v2/x'`,
      `curl ${HEADER} ${BASE}/images/[1-3]`,
      `curl https://identity.example/v3 && curl ${HEADER} ${ADDRESS}`,
      `curl https://identity.example/v3 curl ${HEADER} ${ADDRESS}`,
    ]) {
      assert.deepEqual(problemOf(command), { problem: 'severalAddresses' }, command);
    }
  });

  it('puts a placeholder for a tenant that is not read, and takes no address whose server is not', () => {
    const asked = (address: string) => readCurl(`curl "${address}"`);
    const token = { kind: 'none' };
    assert.deepEqual(asked('https://x.example/v2/$OS_TENANT/images'), {
      address: 'https://x.example/v2/{tenant_id}',
      token,
    });
    assert.deepEqual(asked('https://x.example/v2/t/images/$ID'), {
      address: 'https://x.example/v2/t/images/',
      token,
    });
    for (const source of ['$URL', 'https://$HOST/v2/t', 'https://x.example/$PATH/v2/t', '$(echo x)/v2/t']) {
      const [variable] = /\$(?:\w+|\(.*?\))/.exec(source) ?? [];
      assert.deepEqual(asked(source), { problem: 'addressNotExpanded', source: variable }, source);
    }
    assert.deepEqual(problemOf('curl -K rc'), { problem: 'addressInFile', source: '-K rc' });
    assert.deepEqual(problemOf("curl --expand-url '{{host}}/v2'"), {
      problem: 'addressNotExpanded',
      source: '{{host}}',
    });
  });

  it('is not understood where curl itself would not run', () => {
    for (const [command, part] of [
      [`curl --bogus ${ADDRESS}`, '--bogus'],
      [`curl --head${'er'.slice(0, 1)} x ${ADDRESS}`, '--heade'],
      [`curl -9 ${ADDRESS}`, '-9'],
      [`curl --silent=x ${ADDRESS}`, '--silent'],
      [`curl ${ADDRESS} -H`, '-H'],
      [`curl - ${ADDRESS}`, '-'],
      [`curl -$FLAGS ${ADDRESS}`, '-$'],
    ] as const) {
      assert.deepEqual(problemOf(command), { problem: 'notUnderstood', part }, command);
    }
    for (const command of [`curl -A 'x ${ADDRESS}`, `curl "${ADDRESS}`, `It's this: curl '${ADDRESS}'`]) {
      assert.deepEqual(problemOf(command), { problem: 'notUnderstood' }, command);
    }
  });

  it('without an address, or about curl itself, asks nothing', () => {
    for (const command of ['curl --help all', 'curl -V', 'curl ', `curl -e ${ADDRESS}`]) {
      assert.deepEqual(problemOf(command), { problem: 'noAddress' }, command);
    }
    assert.deepEqual(problemOf(`curl -u me:secret ${ADDRESS}`), { problem: 'userAndPassword' });
  });

  it('with a blank that is escaped, or a folded line, is taken only where both mean the same', () => {
    assert.deepEqual(problemOf('curl -A \\  -e https://one.example -o \\  https://two.example'), {
      problem: 'notUnderstood',
    });
  });

  it('is read in steps in proportion to its length, however long and odd', () => {
    for (const part of [
      '$ ',
      '{',
      '{,'.padEnd(16_000, ','),
      '${',
      '`a` ',
      '\\ ',
      '^ ',
      '^"a" ',
      '"x" ',
      "$'a'",
      '> ',
      '$(',
      '-',
      '-H "a" ',
      '$a',
      '%a%',
    ]) {
      const steps = (length: number): number =>
        workOf(() => void readCurl(`curl ${part.repeat(Math.ceil(length / part.length))}`));
      const [short, long] = [steps(2000), steps(16_000)];
      assert.ok(
        long <= 10 * short + 1000,
        `${part}: ${short} steps for 2,000 characters, ${long} for 16,000`,
      );
    }
  });
});

describe('a command in the text of another', () => {
  const other = 'curl https://other.example/v2/x';
  for (const [how, command] of [
    ['that stands before', `cat <<'OLD'\n${other}\nOLD\ncurl ${HEADER} ${ADDRESS}`],
    ['that is indented', `cat <<-OLD | tee notes\n\t${other}\n\tOLD\ncurl ${HEADER} ${ADDRESS}`],
    ['that stands behind', `curl ${HEADER} ${ADDRESS}; cat << "OLD"\n${other}\nOLD`],
    ['that has no end', `curl ${HEADER} ${ADDRESS} <<OLD\n${other}\n`],
  ] as const) {
    it(`${how} is none`, () => assert.deepEqual(readCurl(command), GIVEN));
  }

  it('is not understood where line ends are lost, and with them the end of the text', () => {
    for (const command of [`cat <<OLD ${other} OLD`, `cat <<OLD ${other} OLD curl ${HEADER} ${ADDRESS}`]) {
      const read = readCurl(command);
      assert.ok(read === undefined || 'problem' in read, command);
    }
  });
});

describe('a command that is none of curl', () => {
  for (const command of [
    `wget --header="X-Auth-Token: ${TOKEN}" ${ADDRESS}`,
    `$ sudo /usr/bin/wget ${ADDRESS}`,
    `wget -U curl -e ${BASE} ${ADDRESS}`,
    `Invoke-RestMethod -Uri ${ADDRESS} -Headers @{'X-Auth-Token'='${TOKEN}'}`,
    `PS C:\\> $images = Invoke-WebRequest ${ADDRESS}`,
    `curl -Uri ${ADDRESS} -Headers @{'X-Auth-Token'='${TOKEN}'}`,
    `curl ${ADDRESS} -H @{ "X-Auth-Token" = "${TOKEN}"; Accept = "application/json" }`,
    `http GET ${ADDRESS} X-Auth-Token:${TOKEN}`,
    `https compute.example/v2 X-Auth-Token:${TOKEN}`,
    `openstack --os-token ${TOKEN} image list`,
  ]) {
    it(`says so, and nothing of it is guessed: ${command.slice(0, 40)}`, () => {
      assert.deepEqual(problemOf(command), { problem: 'otherProgram' });
    });
  }
});

describe('a command that runs curl on another machine', () => {
  for (const starter of [
    'ssh bastion',
    'kubectl exec pod --',
    'docker exec -it api',
    'PORT=1 /usr/bin/ssh -p 2 b',
  ]) {
    it(`is not read as if it ran here: ${starter}`, () => {
      const part = starter.split(' ').find((word) => !word.includes('='));
      const command = `${starter} curl ${HEADER} http://localhost:8774/v2/tenant`;
      assert.deepEqual(problemOf(command), { problem: 'notUnderstood', part });
    });
  }

  for (const starter of ['sudo -u me', 'time', 'env A=b', 'timeout 10', 'A=b']) {
    it(`is read where it does run here: ${starter}`, () => {
      assert.deepEqual(readCurl(`${starter} curl ${HEADER} ${ADDRESS}`), GIVEN);
    });
  }
});

describe('a command from a word processor', () => {
  for (const [source, command] of [
    ['“', `curl -H “X-Auth-Token: ${TOKEN}” ${ADDRESS}`],
    ['“', `curl --header=“X-Auth-Token: ${TOKEN}” ${ADDRESS}`],
    ['‘', `curl ${ADDRESS} -H ‘X-Auth-Token: ${TOKEN}’`],
    ['”', `curl -H X-Auth-Token:”${TOKEN}” ${ADDRESS}`],
    ['–', `curl –H "X-Auth-Token: ${TOKEN}" ${ADDRESS}`],
    ['—', `curl —header "X-Auth-Token: ${TOKEN}" ${ADDRESS}`],
    ['－', `curl －H "X-Auth-Token: ${TOKEN}" ${ADDRESS}`],
    ['”', `curl -H "X-Auth-Token: ${TOKEN}” ${ADDRESS}`],
  ] as const) {
    it(`has its ${source} named: ${command.slice(0, 24)}`, () => {
      assert.deepEqual(problemOf(command), { problem: 'typography', source });
    });
  }

  it('is read where such signs stand within its texts', () => {
    assert.deepEqual(readCurl(`curl -A 'it’s – “me”' ${HEADER} ${ADDRESS}`), GIVEN);
  });
});

describe('a command with a mark in the place of its token', () => {
  it('is to be pasted again', () => {
    assert.deepEqual(problemOf(`curl -H "X-Auth-Token: •token•" ${ADDRESS}`), { problem: 'masked' });
  });
});

describe('10,000 generated commands', () => {
  it('pair the token with the address that curl sends it to, and with no other', function () {
    this.timeout(120_000);
    let refused = 0;
    for (let number = 0; number < COMMANDS; number++) {
      const { text, expected, decoys } = generateCommand(`command ${number}`);
      const read = readCurl(text);
      if (isDeepStrictEqual(read, expected)) continue;
      refused++;
      // What is not understood may be refused, never guessed.
      const paired = read !== undefined && 'address' in read && read.token.kind === 'given';
      assert.ok(!paired, `${text}\n${JSON.stringify(read)} instead of ${JSON.stringify(expected)}`);
      assert.ok(!decoys.some((decoy) => JSON.stringify(read).includes(decoy)), text);
    }
    assert.ok(refused <= COMMANDS / 1000, `${refused} of them were not understood`);
  });

  it('lead to the host that curl itself would ask, or to none, and never take the token elsewhere', function () {
    this.timeout(120_000);
    let asked = 0;
    for (let number = 0; number < COMMANDS; number++) {
      const { text, server } = generateCommand(`command ${number}`);
      const url = requestedBy(text);
      if (url !== undefined) {
        asked++;
        assert.equal(url.host, server, text);
      }
      const elsewhere = readPastedToken(text, 'https://https/v2/tenant');
      assert.ok('problem' in elsewhere, text);
    }
    assert.ok(asked > COMMANDS / 2, `only ${asked} of them led anywhere`);
  });

  it('show no token once their secrets are masked, and are the same with them', function () {
    this.timeout(120_000);
    for (let number = 0; number < COMMANDS; number++) {
      const { text, tokens } = generateCommand(`command ${number}`);
      const masked = maskSecrets(text);
      // A shell may have it in two pieces.
      const pieces = tokens.flatMap((token) => [token.slice(0, 12), token.slice(-12)]);
      assert.ok(!pieces.some((piece) => masked.text.includes(piece)), `${text}\n${masked.text}`);
      assert.equal(unmaskSecrets(masked.text, masked.secrets), text);
    }
  });
});
