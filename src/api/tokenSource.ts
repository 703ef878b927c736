/** Where a request gets its token from, and whom it tells when the server refused it. */
export interface TokenSource {
  /**
   * The token to send now. May ask the identity service for a new one first.
   * @throws {ApiError} of kind `signedOut` when there is none, `secretUnreadable` when that is not known,
   * `refusedBefore` when the server has refused it and no other is to be had, or as the identity service answers
   */
  token(signal: AbortSignal): Promise<string>;
  /**
   * A token to try instead of one that the server has just refused, or `undefined` when there is none to be had.
   * Many requests may report the same token: it is replaced once.
   */
  replacement(refused: string, signal: AbortSignal): Promise<string | undefined>;
  /** The server has refused a replacement, too: to get more of them would help nobody. */
  replacementRefused?(token: string): void;
  /** The server has accepted a token. */
  accepted?(token: string): void;
}
