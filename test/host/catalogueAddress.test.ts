import assert from 'node:assert/strict';
import { askWhere } from '../../src/commands/signIn/afterToken';
import { documentedTenantId, documentedToken } from '../server/index';
import { press } from './accountsDialogs';
import { SignInParts } from './signInParts';
import { describeInNewest } from './newest';

describeInNewest('An address that looks like one of another service', () => {
  const given = new SignInParts();

  const ask = (candidates: readonly string[]) => {
    const listed = candidates.map(
      (url) => ({ service: 'compute', region: 'r', interface: 'public', url }) as const,
    );
    const title = 'Sign in with a token';
    const place = { title, back: true, step: 1, totalSteps: 1 } as const;
    const question = { ...place, token: { token: documentedToken }, box: 'endpointOfGiven' } as const;
    return askWhere(given.context, question, { candidates: listed }, undefined).catch(() => 'given up');
  };
  const places = () => [`${given.api.origin}/volume/v2/${documentedTenantId}`, given.api.origin];

  it('is asked where the service catalogue has it, as the only one or among others', async () => {
    const [volume = '', root = ''] = places();
    for (const [candidates, box] of [
      [[volume], 'Endpoint of the Image or Compute API'],
      [[volume, root], 'Select an endpoint'],
    ] as const) {
      given.api.clearRequests();
      const done = ask(candidates);
      await given.dialogs.enter(box);
      await given.api.untilRequests(() => given.api.requests.some(({ path }) => path.startsWith('/volume/')));
      await press('closeQuickOpen');
      assert.equal(await done, 'given up');
    }
  });

  it('is named where it is typed, and gets no token', async () => {
    const [volume = '', root = ''] = places();
    const done = ask([root]);
    await given.dialogs.answer('Endpoint of the Image or Compute API', volume);
    await given.dialogs.objection(/another service, such as Block Storage or Network/);
    assert.equal(given.api.requests.length, 0);
    await press('closeQuickOpen');
    assert.equal(await done, 'given up');
  });
});
