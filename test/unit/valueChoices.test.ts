import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { collatorOf } from '../../src/base/collator';
import { facetOf, type FacetId } from '../../src/catalog/facets';
import { commonValues, facetChoices, statusChoices } from '../../src/catalog/filter/valueChoices';
import { generatedImages, imageOf } from './sampleImages';
import { filterImages } from './appliedFilters';

const order = collatorOf('en').compare;
const imagesOf = (...values: readonly string[]) =>
  values.map((dst, at) =>
    imageOf({ id: String(at), metadata: dst === '' ? {} : { dst: `${dst}-64bit`, app: dst } }),
  );
const choices = (id: FacetId, ...values: readonly string[]) =>
  facetChoices(imagesOf(...values), facetOf(id), facetOf(id).families, order).map(
    ({ value, count }) => `${value}: ${count}`,
  );

describe('the values that can be chosen', () => {
  it('are families with their major versions and releases, in the order of names, and none last', () => {
    assert.deepEqual(
      choices('distribution', 'CentOS-7.9', 'CentOS-7.1', '', 'CentOS-10.1', 'CentOS-7.9', 'CentOS-8'),
      [
        'CentOS: 5',
        'CentOS 7: 3',
        'CentOS 7.1: 1',
        'CentOS 7.9: 2',
        'CentOS 8: 1',
        'CentOS 10: 1',
        'CentOS 10.1: 1',
        ': 1',
      ],
    );
  });

  it('are one value where a family has one release, but for majors that people ask for, and say nothing twice', () => {
    assert.deepEqual(choices('app', 'Django-4.2', 'GitLab-15.11.3', 'GitLab-16.0.1'), [
      'Django 4.2: 1',
      'GitLab: 2',
      'GitLab 15: 1',
      'GitLab 15.11.3: 1',
      'GitLab 16: 1',
      'GitLab 16.0.1: 1',
    ]);
    assert.deepEqual(choices('distribution', 'Fedora-38.1', 'Ubuntu-20.04', 'Ubuntu-20.04.2'), [
      'Fedora 38: 1',
      'Fedora 38.1: 1',
      'Ubuntu: 2',
      'Ubuntu 20: 2',
      'Ubuntu 20.04: 2',
      'Ubuntu 20.04.2: 1',
    ]);
  });

  it('are all that there can be of a facet that has no others', () => {
    const values = facetChoices([], facetOf('ownership'), ['own', 'vendor'], order);
    assert.deepEqual(values, [
      { value: 'own', count: 0 },
      { value: 'vendor', count: 0 },
    ]);
  });

  it('have as many images as a filter by them lets through', async () => {
    const images = await generatedImages(220);
    for (const kind of ['app', 'distribution', 'os', 'disk'] as const) {
      const all = facetChoices(images, facetOf(kind), undefined, order);
      assert.ok(all.length > 1, kind);
      for (const { value, count } of all) {
        const found = filterImages(images, { criteria: [{ kind, values: [value] }] });
        assert.equal(found.length, count, `${kind} ${value}`);
      }
    }
    for (const { value, count } of statusChoices(images)) {
      const found = filterImages(images, { criteria: [{ kind: 'status', values: [value] }] });
      assert.equal(found.length, count, value);
    }
  });

  it('are in common to images: the one release of all, where that is wanted, else their families', () => {
    const facet = facetOf('distribution');
    const images = imagesOf('CentOS-7.9', 'CentOS-7.9');
    assert.deepEqual(commonValues(images, facet, true), ['CentOS 7.9']);
    assert.deepEqual(commonValues(images, facet, false), ['CentOS']);
    assert.deepEqual(commonValues(imagesOf('CentOS-7.9', 'CentOS-8', ''), facet, true), ['CentOS', '']);
  });
});
