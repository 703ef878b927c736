/**
 * Whether a server can be asked for an image by its key. Not by a digest, nor by a name of the service's own, nor by
 * dots, which lead out of `images/`: here, or at a proxy that takes the address apart.
 * @param ownNames what stands in the place of an id in addresses of the service
 */
export function isAskable(key: string, ownNames: readonly string[]): boolean {
  return (
    key !== '' &&
    !ownNames.includes(key) &&
    !key.startsWith('?') &&
    !/(?:^|[\\/])\.{1,2}(?:[\\/]|$)/.test(key)
  );
}
