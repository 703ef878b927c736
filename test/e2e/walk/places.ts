import { defaultLabel } from '../../../src/auth/account';
import { accountId } from '../../../src/auth/knownAccounts';
import { startServer, type Images, type LoggedRequest, type Server } from '../../server/index';
import { Random } from '../../server/random';
import { Decoy } from './decoy';

/** Where one account can be signed in to: a tenant of a server. */
export class Place {
  #tokens = 0;
  #token: string;
  /** The list has changed since somebody asked for it anew, by choice. */
  hasChanged = false;
  /** Every token that was ever good here. */
  readonly issued: string[] = [];

  constructor(
    readonly server: Server,
    readonly tenant: string,
  ) {
    this.#token = this.issueToken();
  }

  get base(): string {
    return this.server.endpoint(this.tenant);
  }

  get accountId(): string {
    return accountId(this);
  }

  get defaultLabel(): string {
    return defaultLabel(this.base, this.tenant);
  }

  get images(): Images {
    return this.server.images(this.tenant);
  }

  /** The token that was issued last. */
  get token(): string {
    return this.#token;
  }

  /** Tokens of a form that stands in no other text. */
  issueToken(): string {
    const id = `secret-${this.tenant.slice(0, 6)}-${++this.#tokens}-${new Random(this.tenant).hex(24)}`;
    this.server.tokens.issue({ id, tenantId: this.tenant, lifetimeSeconds: 10 * 86_400 });
    this.issued.push(id);
    this.#token = id;
    return id;
  }

  /** The present token is good no more. */
  expireToken(): void {
    this.server.tokens.expire(this.#token);
  }

  /** What this tenant was asked for, in the order of arrival. */
  get requests(): readonly LoggedRequest[] {
    return this.server.requests.filter(({ tenant }) => tenant === this.tenant);
  }
}

/** All that a walk can reach: three tenants on two servers, and one server that nothing must reach. */
export interface Places {
  readonly all: readonly [Place, Place, Place];
  readonly servers: readonly Server[];
  readonly decoy: Decoy;
}

const SIZES = [12, 110, 34] as const;

/** @param seed what the images are made from */
export async function openPlaces(seed: string): Promise<Places> {
  const random = new Random(`${seed}/places`);
  const tenants = SIZES.map((images, at) => ({ id: random.hex(32), images, seed: `${seed}/${at}` }));
  const [first, second, third] = tenants as [(typeof tenants)[0], (typeof tenants)[0], (typeof tenants)[0]];
  const [one, other, decoy] = await Promise.all([
    startServer({ tenants: [first, second] }),
    startServer({ tenants: [third] }),
    Decoy.listen(),
  ]);
  const all = [new Place(one, first.id), new Place(one, second.id), new Place(other, third.id)] as const;
  return { all, servers: [one, other], decoy };
}

export async function closePlaces({ servers, decoy }: Places): Promise<void> {
  decoy.close();
  await Promise.all(servers.map((server) => server.close()));
}
