import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import {
  documentedResponse,
  documentedTenantId,
  documentedToken,
  startServer,
  type Server,
} from '../server/index';

describe('the simulated API', () => {
  let api: Server;
  beforeEach(async () => {
    api = await startServer();
  });
  afterEach(() => api.close());

  it('sends the documented response for the documented request', async () => {
    const response = await fetch(`${api.endpoint(documentedTenantId)}/images/detail`, {
      headers: { 'X-Auth-Token': documentedToken, Accept: 'application/json' },
    });
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), documentedResponse);
  });
});
