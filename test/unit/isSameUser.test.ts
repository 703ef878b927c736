import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { UserReference, Who } from '../../src/api/identity/credential';
import { isSameUser } from '../../src/auth/isSameUser';

const user = (reference: UserReference, project = 'p'): Who => ({
  kind: 'password',
  user: reference,
  project: { id: project },
});
const credential = (fields: object): Who => ({ kind: 'applicationCredential', ...fields });

describe('who signs in', () => {
  for (const [one, other] of [
    [user({ name: 'alice' }), user({ name: 'alice' }, 'another project')],
    [user({ name: 'alice' }), user({ name: 'alice', domainId: 'default' })],
    [user({ id: 'a1', name: 'alice' }), user({ id: 'a1' })],
    [credential({ id: 'c1' }), credential({ id: 'c1' })],
    [
      credential({ name: 'ci', user: { name: 'alice' } }),
      credential({ name: 'ci', user: { name: 'alice' } }),
    ],
  ] as const) {
    it(`is the same: ${JSON.stringify(one)} and ${JSON.stringify(other)}`, () => {
      assert.ok(isSameUser(one, other));
      assert.ok(isSameUser(other, one));
    });
  }

  for (const [one, other] of [
    [user({ name: 'alice' }), user({ name: 'bob' })],
    [user({ name: 'alice' }), user({ id: 'a1' })],
    [user({ name: 'alice', domainId: 'one' }), user({ name: 'alice', domainId: 'other' })],
    [user({ name: 'alice', domain: 'one' }), user({ name: 'alice', domain: 'other' })],
    [user({ id: 'a1', name: 'alice' }), user({ id: 'a2', name: 'alice' })],
    [user({ id: 'c1' }), credential({ id: 'c1' })],
    [credential({ id: 'c1' }), credential({ id: 'c2' })],
    [credential({ name: 'ci', user: { name: 'alice' } }), credential({ name: 'ci', user: { name: 'bob' } })],
  ] as const) {
    it(`is another: ${JSON.stringify(one)} and ${JSON.stringify(other)}`, () => {
      assert.ok(!isSameUser(one, other));
      assert.ok(!isSameUser(other, one));
    });
  }
});
