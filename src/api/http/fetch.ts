import https, { Agent, type RequestOptions } from 'node:https';
import type { ClientRequest } from 'node:http';
import type { TlsOptions } from './tlsOptions';

/** What sends requests. A bundle of its own, so that starting the extension does not wait for it. */
export { default as fetch, FetchError } from 'node-fetch';

/**
 * What an account trusts, in the place of an agent: node-fetch hands a request no other option of TLS.
 *
 * It never comes to be one. The editor replaces `request` by its own, which goes through the user's proxy: with an agent it
 * would not for `http.proxySupport` `on`, and for `override`, the default, it would drop the agent with the client
 * certificate in it, keeping its `ca` alone. What stands in the request itself it hands on for `on`, `override` and
 * `fallback`, to the proxy's tunnel as well; the system's authorities it adds where there is no `ca`. For `off` the request
 * is sent as it is.
 *
 * Connections are therefore those of Node's global agent, which keeps them apart by `ca`, `cert` and `key`, and closes an
 * idle one after 5 seconds, or a second before the server's `Keep-Alive: timeout=` where that is sooner; an agent without
 * `timeout` would do neither, and wait for an answer on a connection that the network has dropped. Through a proxy the
 * editor makes a connection for each request.
 */
export class TrustInRequest extends Agent {
  constructor(readonly tls: TlsOptions) {
    super();
  }
}

/** Stands for `node:https` in node-fetch: the build puts it there. */
export default {
  request(url: string, { agent, ...options }: RequestOptions): ClientRequest {
    // Asked of the module each time: the editor puts its own there.
    if (!(agent instanceof TrustInRequest)) return https.request(url, { ...options, agent });
    const { ca, ...own } = agent.tls;
    return https.request(url, { ...options, ...own, ca: ca && [...ca] });
  },
};
