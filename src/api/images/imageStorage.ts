/** What the saved images of an account take up, and may take up; what a server does not tell is left out. */
export interface ImageStorage {
  /** Bytes. */
  readonly used?: number;
  /** As the server writes it, with its own unit: `50GB`. */
  readonly quota?: string;
}
