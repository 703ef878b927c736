import { Clients } from '../../src/auth/clients';
import { isConohaHost } from '../../src/conoha';

/** Clients that reach a server of the test's own wherever ConoHa's Identity API is meant. */
export class ConohaAt extends Clients {
  /** The addresses that tokens were asked for at, as the product has them. */
  readonly asked: string[] = [];

  /** @param origin that of the server, at the time of a request */
  constructor(private readonly origin: () => string) {
    super({ timeout: () => 10, log: () => undefined });
  }

  override identity(...[place, trust]: Parameters<Clients['identity']>): ReturnType<Clients['identity']> {
    const { hostname, pathname } = new URL(place.address);
    if (!isConohaHost(hostname)) return super.identity(place, trust);
    this.asked.push(place.address);
    return super.identity({ ...place, address: `${this.origin()}${pathname}` }, trust);
  }
}
