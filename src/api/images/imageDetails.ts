/** What only an image service tells of an image; a field that is absent or of an unexpected type is empty. */
export interface ImageDetails {
  /** The project that it belongs to. */
  readonly owner: string;
  /** The owner is the account's own project; `undefined` where that project or the owner is not known. */
  readonly isOwn: boolean | undefined;
  /** `public`, `private`, `shared` or `community`, or a word of the server's own. */
  readonly visibility: string;
  /** In the server's order, which differs from answer to answer: they are a set. */
  readonly tags: readonly string[];
  /** The server's own word for the status, as it wrote it. */
  readonly statusWord: string;
  readonly isProtected: boolean;
  /** Left out of the usual list. */
  readonly isHidden: boolean;
  readonly diskFormat: string;
  readonly containerFormat: string;
  /** Bytes: how large the disk is to those who use it. */
  readonly virtualSize: number | undefined;
  /** MD5, in hexadecimal digits. */
  readonly checksum: string;
  /** A checksum by another algorithm, and which one: `sha512`. */
  readonly hash: string;
  readonly hashAlgorithm: string;
}
