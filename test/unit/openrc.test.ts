import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readOpenrc } from '../../src/api/pasted/openrc';
import { readPasted } from '../../src/api/pasted/readPasted';
import { cloudsFromOpenrc } from '../../src/auth/clouds/cloudsFromOpenrc';
import { maskSecrets, unmaskSecrets } from '../../src/api/pasted/secretText';
import { Random } from '../server/random';

const URL_LINE = 'export OS_AUTH_URL=https://i.example/v3\n';
const variables = (text: string): unknown => readOpenrc(text)?.variables;
const inBox = (text: string): string => text.replace(/\r\n|\n/g, ' ');

/** As Horizon gives it for Identity v3. */
const V3 = `#!/usr/bin/env bash
# To use an OpenStack cloud you need to sign in at the Identity service, which
# returns a **Token** and a **Service Catalog**, don't you?
#
# *NOTE*: OS_AUTH_URL is only for the Identity API (v3), for "keystone".
export OS_AUTH_URL=https://identity.example:5000/v3
# The **project** owns the resources.
export OS_PROJECT_ID=487727e3921d44e3bfe7ebb337bf085e
export OS_PROJECT_NAME="demo project"
export OS_USER_DOMAIN_NAME="Default"
if [ -z "$OS_USER_DOMAIN_NAME" ]; then unset OS_USER_DOMAIN_NAME; fi
export OS_PROJECT_DOMAIN_ID=""
if [ -z "$OS_PROJECT_DOMAIN_ID" ]; then unset OS_PROJECT_DOMAIN_ID; fi
# unset v2.0 items in case set
unset OS_TENANT_ID
unset OS_TENANT_NAME
# Performing the action as the **user**.
export OS_USERNAME="demo"
# With Keystone you pass the keystone password.
echo "Please enter your OpenStack Password for project $OS_PROJECT_NAME as user $OS_USERNAME: "
read -sr OS_PASSWORD_INPUT
export OS_PASSWORD=$OS_PASSWORD_INPUT
# If your configuration has multiple regions, we set that information here.
export OS_REGION_NAME="RegionOne"
# Don't leave a blank variable, unset it if it was empty
if [ -z "$OS_REGION_NAME" ]; then unset OS_REGION_NAME; fi
export OS_INTERFACE=public
export OS_IDENTITY_API_VERSION=3
`;
const V3_VARIABLES = {
  OS_AUTH_URL: 'https://identity.example:5000/v3',
  OS_PROJECT_ID: '487727e3921d44e3bfe7ebb337bf085e',
  OS_PROJECT_NAME: 'demo project',
  OS_USER_DOMAIN_NAME: 'Default',
  OS_USERNAME: 'demo',
  OS_REGION_NAME: 'RegionOne',
  OS_INTERFACE: 'public',
  OS_IDENTITY_API_VERSION: '3',
};

/** As Horizon gave it for Identity v2.0. */
const V2 = `#!/bin/bash
# *NOTE*: Using the 2.0 *auth api* does not mean that compute api is 2.0.
export OS_AUTH_URL=https://identity.tyo1.conoha.io/v2.0
export OS_TENANT_ID=487727e3921d44e3bfe7ebb337bf085e
export OS_TENANT_NAME='gnct1'
export OS_USERNAME=gncu1
echo "Please enter your OpenStack Password: "
read -s OS_PASSWORD_INPUT
export OS_PASSWORD=$OS_PASSWORD_INPUT
`;

