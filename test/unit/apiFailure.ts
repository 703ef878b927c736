import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { ApiError } from '../../src/api/apiError';

/** What a piece of work failed with; an assertion fails when it went well or failed with something else. */
export async function apiFailure(work: Promise<unknown>): Promise<ApiError> {
  const outcome = await work.then(
    () => 'no failure',
    (error: unknown) => error,
  );
  assert.ok(outcome instanceof ApiError, inspect(outcome));
  return outcome;
}

/** All that could be printed of a value: hidden fields, causes and stacks of errors included. */
export function everythingIn(value: unknown): string {
  const text = inspect(value, { depth: Infinity, showHidden: true, maxStringLength: Infinity });
  return [text, JSON.stringify(value), value instanceof Error ? `${value.stack} ${value}` : ''].join('\n');
}
