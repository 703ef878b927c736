/** What fails where nobody waits for it, and what a listener throws, fails the test. */
export function rethrow(error: unknown): never {
  throw error;
}