describe('a variable of an openrc that is set under a condition', () => {
  for (const [name, text] of [
    [
      'OS_AUTH_URL',
      'if [ "$X" = dev ]; then\nexport OS_AUTH_URL=https://dev.example/v3\nelse\nexport OS_AUTH_URL=https://prod.example/v3\nfi\n',
    ],
    [
      'OS_REGION_NAME',
      `export OS_AUTH_URL=https://a.example/v3\ncase "$1" in\na) export OS_REGION_NAME=A;;\nb) export OS_REGION_NAME=B;;\nesac\n`,
    ],
  ] as const) {
    it(`is told from one that only a shell could fill: ${name}`, () => {
      const [unread] = readOpenrc(text)?.unread ?? [];
      assert.equal(unread?.name, name);
      assert.equal(unread.isConditional, true);
    });
  }

  it('is one that counts where it is set again below', () => {
    const openrc = readOpenrc(
      'if true; then\nexport OS_REGION_NAME=A\nfi\nexport OS_REGION_NAME=$(hostname)\n',
    );
    assert.deepEqual(openrc?.unread, [{ name: 'OS_REGION_NAME', source: '$(hostname)' }]);
  });
});

describe('a second address of an openrc that a shell may not set', () => {
  const other = 'export OS_AUTH_URL=https://b.example/v3';
  const first = 'export OS_AUTH_URL=https://a.example/v3';
  for (const text of [
    `${first}\n[ "$1" = test ] && ${other}`,
    `${first}\n[ "$1" = prod ] || ${other}`,
    `${first}\nold() {\n${other}\n}`,
    `${first}\n[ -n "$DONE" ] && return 0\n${other}`,
    `${first}\n. ./site.sh`,
    `${first}\neval "$(site)"`,
    `${first}\n${other} | cat`,
  ]) {
    for (const form of [text, inBox(text)]) {
      it(`is not taken, nor is the first: ${form.slice(40)}`, () => {
        const { variables: read = {}, unread = [] } = readOpenrc(form) ?? {};
        assert.deepEqual([read, unread.map(({ name }) => name)], [{}, ['OS_AUTH_URL']]);
      });
    }
  }

  for (const line of [
    `: <<'OLD'\n${other}\nOLD`,
    `(${other})`,
    'env OS_AUTH_URL=https://b.example/v3 openstack token issue',
    `return 0\n${other}`,
    `echo ${other}`,
  ]) {
    it(`leaves the first, where the shell surely passes over it: ${line.slice(0, 20)}`, () => {
      assert.deepEqual(readOpenrc(`${first}\n${line}\n`)?.unread, []);
      assert.deepEqual(variables(`${first}\n${line}\n`), { OS_AUTH_URL: 'https://a.example/v3' });
    });
  }

  it('is one that another file may hold, which is named', () => {
    const source = '. ./site.sh';
    const unread = [{ name: 'OS_AUTH_URL', source, isOfOtherFile: true }];
    assert.deepEqual(readOpenrc(`${first}\n${source}\n`)?.unread, unread);
    assert.deepEqual(readOpenrc(`${source}\nexport OS_USERNAME=me\n`)?.unread, unread);
    assert.deepEqual(readOpenrc(`${source}\n${first}\n`)?.unread, []);
  });

  for (const [shell, text] of [
    [
      'PowerShell',
      `$env:OS_AUTH_URL = "https://a.example"\nif ($x) {\n$env:OS_AUTH_URL = "https://b.example"\n}`,
    ],
    ['cmd', 'set OS_AUTH_URL=https://a.example\nif "%1"=="b" (\nset OS_AUTH_URL=https://b.example\n)'],
    ['cmd', 'set OS_AUTH_URL=https://a.example\ngoto end\nset OS_AUTH_URL=https://b.example\n'],
  ] as const) {
    it(`is not taken in ${shell} either`, () => {
      assert.notEqual((readOpenrc(text)?.variables ?? {})['OS_AUTH_URL'], 'https://b.example');
    });
  }
});

