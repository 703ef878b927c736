import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { ServiceEndpoint } from '../../src/api/identity/issuedToken';
import { withProject } from '../../src/api/images/imagesAddress';
import { endpointOf } from '../../src/api/images/imagesEndpoint';
import { chooseService, type WantedService, type WantedServices } from '../../src/api/images/serviceChoice';

const project = { id: 'c0ffee', name: 'demo' };

describe('the address of a service catalogue', () => {
  const at = (region: string, url: string, name = 'public'): ServiceEndpoint => ({
    service: 'compute',
    region,
    interface: name,
    url,
  });
  const choose = (endpoints: readonly ServiceEndpoint[], compute: WantedService = {}) =>
    chooseService({ project, endpoints }, { compute });
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
    for (const url of odd) assert.equal(typeof endpointOf('compute', url), 'string', url);
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
    assert.deepEqual(choose([]), { problem: 'noService' });
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
    const endpoint = endpointOf('compute', 'https://nova.example/v2.1/%(tenant_id)s');
    assert.ok(typeof endpoint === 'object');
    assert.equal(withProject(endpoint, undefined), 'lacksTenant');
  });
});

describe('of the services of images', () => {
  const at = (service: 'image' | 'compute', region: string, name = 'public'): ServiceEndpoint => ({
    service,
    region,
    interface: name,
    url: `https://${service}.${region}.example${service === 'image' ? '' : '/v2.1'}`,
  });
  const choose = (endpoints: readonly ServiceEndpoint[], wanted: WantedServices = {}) =>
    chooseService({ project, endpoints }, wanted);
  const image = (region: string) => ({ ...at('image', region), url: `https://image.${region}.example/v2` });
  const compute = (region: string) => at('compute', region);

  it('the one that the catalogue has first is taken, with Compute in the same region in its place', () => {
    const both = [at('image', 'one'), at('image', 'two'), compute('two'), compute('three')];
    assert.deepEqual(choose(both), {
      candidates: [image('one'), { ...image('two'), otherwise: compute('two') }],
    });
    assert.deepEqual(choose(both.toReversed()), { candidates: [compute('three'), compute('two')] });
  });

  it('one without an address that can be used leaves it to the other', () => {
    const open = { ...at('image', 'one'), url: 'http://image.example' };
    assert.deepEqual(choose([open, compute('one')]), { candidates: [compute('one')] });
    assert.deepEqual(choose([at('image', 'one', 'internal'), compute('one')]), {
      candidates: [compute('one')],
    });
  });

  it('the one is meant whose address is wanted, and Compute in its place only where that is wanted, too', () => {
    const both = [at('image', 'one'), compute('one')];
    const own = (service: 'image' | 'compute', url: string) => ({
      ...{ service, region: '', interface: 'public', url },
    });
    const [ofImage, ofCompute] = [{ base: 'https://i.example/image/v1' }, { base: 'https://n.example/v2.1' }];
    assert.deepEqual(choose(both, { compute: ofCompute }), {
      candidates: [own('compute', 'https://n.example/v2.1')],
    });
    assert.deepEqual(choose(both, { image: ofImage }), {
      candidates: [own('image', 'https://i.example/image/v2')],
    });
    assert.deepEqual(choose(both, { image: ofImage, compute: ofCompute }), {
      candidates: [
        {
          ...own('image', 'https://i.example/image/v2'),
          otherwise: own('compute', 'https://n.example/v2.1'),
        },
      ],
    });
  });

  it('one alone is looked for where a person has chosen it', () => {
    const both = [at('image', 'one'), compute('one')];
    assert.deepEqual(choose(both, { only: 'compute' }), { candidates: [compute('one')] });
    assert.deepEqual(choose(both, { only: 'image' }), { candidates: [image('one')] });
    assert.deepEqual(choose([compute('one')], { only: 'image' }), { problem: 'noService' });
  });
});
