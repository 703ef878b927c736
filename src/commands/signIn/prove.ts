import { Canceled } from '../../base/canceled';
import { ComputeImages } from '../../api/images/compute/computeImages';
import { errorSentence } from '../../text/describeError';
import type { AccountContext } from '../context';

/** Asks the endpoint for one image. @returns words for why the token cannot be used there; none when it can */
export async function proveToken(
  { accounts, settings, log }: AccountContext,
  base: string,
  token: string,
  signal: AbortSignal,
  cacert?: string,
): Promise<string | undefined> {
  try {
    const images = new ComputeImages({
      base,
      tokens: { token: () => Promise.resolve(token), replacement: () => Promise.resolve(undefined) },
      agent: accounts.agent({ cacert }),
      timeout: settings.requestTimeout,
      log: log.request,
    });
    await images.list({}).page({ limit: 1 }, signal);
    return undefined;
  } catch (error) {
    return error instanceof Canceled ? undefined : errorSentence(error);
  }
}
