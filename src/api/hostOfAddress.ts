import { parseEndpoint } from './endpoint';

/** The host that a request to an address goes to, with its port, in Punycode; `undefined` where the text is no address. */
export function hostOfAddress(text: string): string | undefined {
  const endpoint = parseEndpoint(text);
  return typeof endpoint === 'string' ? undefined : new URL(endpoint.root).host;
}
