import { Clients } from '../../src/auth/clients';
import { isConohaHost } from '../../src/conoha';

type OnIssued = Parameters<Clients['hearing']>[0];

/** Clients that reach a server of the test's own wherever ConoHa's Identity API is meant. */
export class ConohaAt extends Clients {
  /**
   * @param origin that of the server, at the time of a request
   * @param asked the addresses that tokens were asked for at, as the product has them
   */
  constructor(
    private readonly origin: () => string,
    readonly asked: string[] = [],
    onIssued?: OnIssued,
  ) {
    super({ timeout: () => 10, log: () => undefined, onIssued });
  }

  override hearing(onIssued: OnIssued): Clients {
    return new ConohaAt(this.origin, this.asked, onIssued);
  }

  override identity(...[place, trust]: Parameters<Clients['identity']>): ReturnType<Clients['identity']> {
    const { hostname, pathname } = new URL(place.address);
    if (!isConohaHost(hostname)) return super.identity(place, trust);
    this.asked.push(place.address);
    return super.identity({ ...place, address: `${this.origin()}${pathname}` }, trust);
  }
}
