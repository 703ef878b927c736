import type { Image } from '../api/images/image';

/** The disk size as it ends a vendor's name where there are several, such as `30gb`; `undefined` where it does not. */
export function diskSizeText({ name }: Image): string | undefined {
  return /-(\d+gb)$/i.exec(name)?.[1];
}

/** GiB of the disk that an image is made for: what its name says, else the least that it needs; `undefined` where neither is told. */
export function diskOf(image: Image): number | undefined {
  const text = diskSizeText(image);
  if (text !== undefined) return parseInt(text, 10);
  const { minDisk } = image;
  return minDisk === undefined || minDisk <= 0 ? undefined : minDisk;
}
