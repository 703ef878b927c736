import { ComputeImages, type ComputeOptions } from '../../src/api/images/compute/computeImages';
import type { TokenSource } from '../../src/api/tokenSource';

/** As long as the tokens of a current Keystone, with characters that some encodings escape. */
export const TOKEN = `gAAAAABm${'x7Q_k-2VnZ'.repeat(17)}==`;

/** A token that is given out whatever becomes of it. */
export function onlyToken(token: string): TokenSource {
  return { token: () => Promise.resolve(token), replacement: () => Promise.resolve(undefined) };
}

/** The images behind an endpoint (`https://…/v2/<tenant>`), asked for with `TOKEN` unless said otherwise. */
export function imageSource(base: string, options: Partial<ComputeOptions> = {}): ComputeImages {
  return new ComputeImages({
    base,
    tokens: onlyToken(TOKEN),
    timeout: () => 10,
    log: () => undefined,
    ...options,
  });
}
