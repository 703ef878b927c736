import { before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { MANIFEST } from '../hosts/manifest';
import { settingsReader, type Reading, type Written } from './settingsReader';

describe('the settings', () => {
  const declared = Object.entries(MANIFEST.contributes.configuration.properties).map(
    ([key, setting]) => [key.replace('conohaImages.', ''), setting] as const,
  );
  let read: (written: Written) => Reading;
  const valuesOf = (written: Written) => read(written).values;
  before(async () => {
    read = await settingsReader();
  });

  it('that are read are those of the manifest', () => {
    assert.deepEqual([...new Set(read({}).names)].sort(), declared.map(([name]) => name).sort());
  });

  for (const [name, { type, default: usual, enum: choices, minimum, maximum }] of declared) {
    it(`have for ${name} the default of the manifest, which anything odd counts as`, () => {
      assert.notEqual(usual, undefined);
      for (const odd of [undefined, null, {}, NaN, type === 'string' ? 7 : 'odd'])
        assert.deepEqual(valuesOf({ [name]: odd }), valuesOf({ [name]: usual }), inspect(odd));
    });

    if (choices !== undefined) {
      it(`have for ${name} something else for each choice of the manifest`, () => {
        const meant = choices.map((choice) => JSON.stringify(valuesOf({ [name]: choice })));
        assert.equal(new Set(meant).size, choices.length);
      });
    }

    if (type === 'integer') {
      it(`have for ${name} the limits of the manifest`, () => {
        assert.ok(minimum !== undefined && maximum !== undefined);
        for (const [limit, beyond, within] of [
          [minimum, minimum - 1, minimum + 1],
          [maximum, maximum + 1, maximum - 1],
        ]) {
          assert.deepEqual(valuesOf({ [name]: beyond }), valuesOf({ [name]: limit }));
          assert.notDeepEqual(valuesOf({ [name]: within }), valuesOf({ [name]: limit }));
        }
      });
    }
  }
});
