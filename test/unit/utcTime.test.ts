import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { utcTime } from '../../src/base/utcTime';
import { ROOT } from '../hosts/root';
import { Random } from '../server/random';

const NOON = Date.UTC(2026, 10, 24, 12);

describe('a time of OpenStack', () => {
  it('is UTC where it has no zone, and is of its zone where it has one', () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['Asia/Tokyo', 'America/New_York', 'UTC']) {
        process.env.TZ = zone;
        for (const text of [
          '2026-11-24T12:00:00',
          '2026-11-24 12:00:00',
          '2026-11-24T12:00:00.000000',
          '2026-11-24T12:00:00Z',
          '2026-11-24T21:00:00+09:00',
          '2026-11-24T21:00:00+0900',
          '2026-11-24T07:00:00-05:00',
        ]) {
          assert.equal(utcTime(text), NOON, `${text} in ${zone}`);
        }
        assert.equal(utcTime('2026-11-24'), NOON - 12 * 3_600_000, zone);
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('is what the engine reads, whatever stands in the place of digits', () => {
    const random = new Random('times');
    const part = (most: number): string => {
      const number = String(random.integer(0, most)).padStart(2, '0');
      return random.pick(['', '', '', '', '', '', 'x', '-', ' ', '٣']) === ''
        ? number
        : `${random.pick(['x', '-', ' ', '٣'])}1`;
    };
    for (let count = 0; count < 5000; count++) {
      const date = [`${random.pick(['20', '00', '99', '19'])}${part(99)}`, part(14), part(33)].join('-');
      const text = `${date}T${[part(26), part(62), part(62)].join(':')}Z`;
      const time = Date.parse(text);
      assert.equal(utcTime(text), Number.isNaN(time) ? undefined : time, text);
    }
  });

  it('is none where a text is no time', () => {
    for (const text of ['', 'soon', '2026-13-45T12:00:00', 'Z', '+09:00'])
      assert.equal(utcTime(text), undefined);
  });

  it('is read in one place', () => {
    const parsing = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && file !== join('base', 'utcTime.ts'))
      .filter((file) => readFileSync(join(ROOT, 'src', file), 'utf8').includes('Date.parse('));
    // HTTP’s own times have a zone, and are of another form.
    assert.deepEqual(parsing, [join('api', 'http', 'http.ts')]);
  });
});
