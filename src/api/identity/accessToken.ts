import { objectIn, textIn, type JsonObject } from '../../base/json';
import { utcTime } from '../../base/utcTime';

/** A token as Identity v2.0 gives it: whether it can be sent is another question. */
export interface AccessToken {
  readonly id: string;
  /** Milliseconds since 1970-01-01 UTC, where the answer says so. */
  readonly issued: number | undefined;
  readonly expires: number | undefined;
}

/** Reads `{"access": {"token": {"id": …, "issued_at": …, "expires": …}}}`; `undefined` for any other answer. */
export function readAccessToken(answer: JsonObject): AccessToken | undefined {
  const token = objectIn(objectIn(answer, 'access'), 'token');
  if (typeof token.id !== 'string') return undefined;
  return {
    id: token.id,
    issued: utcTime(textIn(token, 'issued_at')),
    expires: utcTime(textIn(token, 'expires')),
  };
}
