/** A running editor. */
export interface SessionServer {
  readonly address: string;
  /** The file of its user's settings. */
  readonly settings: string;
}

/** What a run of end-to-end tests has started: one browser, and the editor's server with and without trust. */
export interface Session {
  /** Version of VS Code. */
  readonly vscode: string;
  /** Where the browser is driven from. */
  readonly browser: string;
  /** By what becomes of a folder that nobody has said to trust. */
  readonly servers: { readonly trusted: SessionServer; readonly restricted: SessionServer };
  /** Where OpenStack's tools would look for clouds on the editor's computer; a test that writes the file removes it. */
  readonly clouds?: string;
}

const VARIABLE = 'E2E_SESSION';

/** Every test file is a bundle of its own, so they share the session through the environment. */
export function shareSession(session: Session): void {
  process.env[VARIABLE] = JSON.stringify(session);
}

/** @throws outside a run of end-to-end tests */
export function sharedSession(): Session {
  const session = process.env[VARIABLE];
  if (session === undefined) throw new Error('End-to-end tests are started by `npm run test:e2e`.');
  return JSON.parse(session) as Session;
}
