import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../hosts/root';
import { BESIDE, INSTEAD_OF, KNOWN_KEYS, SERVICES, VALUES, type KnownKeys } from './cloudKeys';
import { cloudsFolder } from './cloudsFolder';

type Treatment = 'honoured' | 'named' | 'without effect';

type Fields = Readonly<Record<string, string>>;

const { read } = cloudsFolder();

/** All that came of a cloud: what it names, and the rest. */
interface Outcome {
  readonly named: readonly string[];
  readonly rest: string;
}

type Treatments = ReadonlyMap<string, readonly Treatment[]>;

/** What a cloud with and without a key gives says how the key is treated. */
async function treatmentsOf({ cloud, keys }: KnownKeys): Promise<Treatments> {
  const entries = keys.flatMap((key) => {
    const without = Object.fromEntries(Object.entries(cloud).filter(([name]) => name !== INSTEAD_OF[key]));
    const base = { ...without, ...BESIDE[key] };
    return [entry(`without ${key}`, base), entry(`with ${key}`, { ...base, [key]: VALUES[key] ?? 'x1' })];
  });
  const { clouds, problems } = await read(`clouds:\n${entries.join('')}`);
  const outcomeOf = (name: string): Outcome => {
    const found = [...clouds, ...problems].filter((outcome) => outcome.name === name);
    assert.ok(found.length > 0, name);
    return {
      named: found.flatMap((outcome) => ('notHonoured' in outcome ? outcome.notHonoured : [])),
      rest: JSON.stringify(found.map((outcome) => ({ ...outcome, name: '', notHonoured: [] }))),
    };
  };
  return new Map(
    keys.map((key) => [key, treatmentOf(key, outcomeOf(`without ${key}`), outcomeOf(`with ${key}`))]),
  );
}

function treatmentOf(key: string, without: Outcome, by: Outcome): readonly Treatment[] {
  const found: Treatment[] = [];
  if (by.rest !== without.rest) found.push('honoured');
  if (by.named.includes(key)) found.push('named');
  return found.length > 0 ? found : ['without effect'];
}

function entry(name: string, fields: Fields): string {
  const lines = Object.entries(fields).map(([key, value]) => `    ${key}: ${value}\n`);
  return `  ${name}:\n${lines.join('')}`;
}

/** The keys of the table below a heading of the users' page. */
function documented(heading: string): readonly string[] {
  const page = readFileSync(join(ROOT, 'docs', 'signing-in.md'), 'utf8');
  const [, section = ''] = new RegExp(`^### ${heading}$([^]*?)(?=^#|$(?![^]))`, 'm').exec(page) ?? [];
  const cells = [...section.matchAll(/^\| (`.*?) \|/gm)].map(([, cell = '']) => cell);
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, key = '']) => key));
}

const TABLES: readonly (readonly [Treatment, readonly string[]])[] = [
  ['honoured', documented('Honoured')],
  ['named', documented('Not honoured, and named')],
  ['without effect', documented('Without effect')],
];

/** A key stands in a table by itself, or else as one of a service. */
function tablesOf(key: string): readonly Treatment[] {
  const exact = tablesWith([key]);
  const patterns = SERVICES.filter((service) => key.includes(service)).map((service) =>
    key.replace(new RegExp(`(^|_)${service}(_|$)`), '$1<service>$2'),
  );
  return exact.length > 0 ? exact : tablesWith(patterns);
}

function tablesWith(keys: readonly string[]): readonly Treatment[] {
  return TABLES.filter(([, table]) => keys.some((key) => table.includes(key))).map(
    ([treatment]) => treatment,
  );
}

describe('the keys of a clouds file', () => {
  const all = async () => {
    const treatments: Treatments[] = [];
    for (const known of KNOWN_KEYS) treatments.push(await treatmentsOf(known));
    const keys = new Set(treatments.flatMap((known) => [...known.keys()]));
    return new Map(
      [...keys].map((key) => [key, new Set(treatments.flatMap((known) => known.get(key) ?? []))] as const),
    );
  };

  for (const known of KNOWN_KEYS) {
    it(`are honoured, named, or documented to change no request, beside ${known.credential}`, async () => {
      const treatments = await treatmentsOf(known);
      const silent = [...treatments]
        .filter(
          ([key, found]) => found.includes('without effect') && !tablesOf(key).includes('without effect'),
        )
        .map(([key]) => key);
      assert.deepEqual(silent, []);
      assert.ok(treatments.size > 700);
    });
  }

  it('are treated as the users’ page says', async () => {
    const differ = [...(await all())]
      .map(([key, found]) => ({ key, found: [...found].sort(), documented: [...tablesOf(key)].sort() }))
      .filter(({ found, documented: said }) => found.join() !== said.join());
    assert.deepEqual(differ, []);
  });

  it('are those of the users’ page', async () => {
    const known = new Set([...(await all()).keys()]);
    const unknown = TABLES.flatMap(([, table]) => table).filter(
      (key) => !known.has(key.replace('<service>', 'dns')),
    );
    assert.deepEqual(unknown, []);
  });
});
