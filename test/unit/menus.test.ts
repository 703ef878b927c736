import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARRANGEMENTS, type Arrangement } from '../../src/session/arrangements';
import { MANIFEST } from '../hosts/manifest';
import { ROOT } from '../hosts/root';

const { menus } = MANIFEST.contributes;
const texts = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as Record<string, string>;

const SIGNED_OUT = 'conohaImages.state != signedOut';

/** When the palette offers a command; `undefined` is always. */
function offered(name: string): string | undefined {
  const items = (menus.commandPalette ?? []).filter(({ command }) => command === `conohaImages.${name}`);
  assert.ok(items.length < 2, name);
  return items[0]?.when;
}

/** The clauses by which a menu shows the one command of a choice, and the other. */
function clausesOf({ chosen: { key, value }, ofDetails }: Arrangement): readonly [other: string, on: string] {
  const name = `conohaImages.${key}`;
  const also = ofDetails ? ' && conohaImages.tellsDetails' : '';
  return value === undefined
    ? [`!${name}${also}`, `${name}${also}`]
    : [`${name} != ${value}${also}`, `${name} == ${value}${also}`];
}

describe('the menus of the view’s title', () => {
  for (const menu of ['groupBy', 'sortBy'] as const) {
    it(`have in ${menu} each choice, in its order, with a tick while it is made`, () => {
      const expected = ARRANGEMENTS.filter((arrangement) => arrangement.menu === menu).flatMap(
        (arrangement) => {
          const [other, on] = clausesOf(arrangement);
          return [
            { command: `conohaImages.${arrangement.command}`, when: other },
            { command: `conohaImages.${arrangement.ticked}`, when: on },
          ];
        },
      );
      const items = menus[`conohaImages.${menu}`] ?? [];
      assert.deepEqual(
        items.map(({ command, when }) => ({ command, when })),
        expected,
      );
      // The two of a choice stand in one place, and no other choice does.
      const places = items.map(({ group }) => group);
      assert.equal(new Set(places).size, places.length / 2);
      for (let at = 0; at < places.length; at += 2) assert.equal(places[at], places[at + 1]);
    });
  }

  for (const file of ['package.nls.json', 'package.nls.ja.json']) {
    it(`have in ${file} the same title twice, once with a tick`, () => {
      const titles = texts(file);
      for (const { command, ticked } of ARRANGEMENTS)
        assert.equal(titles[`command.${ticked}`], `✓ ${titles[`command.${command}`]}`);
    });
  }

  it('call the orders as the box does that asks for one', () => {
    const [english, japanese] = [texts('package.nls.json'), texts('package.nls.ja.json')];
    const boxes = new Map(
      Object.entries(texts('l10n/bundle.l10n.ja.json')).map(([text, own]) => [text.toLowerCase(), own]),
    );
    for (const { menu, command } of ARRANGEMENTS) {
      const title = english[`command.${command}`] ?? '';
      if (menu === 'sortBy')
        assert.equal(boxes.get(title.toLowerCase()), japanese[`command.${command}`], title);
    }
  });

  it('lead to both submenus, which need an account that is signed in', () => {
    const items = (menus['view/title'] ?? []).filter(({ submenu }) => submenu !== undefined);
    assert.deepEqual(
      items.map(({ submenu }) => submenu),
      ['conohaImages.groupBy', 'conohaImages.sortBy'],
    );
    for (const { when } of items) assert.ok(when?.endsWith(SIGNED_OUT));
  });

  it('have what is done with an account where it is the only one, and has no row', () => {
    const items = menus['view/title'] ?? [];
    for (const name of ['updateToken', 'renameAccount', 'removeAccount', 'switchService'])
      assert.deepEqual(
        items.filter(({ command }) => command === `conohaImages.${name}`).map(({ when }) => when),
        ['view == conohaImages.images && conohaImages.accounts == 1'],
        name,
      );
  });
});

describe('the menus of rows', () => {
  it('have what opens first and the copies together, before all else', () => {
    const items = (menus['view/item/context'] ?? []).filter(({ group = '' }) => !group.startsWith('inline'));
    const ofImages = items
      .filter(({ when = '' }) => /\^\(?image/.test(when))
      .toSorted((a, b) => (a.group ?? '').localeCompare(b.group ?? ''))
      .map(({ command }) => command?.replace('conohaImages.', ''));
    assert.deepEqual(ofImages.slice(0, 3), ['openJson', 'copyId', 'copyName']);
    const ofAccounts = items
      .filter(({ when = '' }) => when.includes('^account'))
      .toSorted((a, b) => (a.group ?? '').localeCompare(b.group ?? ''))
      .map(({ command }) => command?.replace('conohaImages.', ''));
    assert.deepEqual([ofAccounts[0], ofAccounts.at(-1)], ['showAccount', 'removeAccount']);
  });

  it('have the filled icon on an account of which a filter is on, in the place of the other', () => {
    const icons = (menus['view/item/context'] ?? [])
      .filter(({ command = '' }) => ['conohaImages.filter', 'conohaImages.editFilter'].includes(command))
      .map(({ command, group, when = '' }) => ({ command, group, when: /\/(.+)\//.exec(when)?.[1] ?? '' }));
    assert.deepEqual(new Set(icons.map(({ group }) => group)), new Set(['inline@1']));
    const shown = (value: string) =>
      icons.filter(({ when }) => new RegExp(when).test(value)).map(({ command }) => command);
    assert.deepEqual(shown('account'), ['conohaImages.filter']);
    assert.deepEqual(shown('account.filtered'), ['conohaImages.editFilter']);
  });
});

describe('the palette', () => {
  it('offers no half of a choice, but the boxes that ask for one', () => {
    for (const { command, ticked } of ARRANGEMENTS)
      assert.deepEqual([offered(command), offered(ticked)], ['false', 'false']);
    assert.deepEqual([offered('groupBy'), offered('sortBy')], [SIGNED_OUT, SIGNED_OUT]);
  });

  it('offers what makes sense, and before the view has said what does: all that may', () => {
    const asked = (key: string) => `${key} || !conohaImages.state`;
    for (const name of ['refresh', 'filter', 'findImage', 'copyId', 'copyName', 'openJson', 'openListJson'])
      assert.equal(offered(name), SIGNED_OUT, name);
    for (const name of ['renameAccount', 'removeAccount', 'updateToken', 'switchService', 'showAccount'])
      assert.equal(offered(name), 'conohaImages.accounts != 0', name);
    for (const name of ['loadMore', 'loadAll']) assert.equal(offered(name), asked('conohaImages.hasMore'));
    assert.equal(offered('clearFilter'), asked('conohaImages.filtered'));
    assert.equal(offered('switchAccount'), asked('conohaImages.severalAccounts'));
    for (const name of ['signIn', 'showLog']) assert.equal(offered(name), undefined, name);
  });
});
