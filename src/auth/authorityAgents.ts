import { readFileSync } from 'node:fs';
import { Agent as HttpsAgent } from 'node:https';
import type { Agent } from 'node:http';
import { rootCertificates } from 'node:tls';

/** Connections for accounts whose servers have a certificate authority of their own: one agent for each authority. */
export class AuthorityAgents {
  readonly #agents = new Map<string, Agent>();

  /**
   * Where the file cannot be read, no certificate of that authority is accepted, and it is tried again the next time.
   *
   * @param cacert absolute path of a PEM file; `undefined` where the usual authorities are enough
   */
  get(cacert: string | undefined): Agent | undefined {
    if (cacert === undefined) return undefined;
    const known = this.#agents.get(cacert);
    if (known !== undefined) return known;
    const authority = readAuthority(cacert);
    const agent = new HttpsAgent({ keepAlive: true, ca: [...rootCertificates, ...authority] });
    if (authority.length > 0) this.#agents.set(cacert, agent);
    return agent;
  }

  dispose(): void {
    for (const agent of this.#agents.values()) agent.destroy();
  }
}

function readAuthority(path: string): readonly string[] {
  try {
    return [readFileSync(path, 'utf8')];
  } catch {
    return [];
  }
}
