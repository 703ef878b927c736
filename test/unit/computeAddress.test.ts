import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { computeAddress, computeCandidates } from '../../src/api/identity/computeAddress';

const project = { id: 'c0ffee', name: 'demo' };

describe('the address of a service catalogue', () => {
  const candidates = (...urls: readonly string[]) =>
    computeCandidates({ project, endpoints: urls.map((url) => ({ region: 'r', url })) }, {}).map(
      ({ url }) => url,
    );

  it('is used as it is asked, with the project where a placeholder stands for it', () => {
    assert.deepEqual(
      candidates(
        'HTTPS://Nova.Example.net:443/v2.1/',
        'https://nova.example.net:8774/v2.1/%(tenant_id)s',
        'https://nova.example.net/compute?x#y',
      ),
      [
        'https://nova.example.net/v2.1',
        'https://nova.example.net:8774/v2.1/c0ffee',
        'https://nova.example.net/compute',
      ],
    );
  });

  it('is none where its host is in doubt, or where the token could be read on the way', () => {
    const odd = [
      'http:/nova.example.net:8774/v2.1',
      'https:/nova.example.net/v2.1',
      'https:///nova.example.net',
    ];
    odd.push('http://nova.example.net:8774/v2.1', 'https://me:secret@nova.example.net/v2.1');
    assert.deepEqual(candidates(...odd), []);
    for (const url of odd) assert.equal(typeof computeAddress(url, project), 'string', url);
  });

  it('of another region than the wanted ones is none, and one that is wanted stands above all', () => {
    const issued = {
      project,
      endpoints: ['one', 'two'].map((region) => ({ region, url: `https://${region}.example/v2.1` })),
    };
    assert.deepEqual(computeCandidates(issued, { regions: ['two'] }), [
      { region: 'two', url: 'https://two.example/v2.1' },
    ]);
    assert.deepEqual(computeCandidates(issued, { base: 'own.example/v2/{tenant_id}' }), [
      { region: '', url: 'https://own.example/v2/c0ffee' },
    ]);
  });

  it('lacks its tenant where a placeholder stands for a project that is not known', () => {
    assert.equal(computeAddress('https://nova.example/v2.1/%(tenant_id)s', undefined), 'lacksTenant');
  });
});
