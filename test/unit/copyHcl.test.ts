import { before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { quoteHcl } from '../../src/copy/quoting/hcl';
import { oneLine } from '../../src/copy/quoting/oneLine';
import { conohaCompute, CONOHA_3_IMAGE } from '../../src/conoha';
import { anyTexts } from './anyText';
import { copiedImage, imagesOfTexts, textIn } from './copiedImages';
import { HclReader, type Hcl } from './hclReader';

describe('images in HCL', () => {
  const texts = anyTexts('hcl', 150).filter((text) => text !== '');
  const images = imagesOfTexts(texts);
  let hcl: HclReader;
  before(async () => {
    hcl = await HclReader.load();
  });

  const valuesOf = ({ bodies }: Hcl, name: string) =>
    bodies.flatMap(({ values }) => values.filter(([one]) => one === name).map(([, value]) => value));
  const valuesIn = (text: string, name: string) => valuesOf(hcl.read(text), name);
  const namesIn = ({ bodies }: Hcl) => bodies.flatMap(({ labels: [, , name] }) => name ?? []);

  it('have any text as a literal without interpolation', () => {
    const read = valuesIn(texts.map((text) => `x = ${quoteHcl(text)}`).join('\n'), 'x');
    assert.deepEqual(read, texts);
  });

  it('have for half a character what any text has for it', () => {
    assert.deepEqual(valuesIn(`x = ${quoteHcl('a\ud83db')}`, 'x'), ['a\ufffdb']);
  });

  for (const [format, name] of [
    ['terraformImageId', 'image_id'],
    ['packerSourceImage', 'source_image'],
    ['terraformInstance', 'image_id'],
    ['terraformVolume', 'image_id'],
  ] as const) {
    it(`have their ids in ${format}, and a name of their own, whatever they are called`, () => {
      const read = hcl.read(textIn(format, images));
      assert.deepEqual(valuesOf(read, name), texts);
      const names = images.map(({ image }) => oneLine(image.name)).filter((line) => line !== '');
      assert.deepEqual(
        read.comments,
        names.map((line) => `# ${line}`),
      );
      for (const label of namesIn(read)) assert.match(label, /^[a-z][a-z0-9_]*$/);
      assert.equal(new Set(namesIn(read)).size, namesIn(read).length);
    });
  }

  it('are looked up by their names', () => {
    assert.deepEqual(valuesIn(textIn('terraformData', images), 'name'), texts.toReversed());
  });

  it('are called as people call them', () => {
    const two = [
      copiedImage({ id: 'a', name: 'vmi-ubuntu-22.04-amd64', visibility: 'public' }),
      copiedImage({ id: 'b', name: '検証用' }),
    ];
    assert.deepEqual(namesIn(hcl.read(textIn('terraformInstance', [...two, ...two]))), [
      'ubuntu_22_04',
      'image',
      'ubuntu_22_04_2',
      'image_2',
    ]);
  });

  it('look as `terraform fmt` leaves them', () => {
    const image = { id: 'i1', name: 'vmi-ubuntu-22.04-amd64', visibility: 'public', min_disk: 0 };
    assert.equal(
      textIn('terraformImageId', [copiedImage(image)]),
      'image_id = "i1" # vmi-ubuntu-22.04-amd64',
    );
    assert.equal(
      textIn('terraformVolume', [copiedImage(image, `${CONOHA_3_IMAGE}/v2`)]),
      `resource "openstack_blockstorage_volume_v3" "ubuntu_22_04" {
  name        = "ubuntu-22-04"
  size        = 100
  image_id    = "i1" # vmi-ubuntu-22.04-amd64
  volume_type = "c3j1-ds02-boot"
}`,
    );
    assert.equal(
      textIn('terraformData', [copiedImage(image)]),
      `data "openstack_images_image_v2" "ubuntu_22_04" {
  name        = "vmi-ubuntu-22.04-amd64"
  visibility  = "public"
  most_recent = true
}`,
    );
    assert.equal(
      textIn('terraformInstance', [copiedImage(image)]),
      `resource "openstack_compute_instance_v2" "ubuntu_22_04" {
  name        = "ubuntu-22-04"
  image_id    = "i1" # vmi-ubuntu-22.04-amd64
  flavor_name = var.flavor_name
}`,
    );
  });

  it('have volumes as large as they need, elsewhere than at VPS 3.0', () => {
    const GIB = 1024 ** 3;
    const sizeOf = (fields: Record<string, number>, base?: string) =>
      valuesIn(textIn('terraformVolume', [copiedImage({ id: 'i', ...fields }, base)]), 'size');
    assert.deepEqual(sizeOf({ min_disk: 20 }), ['20']);
    assert.deepEqual(sizeOf({ min_disk: 20, virtual_size: 30 * GIB + 1 }, `${conohaCompute('tyo1')}/v2/t`), [
      '31',
    ]);
    assert.deepEqual(sizeOf({}), ['var.volume_size']);
  });
});
