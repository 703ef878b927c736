import type { ImagesEndpoint } from './imagesEndpoint';

/** Whether an endpoint says all that has to be known to ask it: its server need not be asked what it is. */
export function isClear({ service, version }: ImagesEndpoint): boolean {
  return service === 'image' || (service === 'compute' && version !== undefined);
}
