/**
 * Lets go what nobody waits for, such as a message that is closed some time or never. It fails only where the editor
 * closes meanwhile: then there is nobody to tell.
 */
export function unawaited(work: PromiseLike<unknown>): void {
  work.then(undefined, () => undefined);
}
