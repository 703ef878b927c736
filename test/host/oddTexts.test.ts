import assert from 'node:assert/strict';
import { MarkdownString, Uri, type CancellationToken, type TreeItem } from 'vscode';
import { ApiError } from '../../src/api/apiError';
import { parseImage } from '../../src/api/images/compute/parseImage';
import { parseGlanceImage } from '../../src/api/images/glance/parseGlanceImage';
import { parseExactly } from '../../src/base/exactJson';
import type { JsonObject } from '../../src/base/json';
import type { Image } from '../../src/api/images/image';
import { imageItems as imageChoices } from '../../src/commands/imageItems';
import { linesOf } from '../../src/catalog/lines/lines';
import { imageUri, parseAddress } from '../../src/documents/imageAddress';
import { describeError, errorSentence } from '../../src/text/describeError';
import { describeCriterion } from '../../src/text/describeFilter';
import { describeGroup } from '../../src/text/describeGroup';
import { imagesSummary } from '../../src/text/describeImages';
import { errorItem } from '../../src/tree/treeItems';
import { imageHover } from '../../src/tree/imageHover';
import { startServer, type ImageSpec, type Server } from '../server/index';
import { reachesOut } from '../unit/reachesOut';
import { sessionSettings } from '../unit/sessionSettings';
import { allRows, partsFor } from './parts';

const hoverOf = (image: Image) => imageHover({ image, rowId: 'a/b', lines: linesOf([image], true) });

const choiceOf = (image: Image) => {
  const [choice] = imageChoices([image], sessionSettings());
  assert.ok(choice);
  return choice;
};

const TENANT = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const TOKEN = 'token-of-odd-texts';
const TURNED = 'a\u202egpj.\u2067\u2069\u2069 שלום';
const NOTHING = ['   ', '\u3000', '\u200b', '\u2060\ufeff', '\u00ad', '\u3164', '\u115f', '\u2800', '\u202e'];
const IDS = [
  '..',
  '.',
  'a/b',
  '../c',
  '%2F',
  '%',
  '?',
  '#',
  '\\',
  'a:b',
  ' ',
  '日本語',
  '🦀',
  'détail',
  'detail',
];
const ODD_IDS = [...IDS, '%2e%2e', '…', "'()*!~", 'x'.repeat(1000), '長'.repeat(1000), 'images.json'];

