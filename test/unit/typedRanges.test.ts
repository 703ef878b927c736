import { before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Bounds, TypedPeriod } from '../../src/catalog/filter/criterion';
import { boundsText, readBounds } from '../../src/catalog/filter/typedBounds';
import { writtenName, readName } from '../../src/catalog/filter/typedName';
import { periodText, readPeriod } from '../../src/catalog/filter/typedPeriod';
import { Random } from '../server/random';
import { rangeWords, type RangeWords } from './rangeWords';

const now = Date.UTC(2026, 10, 24, 3, 4, 5, 678);

const RUNS = 2000;

describe('a range of sizes as people write it', () => {
  const read: Readonly<Record<string, Bounds | number>> = {
    '5': 5,
    '5 GB': 5,
    '5GiB': 5,
    ' ５ＧＢ ': 5,
    '500 MB': 500 / 1024,
    '1TB': 1024,
    '1.5': 1.5,
    '>5': { above: 5 },
    '> 5 GB': { above: 5 },
    'over 5 GB': { above: 5 },
    'more than 5': { above: 5 },
    '5 GB より大きい': { above: 5 },
    '5GB超': { above: 5 },
    '>=5': { min: 5 },
    '≥ 5': { min: 5 },
    '5+': { min: 5 },
    '5-': { min: 5 },
    '5..': { min: 5 },
    '5 GB+': { min: 5 },
    'at least 5 GB': { min: 5 },
    '５GB以上': { min: 5 },
    '5 ギガ以上': { min: 5 },
    '5 GB or more': { min: 5 },
    '<5': { below: 5 },
    'less than 5 GB': { below: 5 },
    '5GB未満': { below: 5 },
    '-10': { max: 10 },
    '..10': { max: 10 },
    '<=10': { max: 10 },
    'up to 10 GB': { max: 10 },
    '１０ＧＢ以下': { max: 10 },
    '10GBまで': { max: 10 },
    '30-100': { min: 30, max: 100 },
    '30 – 100 GB': { min: 30, max: 100 },
    '30..100': { min: 30, max: 100 },
    '30〜100GB': { min: 30, max: 100 },
    '３０～１００': { min: 30, max: 100 },
    '30 to 100 GB': { min: 30, max: 100 },
    'between 30 and 100': { min: 30, max: 100 },
    '30GBから100GBまで': { min: 30, max: 100 },
    '３０ー１００': { min: 30, max: 100 },
    ー10: { max: 10 },
    '5GBを超える': { above: 5 },
    '30GB以上100GB以下': { min: 30, max: 100 },
    '5 GB 以上、10 GB 未満': { min: 5, below: 10 },
    '512以上1024MB以下': { min: 0.5, max: 1 },
    '>5 <10': { above: 5, below: 10 },
    '< 10 GB > 5 GB': { above: 5, below: 10 },
    'at least 5 GB and less than 10 GB': { min: 5, below: 10 },
    '512-1024 MB': { min: 0.5, max: 1 },
    '512 MB - 2 GB': { min: 0.5, max: 2 },
  };

  for (const [text, wanted] of Object.entries(read)) {
    it(`is read: ${text}`, () => {
      assert.deepEqual(
        readBounds(text),
        typeof wanted === 'number' ? { exactly: wanted } : { bounds: wanted },
      );
    });
  }

  it('is refused where it is none, or ends before it starts', () => {
    for (const text of ['', 'big', '5 apples', '>', '-', '..', '5-x', '>5 GB and blue', '1y', '5 5'])
      assert.equal(readBounds(text), 'unreadable', text);
    for (const text of ['100-30', '100以上30以下']) assert.equal(readBounds(text), 'endBeforeStart', text);
  });

  it('is written as a text that is read as the same range, whatever the range', () => {
    const random = new Random('bounds');
    const amount = () => random.integer(0, 999_999) / random.pick([1, 10, 100, 1024, 1024 * 1024]);
    for (let run = 0; run < RUNS; run++) {
      const [min, max] = [amount(), amount()].sort((a, b) => a - b);
      assert.ok(min !== undefined && max !== undefined);
      const bounds = random.pick<Bounds>([
        { min },
        { above: min },
        { max },
        { below: max },
        { min, max },
        { min, below: max },
        { above: min, max },
      ]);
      // What has more digits than anybody types is not typed.
      const text = boundsText(bounds);
      if (/\d\.\d{7}|e/.test(text)) continue;
      assert.deepEqual(readBounds(text), { bounds }, text);
    }
  });
});

