import type { Trust } from '../../api/http/trust';
import { Canceled } from '../../base/canceled';
import { errorSentence } from '../../text/describeError';
import type { AccountContext } from '../context';

/** Asks the endpoint for one image. @returns words for why the token cannot be used there; none when it can */
export async function proveToken(
  { clients }: AccountContext,
  base: string,
  token: string,
  signal: AbortSignal,
  trust: Trust = {},
): Promise<string | undefined> {
  try {
    const tokens = { token: () => Promise.resolve(token), replacement: () => Promise.resolve(undefined) };
    await clients
      .images({ base, ...trust }, tokens)
      .list({})
      .page({ limit: 1 }, signal);
    return undefined;
  } catch (error) {
    return error instanceof Canceled ? undefined : errorSentence(error);
  }
}
