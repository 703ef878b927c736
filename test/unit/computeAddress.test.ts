import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import {
  computeAddress,
  computeCandidates,
  type WantedEndpoint,
} from '../../src/api/images/compute/computeAddress';
import type { ComputeEndpoint } from '../../src/api/identity/issuedToken';

const project = { id: 'c0ffee', name: 'demo' };

describe('the address of a service catalogue', () => {
  const at = (region: string, url: string, name = 'public'): ComputeEndpoint => ({
    region,
    interface: name,
    url,
  });
  const choose = (endpoints: readonly ComputeEndpoint[], wanted: WantedEndpoint = {}) =>
    computeCandidates({ project, endpoints }, wanted);
  const candidates = (...urls: readonly string[]) => {
    const choice = choose(urls.map((url) => at('r', url)));
    return 'problem' in choice ? [] : choice.candidates.map(({ url }) => url);
  };

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

  it('of another region or interface than the wanted one is left out, and one that is wanted stands above all', () => {
    const [one, two] = [at('one', 'https://one.example/v2.1'), at('two', 'https://two.example/v2.1')];
    const inside = at('two', 'https://in.example/v2.1', 'internal');
    const all = [one, two, inside];
    assert.deepEqual(choose(all), { candidates: [one, two] });
    assert.deepEqual(choose(all, { regions: ['two'] }), { candidates: [two] });
    assert.deepEqual(choose(all, { interface: 'internal' }), { candidates: [inside] });
    assert.deepEqual(choose(all, { base: 'own.example/v2/{tenant_id}' }), {
      candidates: [at('', 'https://own.example/v2/c0ffee')],
    });
  });

  it('is missing for a reason', () => {
    const [gra7, bhs] = [at('GRA7', 'https://gra7.example/v2.1'), at('BHS', 'https://bhs.example/v2.1')];
    assert.deepEqual(choose([]), { problem: 'noCompute' });
    assert.deepEqual(choose([gra7, bhs, gra7], { regions: ['GRA'] }), {
      problem: 'otherRegions',
      regions: ['GRA7', 'BHS'],
    });
    const open = at('r', 'http://open.example/v2.1');
    assert.deepEqual(choose([open]), { problem: 'onlyHttp', endpoints: [open] });
    const template = at('r', 'https://in.example/v2.1/%(tenant_id)s', 'internal');
    const inside = { ...template, url: 'https://in.example/v2.1/c0ffee' };
    const found = { problem: 'otherInterfaces', endpoints: [inside] };
    assert.deepEqual(choose([template]), found);
    assert.deepEqual(choose([template, gra7], { regions: ['r'] }), found);
    // Of a public one over http, that is the reason: the internal one may not be reachable at all.
    assert.deepEqual(choose([open, template]), { problem: 'onlyHttp', endpoints: [open] });
    assert.deepEqual(choose([gra7], { interface: 'internal' }), {
      problem: 'otherInterfaces',
      endpoints: [gra7],
    });
  });

  it('lacks its tenant where a placeholder stands for a project that is not known', () => {
    assert.equal(computeAddress('https://nova.example/v2.1/%(tenant_id)s', undefined), 'lacksTenant');
  });
});
