import type { Image } from './image';

/** Newest created first, then by id, downwards. */
export function newestFirst(a: Image, b: Image): boolean {
  const [createdA, createdB] = [a.created ?? 0, b.created ?? 0];
  return createdA === createdB ? a.id > b.id : createdA > createdB;
}
