import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import {
  formatAge,
  formatBytes,
  formatCount,
  formatDate,
  formatDateTime,
  formatDuration,
  formatExactBytes,
} from '../../src/base/format';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('bytes', () => {
  it('are shown in binary units with one decimal', () => {
    assert.equal(formatBytes(4353687552, 'en'), '4.1 GiB');
    assert.equal(formatBytes(4332388352, 'ja'), '4 GiB');
    assert.equal(formatBytes(1536, 'en'), '1.5 KiB');
    assert.equal(formatBytes(0, 'en'), '0 B');
    assert.equal(formatBytes(1023, 'en'), '1,023 B');
    assert.equal(formatBytes(30 * 2 ** 30, 'en'), '30 GiB');
    assert.equal(formatBytes(2 ** 60, 'en'), '1,024 PiB');
  });

  it('never round up to 1,024 of a unit', () => {
    assert.equal(formatBytes(2 ** 30 - 1, 'en'), '1 GiB');
    assert.equal(formatBytes(1023.9 * 2 ** 20, 'en'), '1,023.9 MiB');
  });

  it('follow the number format of the language', () => {
    assert.equal(formatBytes(1536, 'de'), '1,5 KiB');
  });

  it('are shown exactly in the words of the language', () => {
    assert.equal(formatExactBytes(4353687552, 'en'), '4,353,687,552 bytes');
    assert.equal(formatExactBytes(1, 'en'), '1 byte');
    assert.equal(formatExactBytes(4353687552, 'ja'), '4,353,687,552 バイト');
  });
});

describe('counts', () => {
  it('are grouped by thousands', () => {
    assert.equal(formatCount(12), '12');
    assert.equal(formatCount(50_000), '50,000');
  });
});

describe('times', () => {
  const time = new Date(2015, 4, 7, 19, 48, 32).getTime();

  it('are dates that line up, in the local zone', () => {
    assert.equal(formatDate(time), '2015-05-07');
    assert.equal(formatDate(new Date(2026, 0, 1).getTime()), '2026-01-01');
    assert.equal(formatDate(new Date(2026, 0, 1).getTime() - 1), '2025-12-31');
  });

  it('are shown in full with seconds and zone, in the order of the language', () => {
    assert.match(formatDateTime(time, 'en'), /^May 7, 2015, 19:48:32 \S+$/);
    assert.match(formatDateTime(time, 'ja'), /^2015年5月7日 19:48:32 \S+$/);
  });

  it('may be told by their age', () => {
    assert.equal(formatAge(time - 3 * HOUR, time, 'en'), '3 hours ago');
    assert.equal(formatAge(time - 2 * DAY, time, 'ja'), '2 日前');
    assert.equal(formatAge(time + 5 * MINUTE, time, 'en'), 'in 5 minutes');
    assert.equal(formatAge(time, time, 'en'), '0 seconds ago');
  });
});

describe('lengths of time', () => {
  it('are told in their largest unit', () => {
    assert.equal(formatDuration(3 * HOUR, 'en'), '3 hours');
    assert.equal(formatDuration(HOUR, 'en'), '1 hour');
    assert.equal(formatDuration(45 * SECOND, 'en'), '45 seconds');
    assert.equal(formatDuration(90 * MINUTE, 'ja'), '2 時間');
    assert.equal(formatDuration(10 * DAY, 'ja'), '10 日');
    assert.equal(formatDuration(0, 'en'), '0 seconds');
  });

  it('never round up to a whole of the next unit', () => {
    assert.equal(formatDuration(59_600, 'en'), '1 minute');
    assert.equal(formatDuration(HOUR - 20 * SECOND, 'en'), '1 hour');
    assert.equal(formatDuration(DAY - 20 * MINUTE, 'en'), '1 day');
    assert.equal(formatDuration(59 * MINUTE, 'en'), '59 minutes');
  });
});
