import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { parseDocument } from 'yaml';
import { oneLine } from '../../src/copy/quoting/oneLine';
import { quoteShell } from '../../src/copy/quoting/shell';
import { quoteYaml } from '../../src/copy/quoting/yaml';
import { anyTexts } from './anyText';
import { BASE, copiedImage, imagesOfTexts, textIn } from './copiedImages';

/** A program is given no more in one argument than Linux gives it. */
const LONGEST_SCRIPT = 100_000;

/** The words that a shell gives to commands, in which each is a program of its own. */
function wordsOfShell(commands: readonly string[], before = ''): readonly string[] {
  const scripts: string[] = [];
  for (const command of commands) {
    const last = scripts.at(-1);
    if (last !== undefined && Buffer.byteLength(last + command) < LONGEST_SCRIPT)
      scripts[scripts.length - 1] = `${last}\n${command}`;
    else scripts.push(`${before}\n${command}`);
  }
  return scripts.flatMap((script) => {
    const { stdout, stderr, status } = spawnSync('sh', ['-c', script], {
      encoding: 'utf8',
      maxBuffer: 1e8,
      env: {},
    });
    assert.deepEqual([status, stderr], [0, '']);
    return stdout.split('\0').slice(0, -1);
  });
}

const forShell = (text: string) => text.replace(/\0/g, '\ufffd');

describe('images in YAML', () => {
  const texts = anyTexts('yaml', 200);
  const read = (text: string): unknown => {
    const unsafe = { tag: '!unsafe', resolve: (value: string) => value };
    const document = parseDocument(text, { customTags: [unsafe] });
    assert.deepEqual([...document.errors, ...document.warnings], []);
    return document.toJS();
  };

  it('have any text as a scalar', () => {
    assert.deepEqual(read(texts.map((text) => `- ${quoteYaml(text)}`).join('\n')), texts);
  });

  it('have their ids in a task of Ansible, whatever they are called', () => {
    const images = imagesOfTexts(texts.filter((text) => text !== ''));
    const tasks = read(textIn('ansibleServer', images)) as readonly Record<
      string,
      { readonly image: string }
    >[];
    assert.deepEqual(
      tasks.map((task) => task['openstack.cloud.server']?.image),
      images.map(({ image }) => image.id),
    );
  });

  it('have their ids in a task as it is, where Ansible would look for something in them', () => {
    assert.match(textIn('ansibleServer', [copiedImage({ id: '{{ x }}' })]), /image: !unsafe "\{\{ x \}\}"$/m);
  });
});

describe('images in commands', () => {
  const texts = anyTexts('shell', 200);
  const images = imagesOfTexts(texts.filter((text) => text !== ''));
  const ids = images.map(({ image }) => forShell(image.id));

  it('have any text as a word', () => {
    const read = wordsOfShell(
      texts.map((text) => `p ${quoteShell(text)}`),
      `p() { printf '%s\\0' "$1"; }`,
    );
    assert.deepEqual(read, texts.map(forShell));
  });

  it('have plain words as they are', () => {
    assert.equal(quoteShell('vmi-ubuntu-22.04_amd64:x@y'), 'vmi-ubuntu-22.04_amd64:x@y');
    assert.equal(quoteShell('-x'), "'-x'");
  });

  it('have their ids, however many lines those are, wherever the command stands', () => {
    const define = `openstack() { printf '%s\\0' "$@"; }`;
    const commands = images.map((image) =>
      textIn(
        'openstackServerCreate',
        [image],
        {},
        { margin: '    ', level: '\t', isStart: false, isLineEnd: true },
      ),
    );
    assert.deepEqual(
      wordsOfShell(commands, `FLAVOR='a b' SERVER_NAME='c d'\n${define}`),
      ids.flatMap((id) => ['server', 'create', '--image', id, '--flavor', 'a b', 'c d']),
    );
  });

  it('are asked for where their account is, with the token that the shell has', () => {
    const define = `curl() { printf '%s\\0' "$3" "$4" "$5"; }`;
    assert.deepEqual(
      wordsOfShell(
        images.map((image) => textIn('curl', [image])),
        `OS_TOKEN=secret\n${define}`,
      ),
      images.flatMap(({ image }) => [
        '-H',
        'X-Auth-Token: secret',
        `${BASE}/images/${encodeURIComponent(image.id)}`,
      ]),
    );
  });

  it('say nothing of how an image is called, which a shell without comments would run', () => {
    const called = [copiedImage({ id: 'i', name: 'x; rm -rf ~' })];
    for (const format of ['openstackServerCreate', 'curl'] as const)
      assert.doesNotMatch(textIn(format, called), /rm/);
  });
});

describe('images by id and name', () => {
  it('have the id as it is, and the name behind it in one line', () => {
    for (const image of imagesOfTexts(anyTexts('lines', 200).filter((text) => text !== ''))) {
      const { id, name } = image.image;
      const text = textIn('idAndName', [image]);
      assert.ok(text.startsWith(id));
      const rest = text.slice(id.length);
      assert.equal(rest, oneLine(name) === '' ? '' : `  # ${oneLine(name)}`);
      assert.doesNotMatch(rest, /[\p{Cc}\p{Zl}\p{Zp}]/u);
    }
  });
});
