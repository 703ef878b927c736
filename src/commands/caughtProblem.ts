import { ApiError } from '../api/apiError';
import { mask } from '../api/http/mask';
import { SecretNotRemoved } from '../auth/secretNotRemoved';
import { Canceled } from '../base/canceled';
import type { BoxProblem } from '../text/describeBoxProblem';
import { presentReport } from './reporting';

/** What a box has caught, without secrets, for it to say. Nobody may be there to read that: it may be closed. */
export type Caught = (error: unknown, secrets?: readonly string[]) => Extract<BoxProblem, { kind: 'thrown' }>;

/** For a box as it opens: makes a problem of what is caught in it. What nobody has foreseen is reported as well. */
export function caughtProblems(): Caught {
  const report = presentReport();
  return (error, secrets = []) => {
    if (isForeseen(error)) return { kind: 'thrown', error };
    const fault = faultWithout(secrets, error);
    report(fault);
    return { kind: 'thrown', error: fault };
  };
}

/** Whether an error is one of our own, which have words for people, and no secrets. */
export function isForeseen(error: unknown): boolean {
  return [ApiError, Canceled, SecretNotRemoved].some((kind) => error instanceof kind);
}

/** The same error for the log, without secrets: where it came from stays. */
export function faultWithout(secrets: readonly string[], error: unknown): Error {
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
