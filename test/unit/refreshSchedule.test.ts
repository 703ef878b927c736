import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { Canceled } from '../../src/base/canceled';
import type { AccountImages } from '../../src/session/accountImages';
import { RefreshSchedule } from '../../src/session/refreshSchedule';
import { documentedTenantId, documentedToken, startServer, type Server } from '../server/index';
import { imageSource, onlyToken } from './imageSource';
import { plainImages } from './plainImages';

const SECOND = 1000;
const NEVER = 0;

describe('the refresh schedule of a list', () => {
  let api: Server;
  let images: AccountImages;
  let schedule: RefreshSchedule;
  beforeEach(async () => {
    api = await startServer();
    images = plainImages(
      imageSource(api.endpoint(documentedTenantId), { tokens: onlyToken(documentedToken) }),
    );
    schedule = new RefreshSchedule(images);
  });
  afterEach(async () => {
    images.dispose();
    await api.close();
  });

  const saving = () => api.images(documentedTenantId).add({ name: 'saving', status: 'saving' });
  const started = async () => {
    await images.ensureStarted();
    await images.catalog.loadMore();
  };
  /** Milliseconds from the end of the last request to the next look. */
  const wait = (every = NEVER) => {
    const { asOf = 0, settledAt } = images.catalog;
    return (schedule.due(every) ?? Infinity) - Math.max(asOf, settledAt);
  };

  it('is not due before there is a list', () => {
    assert.equal(schedule.due(15 * SECOND), undefined);
  });

  it('is never due where nothing is being saved and nothing is wanted', async () => {
    await started();
    assert.equal(schedule.due(NEVER), undefined);
  });

  it('is due so long after the last answer as is wanted, whoever asked', async () => {
    await started();
    assert.equal(wait(90 * SECOND), 90 * SECOND);
    const first = schedule.due(90 * SECOND) ?? 0;
    await images.catalog.refresh();
    assert.equal(wait(90 * SECOND), 90 * SECOND);
    assert.ok((schedule.due(90 * SECOND) ?? 0) >= first);
  });

  it('is due at once for a list of long ago', async () => {
    const { catalog } = images;
    const at = Date.now() - 3600 * SECOND;
    catalog.restore({ images: [], completeness: { kind: 'complete' }, asOf: at, listedAt: at });
    assert.equal(wait(90 * SECOND), 90 * SECOND);
    assert.ok((schedule.due(90 * SECOND) ?? Infinity) < Date.now());
    await schedule.refresh();
    assert.ok((schedule.due(90 * SECOND) ?? 0) > Date.now());
  });

  it('counts from a refresh that was called off, and does not begin at once what somebody has just ended', async () => {
    const { catalog } = images;
    const at = Date.now() - 3600 * SECOND;
    catalog.restore({ images: [], completeness: { kind: 'complete' }, asOf: at, listedAt: at });
    const hang = api.faults.add({ do: 'hang' });
    const abort = new AbortController();
    const refresh = catalog.refresh(abort.signal);
    await api.untilRequests((all) => all.length === 1);
    abort.abort();
    await assert.rejects(refresh, Canceled);
    hang.remove();
    assert.ok((schedule.due(90 * SECOND) ?? 0) > Date.now());
  });

  it('is put off by nobody looking away and back', async () => {
    saving();
    await started();
    const due = schedule.due(15 * SECOND);
    schedule.hasten();
    assert.equal(schedule.due(15 * SECOND), due);
  });

  it('is due soon while an image is being saved, less and less often until that changes', async () => {
    const { id } = saving();
    await started();
    const waits = [wait()];
    for (let look = 0; look < 5; look++) {
      await schedule.refresh();
      waits.push(wait());
    }
    assert.deepEqual(
      waits,
      [5, 10, 20, 40, 60, 60].map((seconds) => seconds * SECOND),
    );
    api.images(documentedTenantId).update(id, { size: 1 });
    await schedule.refresh();
    assert.equal(wait(), 5 * SECOND);
    assert.equal(images.catalog.find(id)?.size, 1);
    api.images(documentedTenantId).advance(id);
    await schedule.refresh();
    assert.equal(schedule.due(NEVER), undefined);
  });

  it('is due soon again when something has changed elsewhere', async () => {
    saving();
    await started();
    await schedule.refresh();
    schedule.hasten();
    assert.equal(wait(), 5 * SECOND);
  });

  it('waits as long as a server asks for that wants fewer requests, and keeps the list', async () => {
    await started();
    api.faults.add({ do: 'status', status: 429, retryAfter: 120 });
    await schedule.refresh();
    assert.equal(images.shown.length, 5);
    const wanted = (schedule.due(15 * SECOND) ?? 0) - Date.now();
    assert.ok(wanted > 110 * SECOND && wanted <= 120 * SECOND);
  });

  it('waits no longer once the server has answered somebody who asked all the same', async () => {
    await started();
    const refusal = api.faults.add({ do: 'status', status: 429, retryAfter: 120 });
    await schedule.refresh();
    refusal.remove();
    await images.catalog.refresh();
    assert.equal(wait(15 * SECOND), 15 * SECOND);
  });

  it('is not put off by a list of a time that has not come, as after the clock was set back', async () => {
    const { catalog } = images;
    const at = Date.now() + 365 * 24 * 3600 * SECOND;
    catalog.restore({ images: [], completeness: { kind: 'complete' }, asOf: at, listedAt: at });
    assert.ok((schedule.due(90 * SECOND) ?? Infinity) <= Date.now());
    const refusal = api.faults.add({ do: 'status', status: 500 });
    await schedule.refresh();
    refusal.remove();
    assert.ok((schedule.due(90 * SECOND) ?? 0) > Date.now(), 'a failure is not repeated at once');
  });

  it('is not due while the list is being asked for', async () => {
    await started();
    const hang = api.faults.add({ do: 'hang' });
    const refresh = images.catalog.refresh();
    assert.equal(schedule.due(15 * SECOND), undefined);
    hang.remove();
    await refresh;
    assert.equal(wait(15 * SECOND), 15 * SECOND);
  });

  it('is due again after a failure as it would be without', async () => {
    await started();
    api.faults.add({ do: 'status', status: 500 });
    await schedule.refresh();
    const wanted = (schedule.due(15 * SECOND) ?? 0) - Date.now();
    assert.ok(wanted > 10 * SECOND && wanted <= 15 * SECOND);
  });
});
