/**
 * Whether Compute can be asked for an image by its key. Not by a digest, nor by a name of the service's own, nor by
 * dots, which lead out of `images/`: here, or at a proxy that takes the address apart.
 */
export function isAskable(key: string): boolean {
  return key !== '' && key !== 'detail' && !key.startsWith('?') && !/(?:^|[\\/])\.{1,2}(?:[\\/]|$)/.test(key);
}