describe('a period as people write it', () => {
  const read: Readonly<Record<string, TypedPeriod>> = {
    '1y': { from: '1y' },
    '1 year': { from: '1y' },
    'a year': { from: '1y' },
    'last year': { from: '1y' },
    'in the last 30 days': { from: '30d' },
    '<1y': { from: '1y' },
    'within 2 weeks': { from: '2w' },
    '6 months': { from: '6mo' },
    '30 min': { from: '30m' },
    '1年': { from: '1y' },
    '１年以内': { from: '1y' },
    '過去 30 日': { from: '30d' },
    過去3か月: { from: '3mo' },
    半年: { from: '6mo' },
    '1年前から': { from: '1y' },
    '>1y': { before: '1y' },
    'older than 1y': { before: '1y' },
    'older than a year': { before: '1y' },
    'over 1 year': { before: '1y' },
    'more than 2 years ago': { before: '2y' },
    '1年より前': { before: '1y' },
    '1年以上前': { to: '1y' },
    '１年以上': { to: '1y' },
    '1y+': { to: '1y' },
    '>=1y': { to: '1y' },
    'at least 1 year ago': { to: '1y' },
    '..1y': { to: '1y' },
    '1年前まで': { to: '1y' },
    '1y..': { from: '1y' },
    '30d..': { from: '30d' },
    '1y..30d': { from: '1y', to: '30d' },
    '30d-1y': { from: '1y', to: '30d' },
    '30 days to 1 year ago': { from: '1y', to: '30d' },
    '1年前から30日前まで': { from: '1y', to: '30d' },
    '2024': { from: '2024', to: '2024' },
    '2024年': { from: '2024', to: '2024' },
    'in 2024': { from: '2024', to: '2024' },
    '2024-05': { from: '2024-05', to: '2024-05' },
    '2024/05': { from: '2024/05', to: '2024/05' },
    '2024年5月': { from: '2024-5', to: '2024-5' },
    '2024年5月1日': { from: '2024-5-1', to: '2024-5-1' },
    '２０２４－０５': { from: '2024-05', to: '2024-05' },
    '２０２４ー０５': { from: '2024-05', to: '2024-05' },
    '1年を超える': { before: '1y' },
    '2026-11-23': { from: '2026-11-23', to: '2026-11-23' },
    '2026-11-23T09:00': { from: '2026-11-23T09:00', to: '2026-11-23T09:00' },
    '2024+': { from: '2024' },
    '2024-': { from: '2024' },
    'since 2024': { from: '2024' },
    '2024..': { from: '2024' },
    '2024年以降': { from: '2024' },
    '2024年から': { from: '2024' },
    '>2024': { after: '2024' },
    'after 2024-05': { after: '2024-05' },
    '2024年より後': { after: '2024' },
    '<2024': { before: '2024' },
    'before 2024': { before: '2024' },
    '2024年より前': { before: '2024' },
    'until 2024-05': { to: '2024-05' },
    '..2025-12-31': { to: '2025-12-31' },
    '2024年まで': { to: '2024' },
    '2024年5月以前': { to: '2024-5' },
    '2023-2024': { from: '2023', to: '2024' },
    '2023〜2024': { from: '2023', to: '2024' },
    '2026-01-01..2026-06-30': { from: '2026-01-01', to: '2026-06-30' },
    '2024-05 to 2024-06': { from: '2024-05', to: '2024-06' },
    '2024年5月から2024年6月まで': { from: '2024-5', to: '2024-6' },
    '2026-01-01..30d': { from: '2026-01-01', to: '30d' },
  };

  for (const [text, wanted] of Object.entries(read)) {
    it(`is read: ${text}`, () => {
      assert.deepEqual(readPeriod(text, now), wanted);
    });
  }

  it('is refused where it is none, is in no calendar, or ends before it starts', () => {
    for (const text of ['', 'd', 'yesterday', '7', '>', '..', 'older than', '5 GB', 'CentOS 7'])
      assert.equal(readPeriod(text, now), 'unreadable', text);
    for (const text of ['2026-02-30', '2026-13', '>2026-02-30', '2026-01-01..2026-02-30'])
      assert.equal(readPeriod(text, now), 'noSuchDate', text);
    assert.equal(readPeriod('2024..2023', now), 'endBeforeStart');
  });

  it('is written as a text that is read as the same period, whatever the period', () => {
    const random = new Random('periods');
    const age = () => `${random.integer(1, 999)}${random.pick(['m', 'h', 'd', 'w', 'mo', 'y'])}`;
    const date = () =>
      [String(random.integer(1990, 2040)), '05', '23'].slice(0, random.integer(1, 3)).join('-');
    const periods = (): readonly TypedPeriod[] => {
      const day = date();
      return [
        { from: age() },
        { to: age() },
        { before: age() },
        { from: '2y', to: '3w' },
        { from: date() },
        { to: date() },
        { before: date() },
        { after: date() },
        { from: day, to: day },
        { from: '1989', to: date() },
        { from: '2001-02', to: '30d' },
      ];
    };
    for (let run = 0; run < RUNS / 10; run++) {
      for (const period of periods()) {
        const text = periodText(period);
        assert.deepEqual(readPeriod(text, now), period, text);
      }
    }
  });
});

