import type { Image } from '../api/images/image';
import { titleOf } from '../catalog/labels/title';

const LONGEST_LABEL = 48;
/** Where nothing of what an image is called can stand in a name. */
const USUAL_LABEL = 'image';

/** A name for each image, of small ASCII letters, digits and `_`, none of them twice: `ubuntu_22_04`, `ubuntu_22_04_2`. */
export function resourceLabels(images: readonly Image[]): readonly string[] {
  const used = new Set<string>();
  const last = new Map<string, number>();
  return images.map((image) => {
    const plain = plainName(titleOf(image).text);
    let label = plain;
    for (let count = last.get(plain) ?? 1; used.has(label); label = `${plain}_${count}`)
      last.set(plain, ++count);
    used.add(label);
    return label;
  });
}

function plainName(text: string): string {
  const name = text
    .slice(0, LONGEST_LABEL)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  if (name === '') return USUAL_LABEL;
  return /^\d/.test(name) ? `${USUAL_LABEL}_${name}` : name;
}