describe('an openrc file', () => {
  for (const [how, form] of [
    ['as it is', (text: string) => text],
    ['with the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['in a box', inBox],
  ] as const) {
    it(`of Horizon, ${how}, gives its variables and asks for the password`, () => {
      assert.deepEqual(readPasted(form(V3)), {
        kind: 'openrc',
        openrc: {
          variables: V3_VARIABLES,
          asked: ['OS_PASSWORD'],
          unread: [],
          secrets: readOpenrc(form(V3))?.secrets,
        },
      });
      const { variables: of2, asked } = readOpenrc(form(V2)) ?? {};
      assert.deepEqual(of2, {
        OS_AUTH_URL: 'https://identity.tyo1.conoha.io/v2.0',
        OS_TENANT_ID: '487727e3921d44e3bfe7ebb337bf085e',
        OS_TENANT_NAME: 'gnct1',
        OS_USERNAME: 'gncu1',
      });
      assert.deepEqual(asked, ['OS_PASSWORD']);
    });
  }

  it('makes the cloud that its variables would make in the environment', () => {
    const openrc = readOpenrc(V2);
    assert.ok(openrc);
    const [cloud] = cloudsFromOpenrc(openrc, { home: '/home/me', platform: 'linux' });
    assert.ok(cloud && 'problem' in cloud && cloud.problem === 'noPassword');
    assert.equal(cloud.cloud.authUrl, 'https://identity.tyo1.conoha.io/v2.0');
    assert.deepEqual(cloud.cloud.who, {
      kind: 'password',
      user: { name: 'gncu1' },
      project: { id: '487727e3921d44e3bfe7ebb337bf085e' },
    });
    assert.equal(cloud.name, 'gnct1');
    const nameless = cloudsFromOpenrc(
      { variables: { OS_AUTH_URL: 'https://identity.example' } },
      { home: '/home/me', platform: 'linux' },
    );
    assert.deepEqual(
      nameless.map(({ name }) => name),
      ['openrc'],
    );
    const whole = readOpenrc(`${V2}export OS_PASSWORD=secret\n`);
    assert.ok(whole);
    const [known] = cloudsFromOpenrc(whole, { home: '/home/me', platform: 'linux' });
    assert.ok(known && 'credential' in known && known.credential.kind === 'password');
    assert.equal(known.credential.password, 'secret');
  });

  for (const [how, text, expected] of [
    [
      'quotes',
      `OS_A='x "y" $z'\nOS_B="x 'y' \\$z \\\\"\nOS_C=x'y z'"w"`,
      { OS_A: 'x "y" $z', OS_B: "x 'y' $z \\", OS_C: 'xy zw' },
    ],
    ['escaped characters', String.raw`OS_A=a\ b\$c`, { OS_A: 'a b$c' }],
    ['comments behind them', `OS_A=b # OS_B=c\n  # export OS_D=e\nOS_E=f#g`, { OS_A: 'b', OS_E: 'f#g' }],
    [
      'several to a line',
      'export OS_A=1; export OS_B=2 && OS_C=3 OS_D=4',
      { OS_A: '1', OS_B: '2', OS_C: '3', OS_D: '4' },
    ],
    [
      'declare and export options',
      'declare -x OS_A="1"\nexport -n OS_B=2\ntypeset -x OS_C=3',
      { OS_A: '1', OS_B: '2', OS_C: '3' },
    ],
    ['other names beside them', 'export PATH=/bin\nexport OS_A=1\nPOS_B=2\nexport os_c=3', { OS_A: '1' }],
    ['a later value', 'OS_A=1\nOS_A=2', { OS_A: '2' }],
    ['one that is unset', 'OS_A=1\nOS_B=2\nunset OS_A', { OS_B: '2' }],
    [
      'a reference to another',
      'OS_A=1\nOS_B=$OS_A\nOS_C="x ${OS_A} y"',
      { OS_A: '1', OS_B: '1', OS_C: 'x 1 y' },
    ],
    [
      'a default',
      'OS_A=${OS_A:-"Default"}\nOS_B=${OS_A:-x}\nOS_C=${OS_C-y}',
      { OS_A: 'Default', OS_B: 'Default', OS_C: 'y' },
    ],
    [
      'a default in a condition',
      'if [ -z "$OS_A" ]; then\n  export OS_A=1\nfi\nOS_B=2\nif [ -z $OS_B ]; then OS_B=3; fi',
      { OS_A: '1', OS_B: '2' },
    ],
    ['text that only looks like one', `echo "export OS_B=1; OS_C=2"\necho 'OS_D=3'\nOS_A=1`, { OS_A: '1' }],
    ['words of a block in text', 'echo enter if for while done\nOS_A=1', { OS_A: '1' }],
    [
      'PowerShell',
      `$env:OS_A = "1 \`"2\`""\n$Env:OS_B='x ''y'''; \${env:OS_C}="3"\n# $env:OS_D = "4"`,
      { OS_A: '1 "2"', OS_B: "x 'y'", OS_C: '3' },
    ],
    [
      'cmd',
      'rem set OS_X=1\r\n@set OS_A=my word\r\nSET "OS_B=a&b"\r\n:: set OS_Y=2\r\nset OS_C=a^&b\r\n',
      { OS_A: 'my word', OS_B: 'a&b', OS_C: 'a&b' },
    ],
    [
      'cmd in a box',
      '@echo off set OS_A=my word set "OS_B=x y" set OS_C=z',
      { OS_A: 'my word', OS_B: 'x y', OS_C: 'z' },
    ],
  ] as const) {
    it(`is read with ${how}`, () => assert.deepEqual(variables(text), expected));
  }

  it('is no more than its own assignments', () => {
    for (const text of ['OS_A', 'OS_A =1', 'export OS_A', 'xOS_A=1', '"OS_A=1"', '--OS_A=1', 'echo $OS_A']) {
      assert.equal(readOpenrc(text), undefined, text);
    }
  });

  it('names what only a shell could tell', () => {
    for (const source of [
      '$(hostname -f)',
      '"$(cat "x y")"',
      '`id -un`',
      '$USER',
      '"${HOME}/x"',
      '${USER:-me}',
      '${OS_B:-$(id)}',
      '${OS_B#x}',
      '{a,b}',
      '$1',
      "'never closed",
    ]) {
      const text = `${URL_LINE}export OS_USERNAME=${source}`;
      const pasted = readPasted(text);
      assert.ok(pasted?.kind === 'openrc' && 'problem' in pasted, text);
      assert.equal(pasted.problem.unread[0].name, 'OS_USERNAME', text);
      assert.ok(source.startsWith(pasted.problem.unread[0].source), text);
    }
  });

  it('names what a condition may have given, or a question', () => {
    for (const line of [
      'if [ "$1" = x ]; then\nexport OS_REGION_NAME=a\nfi',
      'case $1 in\nx) export OS_REGION_NAME=a;;\nesac',
      'if [ -z "$OS_REGION_NAME" ]; then x; else OS_REGION_NAME=a; fi',
      'if true; then echo done; export OS_REGION_NAME=a; fi',
      'read OS_REGION_NAME',
      '$env:OS_REGION_NAME = Read-Host "Region"',
      '$env:OS_REGION_NAME = "$region"',
      'set OS_REGION_NAME=%REGION%',
    ]) {
      const unread = readOpenrc(`${URL_LINE}${line}\n`)?.unread ?? [];
      assert.deepEqual(
        unread.map(({ name }) => name),
        ['OS_REGION_NAME'],
        line,
      );
    }
  });

  it('asks for a password that it does not give', () => {
    for (const line of [
      'read -sp "Password: " OS_PASSWORD\nexport OS_PASSWORD',
      'read -s INPUT\nexport OS_PASSWORD=$INPUT',
      'if [ -z "$OS_PASSWORD" ]; then\n read -s OS_PASSWORD_INPUT\n export OS_PASSWORD=$OS_PASSWORD_INPUT\nfi',
      'export OS_PASSWORD=$(pass show cloud)',
      'export OS_PASSWORD=`security find-generic-password -w`',
      '$env:OS_PASSWORD = Read-Host "Password"',
      '$env:OS_PASSWORD = [Runtime.InteropServices.Marshal]::PtrToStringAuto($x)',
      'set /p OS_PASSWORD=Password: ',
    ]) {
      const { asked, unread } = readOpenrc(`${URL_LINE}${line}\n`) ?? {};
      assert.deepEqual([asked, unread], [['OS_PASSWORD'], []], line);
    }
  });

  it('takes nothing out of a comment in a box', () => {
    for (const comment of [
      '# OS_B=1',
      '# to set OS_B=1',
      '#export OS_B=1',
      '# export OS_B=1',
      '#$env:OS_B="1"',
      '# set OS_B=1',
    ]) {
      assert.deepEqual(variables(`OS_A=1 ${comment} export OS_C=2`), { OS_A: '1', OS_C: '2' }, comment);
    }
  });

  it('in a box takes no example of a comment for a value', () => {
    for (const text of [
      '# such as export OS_A=1 export OS_A=2',
      'export OS_A=1 # such as export OS_A=2 export OS_B=3',
    ]) {
      const { variables: read, unread } = readOpenrc(`${text} OS_C=4`) ?? {};
      assert.deepEqual(unread, [{ name: 'OS_A', source: '2' }], text);
      assert.ok(read && !('OS_A' in read));
    }
  });

  it('with a token and nothing else is a token', () => {
    assert.deepEqual(readPasted('export OS_TOKEN=abc1'), { kind: 'token', token: 'abc1' });
    assert.deepEqual(readPasted('export OS_TOKEN="<token>"'), {
      kind: 'token',
      problem: { problem: 'placeholder', text: '<token>' },
    });
    assert.equal(readPasted(`${URL_LINE}export OS_TOKEN=abc1`)?.kind, 'openrc');
  });

  it('does not grow without end by references to references', () => {
    const lines = Array.from({ length: 60 }, (_, n) => `OS_A${n + 1}=$OS_A${n}$OS_A${n}`);
    const { unread, variables: read } = readOpenrc(['OS_A0=abcd', ...lines].join('\n')) ?? {};
    assert.ok(unread && unread.length > 0 && read);
    assert.ok(Object.values(read).every(({ length }) => length <= 16_384));
  });

  it('gives each value back that was written for its shell, and shows no secret', () => {
    const random = new Random('openrc');
    const characters: [string, ...string[]] = [
      'a',
      'Z',
      '0',
      ' ',
      '"',
      "'",
      '$',
      '\\',
      '`',
      '#',
      ';',
      '&',
      '%',
      '!',
      '日',
      '=',
      '(',
      '<',
      '*',
      '~',
      '{',
    ];
    const writers: [(name: string, value: string) => string, ...((name: string, value: string) => string)[]] =
      [
        (name, value) => `export ${name}='${value.replaceAll("'", String.raw`'\''`)}'`,
        (name, value) => `${name}="${value.replace(/["$\\`]/g, String.raw`\$&`)}"`,
        (name, value) => `export ${name}=${value.replace(/[^\w]/g, String.raw`\$&`)}`,
        (name, value) => `$env:${name} = '${value.replaceAll("'", "''")}'`,
        (name, value) => `$env:${name} = "${value.replace(/["$`]/g, '`$&')}"`,
      ];
    for (let count = 0; count < 5000; count++) {
      const write = random.pick(writers);
      const value = (first: string): string =>
        `${first}${Array.from({ length: random.integer(1, 12) }, () => random.pick(characters)).join('')}x`;
      const [user, password] = [value('x'), value('y')];
      const text = [
        '# a comment',
        write('OS_USERNAME', user),
        write('OS_PASSWORD', password),
        write('OS_AUTH_URL', 'https://i.example'),
      ].join('\n');
      assert.deepEqual(
        variables(text),
        { OS_USERNAME: user, OS_PASSWORD: password, OS_AUTH_URL: 'https://i.example' },
        text,
      );
      const masked = maskSecrets(text);
      assert.ok(!masked.text.includes(write('', password).replace(/^.*?= ?/, '')), masked.text);
      assert.equal(unmaskSecrets(masked.text, masked.secrets), text);
    }
  });
});