describe('Odd texts of a server', () => {
  let api: Server;
  const serve = async (images: readonly ImageSpec[]) => {
    api = await startServer({ tenants: [{ id: TENANT, token: TOKEN, images }] });
    return partsFor(api, [{ id: TENANT, token: TOKEN }]);
  };
  afterEach(() => api.close());

  type Parts = Awaited<ReturnType<typeof serve>>;

  const imageItems = async ({ tree }: Parts): Promise<TreeItem[]> => {
    const rows = await allRows(tree);
    return Promise.all(
      rows.map(async ({ id }) => {
        const item = await tree.getTreeItem(id);
        return tree.resolveTreeItem(item, id, { isCancellationRequested: false } as CancellationToken);
      }),
    );
  };
  const wordsOf = ({ label, description, tooltip, accessibilityInformation }: TreeItem): string[] =>
    [label, description, tooltip, accessibilityInformation?.label].map((text) =>
      text instanceof MarkdownString ? text.value : typeof text === 'string' ? text : '',
    );

  it('turn nothing around, in no row, hover, pick or sentence', async () => {
    const metadata = { app: `${TURNED}-1`, dst: TURNED, os_type: TURNED, [TURNED]: TURNED };
    const odd = {
      name: TURNED,
      metadata,
      json: (sent: object) => ({ ...sent, status: TURNED, server: { id: TURNED } }),
    };
    const parts = await serve([odd, { ...odd, metadata: { ...metadata, app: `${TURNED}-2` } }]);
    const [account] = parts.accounts.all;
    assert.ok(account);
    await parts.accounts.rename(account.id, TURNED);
    const images = parts.sessions.ofActive()?.images;
    assert.ok(images);
    for (const grouping of ['status', 'app', 'distribution', 'os', 'none'] as const) {
      images.show({ grouping });
      for (const item of await imageItems(parts)) {
        for (const words of wordsOf(item)) assert.ok(!reachesOut(words), JSON.stringify(words));
      }
      for (const group of images.groups) assert.ok(!reachesOut(describeGroup(group, grouping)));
    }
    const [image] = images.shown;
    assert.ok(image);
    const { label, description = '', detail = '' } = choiceOf(image);
    for (const words of [label, description, detail]) assert.ok(!reachesOut(words), JSON.stringify(words));
    images.show({
      filter: {
        criteria: [
          { kind: 'nameContains', text: TURNED },
          { kind: 'name', value: TURNED },
          { kind: 'status', values: [TURNED] },
          { kind: 'namePattern', pattern: `/${TURNED}/` },
        ],
      },
    });
    assert.ok(!reachesOut(imagesSummary(images)));
    const details = { host: 'h', status: 400, serverMessage: TURNED, requestId: TURNED, location: TURNED };
    for (const kind of ['badRequest', 'redirect'] as const) {
      const error = new ApiError(kind, details);
      assert.ok(!reachesOut(errorSentence(error)));
      const failed = {
        kind: 'error',
        id: 'e',
        error,
        parent: undefined,
        ...rowOwner(account.id, account),
      } as const;
      const row = errorItem(failed, describeError(error));
      for (const words of wordsOf(row)) assert.ok(!reachesOut(words));
    }
    assert.ok(!reachesOut(errorSentence(new Error(TURNED))));
  });

  it('are bounded in rows, hovers, picks and filters, and told how long they are', async () => {
    const long = '長'.repeat(100_000);
    const metadata = Object.fromEntries(
      Array.from({ length: 1000 }, (_, at) => [`key ${at}`, at === 0 ? long : 'x']),
    );
    const parts = await serve([{ name: long, metadata: { ...metadata, app: long } }]);
    const images = parts.sessions.ofActive()?.images;
    images?.show({ grouping: 'app', filter: { criteria: [{ kind: 'nameContains', text: '長' }] } });
    for (const { label, accessibilityInformation, id, tooltip } of await imageItems(parts)) {
      assert.ok(labelOf(label).length <= 255 && (accessibilityInformation?.label ?? '').length < 600);
      assert.ok((id ?? '').length < 400);
      if (!(tooltip instanceof MarkdownString)) continue;
      assert.ok(tooltip.value.length < 150_000);
      assert.match(tooltip.value, /100,000&nbsp;characters/);
      assert.match(tooltip.value, /901&nbsp;more/);
    }
    assert.ok(describeCriterion({ kind: 'name', value: long }).length < 300);
    const [image] = images?.shown ?? [];
    assert.ok(
      image && (choiceOf(image).description ?? '').length < 1100 && choiceOf(image).label.length <= 255,
    );
  });

  it('show an image by its id when nothing is to be seen of its name, and the name in its hover', async () => {
    const parts = await serve(
      NOTHING.map((name, at) => ({ id: `id-${at}`, name, created: '2026-01-01T00:00:00Z' })),
    );
    const items = (await imageItems(parts)).filter(({ contextValue }) => contextValue === 'image');
    assert.deepEqual(
      items.map(({ label }) => label).sort(),
      NOTHING.map((_, at) => `id-${at}`),
    );
    for (const { label, tooltip } of items) {
      const name = NOTHING[Number(labelOf(label).slice(3))] ?? '';
      const spelled =
        name === '   ' ? '"&nbsp;&nbsp;&nbsp;"' : JSON.stringify(name).replace(/[^"]/gu, escaped);
      assert.ok(tooltip instanceof MarkdownString);
      assert.ok(tooltip.value.replaceAll('\\\\', '\\').includes(`| Name | ${spelled} |`), tooltip.value);
    }
  });

  it('say nothing twice of an ordinary name', () => {
    const { value } = hoverOf(parseImage({ id: 'id', name: '本番 Webサーバー（２号） 👨‍👩‍👧' }));
    assert.ok(!value.includes('| Name |'));
  });

  it('open by every id there can be, from the row, from its address as text, and after a restart', async () => {
    const parts = await serve(ODD_IDS.map((id) => ({ id, name: id === '..' ? '..' : 'odd' })));
    const items = (await imageItems(parts)).filter(({ contextValue }) => contextValue === 'image');
    assert.equal(items.length, ODD_IDS.length);
    const opened = new Set<string>();
    const restarted = await partsFor(api, [{ id: TENANT, token: TOKEN }]);
    for (const { command } of items) {
      const uri = command?.arguments?.[0] as Uri;
      const again = Uri.parse(uri.toString());
      for (const { documents } of [parts, restarted]) {
        const { id } = JSON.parse(Buffer.from(await documents.readFile(again)).toString()) as { id: string };
        opened.add(id);
      }
    }
    assert.deepEqual([...opened].sort(), [...ODD_IDS].sort());
    assert.ok(api.requests.every(({ path }) => path.startsWith(`/v2/${TENANT}/images/`)));
  });

  it('open by their entries in the list when there is no id that could stand in an address', async () => {
    const json = (id: unknown) => (sent: object) => ({ ...sent, id });
    const ids = ['', null, '\ud83d', '\ud83d\ud83d', 'y'.repeat(5000)];
    const parts = await serve(ids.map((id, at) => ({ name: `half \ud83d ${at}`, json: json(id) })));
    const items = (await imageItems(parts)).filter(({ contextValue }) => contextValue === 'image');
    assert.equal(items.length, ids.length);
    const restarted = await partsFor(api, [{ id: TENANT, token: TOKEN }]);
    const names = new Set<string>();
    for (const { command, id = '' } of items) {
      assert.ok(!/\p{Surrogate}/u.test(id) && id.length < 200, id);
      const uri = Uri.parse((command?.arguments?.[0] as Uri).toString());
      for (const { documents } of [parts, restarted]) {
        const { name } = JSON.parse(Buffer.from(await documents.readFile(uri)).toString()) as {
          name: string;
        };
        names.add(name);
      }
    }
    assert.equal(names.size, ids.length);
    assert.ok(api.requests.every(({ kind }) => kind === 'list'));
  });

  it('have addresses that mean the same image again, and those of ordinary ids are as they were', async () => {
    await serve([]);
    for (const id of [...ODD_IDS, '?0123456789abcdef', '.%2E', '%2E%2E', '...']) {
      const uri = imageUri({ id: 'a1b2', label: '' }, id, 'name');
      assert.deepEqual(parseAddress(Uri.parse(uri.toString())), {
        kind: 'image',
        accountId: 'a1b2',
        imageKey: id,
      });
      assert.ok(!uri.path.split('/').some((part) => part === '.' || part === '..'));
    }
    const id = 'ea8c0f2c-6a0e-4f6b-9f0e-1f5a2b3c4d5e';
    assert.equal(
      imageUri({ id: 'a1b2', label: '' }, id, 'vmi-ubuntu 22.04/x').toString(),
      `conoha-image:/a1b2/${id}/vmi-ubuntu%2022.04-x.json`,
    );
    for (const path of [`/a1b2/${id}/older name.json`, '/a1b2/%E6%97%A5/x.json', '/a1b2/a%2Fb/x.json']) {
      const address = parseAddress(Uri.from({ scheme: 'conoha-image', path }));
      assert.ok(address?.kind === 'image' && [id, '日', 'a/b'].includes(address.imageKey));
    }
  });

  it('have files named so that nothing turns around their ending', async () => {
    await serve([]);
    const fileOf = (name: string) =>
      imageUri({ id: 'a1b2', label: '' }, 'the-id', name).path.split('/').at(-1);
    assert.equal(fileOf('a\u202enosj.exe'), 'anosj.exe.json');
    for (const name of [...NOTHING, '..', '']) assert.equal(fileOf(name), 'the-id.json');
    assert.equal(fileOf('half \ud83d'), 'half -.json');
    assert.ok((fileOf('x'.repeat(100_000)) ?? '').length < 100);
    assert.equal(imageUri({ id: 'a1b2', label: '' }, '..', '').path, '/a1b2/%2E%2E/image.json');
  });
});

function labelOf(label: TreeItem['label']): string {
  return typeof label === 'string' ? label : '';
}

/** What says whose a row is. */
function rowOwner(accountId: string, account: object) {
  return { accountId, account } as { accountId: string; account: never };
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

describe('The title of a hover', () => {
  it('is bold, also of a name with blanks at its ends', () => {
    for (const name of [' web ', '\u3000本番', 'web\t', '\u0085web'])
      assert.match(hoverOf(parseImage({ id: 'id', name })).value, /^\*\*[^\s*&][^*]*[^\s*;]\*\*/u, name);
  });
});

describe('The hover of an image', () => {
  it('says whose it is, but where its kind says so', () => {
    const plain = (fields: JsonObject) =>
      hoverOf(parseImage({ id: 'id', status: 'ACTIVE', ...fields })).value.replaceAll('&nbsp;', ' ');
    const own = plain({ name: 'web', metadata: { image_type: 'snapshot' } });
    assert.match(own, /My Saved Images/);
    assert.doesNotMatch(own, /Ownership/);
    const offered = plain({ name: 'vmi-ubuntu-24.04-amd64', metadata: { display_order: '1' } });
    assert.match(offered, /Ownership.*Cloud provider’s images/);
    // Its status is the kind.
    const failed = plain({ name: 'web', status: 'ERROR', metadata: { image_type: 'snapshot' } });
    assert.match(failed, /Ownership.*My saved images/);
  });

  it('has what was sent for what it is, be it an address or an entity', () => {
    const name = 'https://a.example/b?c=1';
    const metadata = { note: 'www.a.example, a@a.example, HTTP://a.example', html: '&lt;b&gt; &amp;' };
    const { value } = hoverOf(parseImage({ id: 'id', name, metadata }));
    assert.doesNotMatch(value, /:\/\/|www\.|@/i);
    assert.ok(value.includes('&amp;lt;b&amp;gt;&nbsp;&amp;amp;'), value);
  });

  it('has of a property that stands in two places the one that counts, as it was sent', () => {
    const sent = parseExactly('{"id":"id","properties":{"x":1.0},"x":2.0,"y":3.0}');
    const { value } = hoverOf(parseGlanceImage(sent, 'me'));
    assert.ok(value.includes('1.0') && value.includes('3.0') && !value.includes('2.0'), value);
  });
});