for (const language of ['en', 'ja'] as const) {
  describe(`the words of a range, in the language ${language}`, () => {
    let words: RangeWords;
    before(async () => {
      words = await rangeWords(language);
    });

    it('are read as the same sizes', () => {
      const ranges: readonly Bounds[] = [
        { min: 5 },
        { above: 5 },
        { max: 1.5 },
        { below: 0.5 },
        { min: 30, max: 100 },
        { min: 0.25, max: 2048 },
        { min: 5, below: 10 },
        { above: 0.5, max: 10 },
      ];
      for (const bounds of ranges) {
        const text = words.boundsWords(bounds);
        assert.deepEqual(readBounds(text), { bounds }, text);
      }
    });

    it('are read as the same period', () => {
      const ages = ['30m', '1h', '12h', '1d', '7d', '2w', '1mo', '6mo', '1y', '2y'];
      const dates = ['2024', '2024-05', '2024/5', '2026-11-23', '2026-11-23T09:00'];
      const periods: readonly TypedPeriod[] = [
        ...ages.flatMap((age) => [{ from: age }, { to: age }, { before: age }]),
        ...dates.flatMap((date) => [
          { from: date },
          { after: date },
          { to: date },
          { before: date },
          { from: date, to: date },
          { from: '2001', to: date },
          { from: '2001-02-03', to: '30d' },
        ]),
        { from: '1y', to: '30d' },
        { from: '3mo', to: '2w' },
      ];
      for (const period of periods) {
        const text = words.periodWords(period);
        assert.deepEqual(readPeriod(text, now), period, text);
      }
    });
  });
}

describe('a name as people ask for it', () => {
  it('is a part of it, or a pattern between slashes, or neither behind an exclamation mark', () => {
    assert.deepEqual(readName(' ubuntu '), { kind: 'nameContains', text: 'ubuntu' });
    assert.deepEqual(readName('!30gb'), { kind: 'nameContains', text: '30gb', negated: true });
    assert.deepEqual(readName('！古い'), { kind: 'nameContains', text: '古い', negated: true });
    assert.deepEqual(readName('/^vmi-(a|b)/i'), { kind: 'namePattern', pattern: '/^vmi-(a|b)/i' });
    assert.deepEqual(readName('! /old/'), { kind: 'namePattern', pattern: '/old/', negated: true });
    assert.deepEqual(readName('/usr'), { kind: 'nameContains', text: '/usr' });
    for (const nothing of ['', ' ', '!', ' ! ']) assert.equal(readName(nothing), undefined);
  });

  it('is written as a text that is read as the same', () => {
    for (const text of ['ubuntu', '!30gb', '/x/', '!/x/i', '/usr', 'a!b']) {
      const criterion = readName(text);
      assert.ok(criterion);
      assert.deepEqual(readName(writtenName(criterion)), criterion);
    }
  });
});
