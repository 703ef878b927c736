import { conohaBootVolume } from '../conoha';
import { diskOf } from '../catalog/disk';
import type { EachFormat, TextLines, NamedImage } from './format';
import { quoteHcl } from './quoting/hcl';
import { withComment } from './quoting/oneLine';

const GIB = 1024 ** 3;

const TERRAFORM = ['terraform', 'opentofu', 'hcl'] as const;

/** The line of an instance that says which image it is made of. */
export const TERRAFORM_IMAGE_ID: EachFormat = {
  languages: TERRAFORM,
  indentation: 'levels',
  endsLine: true,
  between: 'line',
  linesOf: ({ image }) =>
    image.id === '' ? undefined : [withComment(`image_id = ${quoteHcl(image.id)}`, image.name)],
};

/** An instance. What the image does not tell is left to a variable. */
export const TERRAFORM_INSTANCE: EachFormat = {
  languages: TERRAFORM,
  indentation: 'levels',
  endsLine: true,
  between: 'emptyLine',
  linesOf: (named) =>
    named.image.id === ''
      ? undefined
      : block('resource', 'openstack_compute_instance_v2', named.label, {
          name: quoteHcl(dashed(named)),
          image_id: imageId(named),
          flavor_name: 'var.flavor_name',
        }),
};

/** The volume that an instance starts from, made of the image. */
export const TERRAFORM_VOLUME: EachFormat = {
  languages: TERRAFORM,
  indentation: 'levels',
  endsLine: true,
  between: 'emptyLine',
  linesOf: (named) => {
    if (named.image.id === '') return undefined;
    const boot = conohaBootVolume(new URL(named.base).host);
    return block('resource', 'openstack_blockstorage_volume_v3', named.label, {
      name: quoteHcl(dashed(named)),
      size: String(boot?.gib ?? leastDisk(named) ?? 'var.volume_size'),
      image_id: imageId(named),
      ...(boot && { volume_type: quoteHcl(boot.type) }),
    });
  },
};

/** The newest image of the name, looked up when Terraform runs. */
export const TERRAFORM_DATA: EachFormat = {
  languages: TERRAFORM,
  indentation: 'levels',
  endsLine: true,
  between: 'emptyLine',
  linesOf: ({ image, label }) => {
    if (image.name === '') return undefined;
    const visibility = image.details?.visibility ?? '';
    return block('data', 'openstack_images_image_v2', label, {
      name: quoteHcl(image.name),
      // Otherwise somebody else's image of that name may be the newest.
      ...(/^(?:public|private|shared|community)$/.test(visibility) && { visibility: quoteHcl(visibility) }),
      most_recent: 'true',
    });
  },
};

/** The line of a source that says which image Packer begins with. */
export const PACKER_SOURCE_IMAGE: EachFormat = {
  languages: ['packer', 'hcl'],
  indentation: 'levels',
  endsLine: true,
  between: 'line',
  linesOf: ({ image }) =>
    image.id === '' ? undefined : [withComment(`source_image = ${quoteHcl(image.id)}`, image.name)],
};

/** A block with its arguments as `terraform fmt` aligns them. */
function block(
  kind: string,
  type: string,
  label: string,
  values: Readonly<Record<string, string>>,
): TextLines {
  const width = Math.max(...Object.keys(values).map((name) => name.length));
  return [
    `${kind} "${type}" "${label}" {`,
    ...Object.entries(values).map(([name, value]) => `  ${name.padEnd(width)} = ${value}`),
    '}',
  ];
}

function imageId({ image }: NamedImage): string {
  return withComment(quoteHcl(image.id), image.name);
}

/** As hosts are called. */
function dashed({ label }: NamedImage): string {
  return label.replaceAll('_', '-');
}

/** GiB, as far as the image tells how much it needs. */
function leastDisk({ image }: NamedImage): number | undefined {
  const { virtualSize = 0 } = image.details ?? {};
  const most = Math.max(diskOf(image) ?? 0, Math.ceil(virtualSize / GIB));
  return most === 0 ? undefined : most;
}
