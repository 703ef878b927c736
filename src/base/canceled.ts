/** The work was called off by its caller; nobody needs to be told. */
export class Canceled extends Error {
  override readonly name = 'Canceled';
}
