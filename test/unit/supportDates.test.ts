import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SUPPORT_AS_OF, SUPPORT_TABLE } from '../../src/catalog/support/supportTable';
import { ROOT } from '../hosts/root';

/** Sources differ by some weeks: one names the last day, another the month, another the day of the announcement. */
const MOST_DAYS = 60;
const DAY = 86_400_000;

/** The rows of a list of Debian's `distro-info-data`, by the titles of their columns. */
function rowsOf(file: 'debian' | 'ubuntu'): readonly Readonly<Record<string, string>>[] {
  const text = readFileSync(join(ROOT, 'test/unit/data/distro-info', `${file}.csv`), 'utf8');
  const [head = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(head.map((title, at) => [title, row[at] ?? ''])));
}

/** The last days of a family by its releases. */
function tableOf(family: string): ReadonlyMap<string, string> {
  const text = SUPPORT_TABLE[family] ?? '';
  return new Map(
    Array.from(text.matchAll(/(\S+)\s+(?:\S+\/)?(\S+)/g), ([, release = '', end = '']) => [release, end]),
  );
}

/** The releases of which the two say something else, or of which one of them knows nothing. */
function differences(family: string, theirs: ReadonlyMap<string, string>): readonly string[] {
  const ours = tableOf(family);
  return [...new Set([...ours.keys(), ...theirs.keys()])].filter((release) => {
    const days = (Date.parse(ours.get(release) ?? '') - Date.parse(theirs.get(release) ?? '')) / DAY;
    return !(Math.abs(days) <= MOST_DAYS);
  });
}

/** Why the table says something else than Debian's package. */
const EXCEPTIONS: Readonly<Record<'Ubuntu' | 'Debian', Readonly<Record<string, string>>>> = {
  Ubuntu: { '26.10': 'published after the day of the table' },
  // No announcements are known of them: each source has a rule of its own.
  Debian: {
    '1.1': 'it takes the day on which 1.2 came, the package that of 1.3',
    '1.2': 'the package takes a year after 1.3 came',
    '1.3': 'the package takes the day on which 2.1 came',
    '2.0': 'the package takes a year after 2.1 came',
  },
};

describe('the table of support', () => {
  it("agrees with Debian's list of Ubuntu, whose support of servers is the longer one", () => {
    const theirs = rowsOf('ubuntu').map(({ version = '', eol = '', 'eol-server': server = '' }) => {
      const [release = ''] = version.split(' ');
      return [release, server || eol] as const;
    });
    assert.ok(theirs.length > 40);
    assert.deepEqual(differences('Ubuntu', new Map(theirs)), Object.keys(EXCEPTIONS.Ubuntu));
  });

  it("agrees with Debian's list of its own releases, long-term support included", () => {
    const theirs = rowsOf('debian')
      .map(({ version = '', eol = '', 'eol-lts': lts = '' }) => {
        // "4.0" to "6.0" are the numbers of releases that are called by the first alone.
        return [/^[456]\.0$/.test(version) ? version.slice(0, 1) : version, lts || eol] as const;
      })
      // What is not released yet has no end.
      .filter(([, end]) => end !== '');
    assert.ok(theirs.length > 15);
    assert.deepEqual(
      differences('Debian', new Map(theirs)).toSorted(),
      Object.keys(EXCEPTIONS.Debian).toSorted(),
    );
  });

  it('holds nothing but days, and what stands for one', () => {
    const isDay = (text: string) => new Date(text).toISOString().startsWith(text);
    for (const [family, text] of Object.entries(SUPPORT_TABLE)) {
      const words = text.trim().split(/\s+/);
      assert.equal(words.length % 2, 0, family);
      const releases = words.filter((_, at) => at % 2 === 0);
      assert.equal(new Set(releases).size, releases.length, family);
      const ends = words.filter((_, at) => at % 2 === 1);
      for (const end of ends)
        assert.ok(end === '-' || end === 'ended' || end.split('/').every(isDay), `${family}: ${end}`);
    }
    assert.ok(isDay(SUPPORT_AS_OF));
  });

  it('has two days for Debian alone, the earlier one first', () => {
    for (const [family, text] of Object.entries(SUPPORT_TABLE)) {
      const pairs = [...text.matchAll(/(\S+)\/(\S+)/g)];
      assert.equal(pairs.length > 0, family === 'Debian');
      for (const [pair, first = '', last = ''] of pairs) assert.ok(first < last, pair);
    }
  });
});
