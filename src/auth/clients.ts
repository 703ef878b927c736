import type { IdentityVersion } from '../api/identity/credential';
import type { Identity, IdentityOptions } from '../api/identity/identity';
import type { RequestLog } from '../api/http/requestLog';
import type { Connection } from '../api/http/sendLogged';
import { ComputeImages } from '../api/images/compute/computeImages';
import type { ImageSource } from '../api/images/imageSource';
import type { TokenSource } from '../api/tokenSource';
import type { Account } from './account';
import { AuthorityAgents } from './authorityAgents';

export interface ClientsOptions {
  /** Seconds for one whole request. Read anew for each. */
  readonly timeout: () => number;
  readonly log: RequestLog;
}

/** Where the images of an account are, and by which certificate authority that is known. */
export type ImagesPlace = Pick<Account, 'base' | 'cacert'>;

/** Makes all that asks a server for something, for accounts and for proving a sign-in alike. */
export class Clients {
  readonly #agents = new AuthorityAgents();

  constructor(private readonly options: ClientsOptions) {}

  /** The images of an account, or of what is to become one. */
  images({ base, cacert }: ImagesPlace, tokens: TokenSource): ImageSource {
    return new ComputeImages({ ...this.#connection(cacert), base, tokens });
  }

  /** Loaded when needed: most starts have a token. The identity service that an account or a sign-in gets its tokens from. */
  async identity(
    { address, version }: Pick<IdentityOptions, 'address' | 'version'>,
    cacert?: string,
  ): Promise<Identity> {
    const { Identity } = await import('../api/identity/identity');
    return new Identity({ ...this.#connection(cacert), address, version });
  }

  /** As `discoverIdentity`. @param version taken without asking where the address names none */
  async discoverIdentity(
    typed: string,
    { version, cacert }: { readonly version?: IdentityVersion; readonly cacert?: string },
    signal: AbortSignal,
  ): Promise<Pick<IdentityOptions, 'address' | 'version'>> {
    const { discoverIdentity } = await import('../api/identity/identity');
    return discoverIdentity(typed, { ...this.#connection(cacert), version }, signal);
  }

  dispose(): void {
    this.#agents.dispose();
  }

  #connection(cacert: string | undefined): Connection {
    const { timeout, log } = this.options;
    return { timeout, log, agent: this.#agents.get(cacert) };
  }
}
