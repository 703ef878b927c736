import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { copyCommand, PLAIN_FORMAT_IDS, textsOf } from '../../src/copy/plainFormats';
import { imageOf } from './sampleImages';

describe('what is copied of images', () => {
  const images = [imageOf({ id: 'a', name: 'A' }), imageOf({ id: 'b' }), imageOf({ name: 'C' })];

  it('is their ids, without those that have none', () => {
    assert.deepEqual(textsOf(images, 'id'), ['a', 'b']);
  });

  it('is their names, without those that have none', () => {
    assert.deepEqual(textsOf(images, 'name'), ['A', 'C']);
  });

  it('is asked for by a command of its own for each format', () => {
    assert.deepEqual(PLAIN_FORMAT_IDS.map(copyCommand), ['copyId', 'copyName']);
  });
});
