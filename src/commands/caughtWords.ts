import { ApiError } from '../api/apiError';
import { mask } from '../api/http/mask';
import { SecretNotRemoved } from '../auth/secretNotRemoved';
import { Canceled } from '../base/canceled';
import { errorSentence } from '../text/describeError';
import { presentReport } from './reporting';

/** Words for what a box has caught, without secrets. Nobody may be there to read them: it may be closed. */
export type CaughtWords = (error: unknown, secrets?: readonly string[]) => string;

/** For a box as it opens: words for what is caught in it. What nobody has foreseen is reported as well. */
export function caughtWords(): CaughtWords {
  const report = presentReport();
  return (error, secrets = []) => {
    if (isForeseen(error)) return errorSentence(error);
    const fault = withoutSecretsOf(error, secrets);
    report(fault);
    return errorSentence(fault);
  };
}

/** Whether an error is one of our own, which have words for people, and no secrets. */
export function isForeseen(error: unknown): boolean {
  return [ApiError, Canceled, SecretNotRemoved].some((kind) => error instanceof kind);
}

/** The same error for the log: where it came from stays. */
function withoutSecretsOf(error: unknown, secrets: readonly string[]): Error {
  const words = error instanceof Error ? error.message : String(error);
  const fault = new Error(mask(words, secrets) ?? '…');
  if (error instanceof Error) fault.name = error.name;
  const places = error instanceof Error ? (error.stack ?? '').split('\n').filter(isPlace) : [];
  fault.stack = [fault.message, ...places].join('\n');
  return fault;
}

function isPlace(line: string): boolean {
  return /^\s+at /.test(line);
}
