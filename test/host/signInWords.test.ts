import assert from 'node:assert/strict';
import { ApiError, type ApiErrorKind } from '../../src/api/apiError';
import { addressFailureText } from '../../src/text/describeEndpoint';

const KINDS: readonly ApiErrorKind[] = [
  'unauthorized',
  'forbidden',
  'notFound',
  'badRequest',
  'redirect',
  'tooLarge',
  'notJson',
  'notImages',
];

describe('The words of a token that could not be proved', () => {
  for (const kind of KINDS) {
    const failure = new ApiError(kind, { host: 'cloud.example', status: 400, serverMessage: 'No.' });

    it(`say nothing of filters and pages, and what was answered: ${kind}`, () => {
      for (const box of ['endpoint', 'token'] as const) {
        const words = addressFailureText(failure, box);
        assert.doesNotMatch(words, /filter|page|pageSize/i);
        assert.match(words, /No\./);
      }
    });

    it(`ask for no other endpoint where a token is asked for: ${kind}`, () => {
      assert.doesNotMatch(addressFailureText(failure, 'token'), /Enter another endpoint|Check that this is/);
    });
  }
});
