import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { SimulatedCloud } from './cloud';
import { Compute } from './compute';
import { deliver } from './deliver';
import { Faults, type ActiveFaults } from './faults';
import { Glance } from './glance/glance';
import { Accounts } from './accounts';
import { IdentityV2 } from './identityV2';
import { IdentityV3 } from './identityV3';
import { replyInstead, withBodyReplaced } from './misbehave';
import { htmlPage, identityError, Refusal, type Reply } from './replies';
import { RequestLog, type LogEntry, type LoggedRequest } from './requests';
import { kindOf, routeOf, serviceOf, type Route } from './routes';
import { describeVersions, type IdentityVersion } from './versions';

const largestRequestBody = 1_048_576;

/** Takes a request to its answer: log, faults, services, delivery. */
export class Answering {
  readonly faults = new Faults();
  readonly log = new RequestLog();
  private readonly compute: Compute;
  private readonly glance: Glance;
  private readonly identityV2: IdentityV2;
  private readonly identityV3: IdentityV3;

  constructor(
    private readonly cloud: SimulatedCloud,
    private readonly onDone: ((request: LoggedRequest) => void) | undefined,
  ) {
    this.compute = new Compute(cloud);
    this.glance = new Glance(cloud);
    const accounts = new Accounts(cloud);
    this.identityV2 = new IdentityV2(accounts);
    this.identityV3 = new IdentityV3(accounts);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const began = performance.now();
    const body = await readBody(request).catch(() => undefined);
    if (body === undefined) return;
    const route = routeOf(pathOf(request));
    const entry = this.log.add(this.entryFor(request, route, body));
    const finish = (outcome: LogEntry['outcome']) => {
      if (entry.outcome !== 'pending') return;
      entry.outcome = outcome;
      entry.millis = performance.now() - began;
      this.log.changed();
      this.onDone?.(entry);
    };
    response.once('finish', () => finish('answered'));
    response.once('close', () => finish('abandoned'));
    const faults = this.faults.claim(entry);
    try {
      await this.hold(faults, response);
      if (response.destroyed) return;
      if (faults.find('disconnect')) {
        finish('cut');
        response.destroy();
        return;
      }
      const reply = withBodyReplaced(this.replyTo(entry, route, faults), faults);
      entry.status = reply.status;
      this.writeCommonHeaders(response, entry);
      // The connection is cut inside: the outcome has to be known before its end is noticed.
      if (faults.find('cutOff')) response.prependOnceListener('close', () => finish('cut'));
      await deliver(reply, response, request.headers, faults);
    } catch (error) {
      if (response.destroyed) return;
      response.destroy();
      throw error;
    }
  }

  /** Waits as long as the faults demand, or until the client is gone. */
  private async hold(faults: ActiveFaults, response: ServerResponse): Promise<void> {
    const delay = faults.find('delay');
    if (!delay && !faults.find('hang')) return;
    const gone = new AbortController();
    const left = new Promise<void>((resolve) => {
      response.once('close', () => {
        gone.abort();
        resolve();
      });
    });
    const held = faults.released().then(() => wait(delay?.millis ?? 0, undefined, { signal: gone.signal }));
    await Promise.race([held.catch(() => undefined), left]);
  }

  private replyTo(entry: LogEntry, route: Route, faults: ActiveFaults): Reply {
    const instead = replyInstead(entry, faults, this.cloud.origin);
    if (instead) return instead;
    try {
      return this.serve(entry, route, faults);
    } catch (error) {
      if (error instanceof Refusal) return error.reply;
      throw error;
    }
  }

  private serve(entry: LogEntry, route: Route, faults: ActiveFaults): Reply {
    switch (route.to) {
      case 'list':
      case 'brief':
      case 'image':
      case 'malformed': {
        if (entry.method !== 'GET') return htmlPage(405, 'The method is not allowed for this resource.');
        const { reply, rows } = this.compute.answer(route, entry, faults);
        entry.rows = rows;
        return reply;
      }
      case 'glanceList':
      case 'glanceImage':
      case 'glanceTotal':
      case 'glanceQuota':
      case 'glanceVersions':
      case 'glanceSlash':
      case 'glanceNowhere': {
        const { reply, rows } = this.glance.answer(route, entry, faults);
        entry.rows = rows;
        return reply;
      }
      case 'tokensV2':
        return this.ifServed('v2.0', () => this.identityV2.tokens(entry));
      case 'tenantsV2':
        return this.ifServed('v2.0', () => this.identityV2.tenants(entry));
      case 'tokensV3':
        return this.ifServed('v3', () => this.identityV3.tokens(entry));
      case 'projectsV3':
        return this.ifServed('v3', () => this.identityV3.projects(entry));
      case 'versions':
      case 'versionV2':
      case 'versionV3':
      case 'versionCompute':
        return describeVersions(route, entry.path, this.cloud.origin, this.cloud.identityVersions);
      case 'nowhere':
        return htmlPage(404, 'The resource could not be found.');
    }
  }

  private ifServed(version: IdentityVersion, answer: () => Reply): Reply {
    return this.cloud.identityVersions.includes(version)
      ? answer()
      : identityError(404, 'The resource could not be found.');
  }

  private entryFor(request: IncomingMessage, route: Route, body: string): LogEntry {
    const url = request.url ?? '/';
    const method = request.method ?? 'GET';
    const given = request.headers['x-auth-token'];
    const token = this.cloud.tokens.valid(typeof given === 'string' ? given : undefined);
    const address = 'compute' in route ? route.compute : undefined;
    return {
      method,
      url,
      path: pathOf(request),
      query: new URLSearchParams(url.slice(pathOf(request).length)),
      headers: request.headers,
      kind: kindOf(route, method),
      service: serviceOf(route),
      tenant: address?.project ?? token?.tenantId,
      region: address?.region ?? ('region' in route ? route.region : undefined),
      at: this.cloud.clock.now(),
      body,
      outcome: 'pending',
      requestId: `req-${randomUUID()}`,
    };
  }

  private writeCommonHeaders(response: ServerResponse, entry: LogEntry): void {
    response.setHeader('Date', new Date(this.cloud.clock.now()).toUTCString());
    response.setHeader('Server', 'Apache');
    if (entry.service === 'image') {
      // Who is refused for the token has got no further than to where ids are given.
      if (entry.status !== 401) response.setHeader('x-openstack-request-id', entry.requestId);
      return;
    }
    // ConoHa's generation of Nova knows only the older of the two names.
    const compute = /\/v2(\.1)?\//.exec(entry.path);
    if (compute) response.setHeader('x-compute-request-id', entry.requestId);
    if (compute?.[1] !== undefined || !compute) response.setHeader('x-openstack-request-id', entry.requestId);
  }
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').replace(/\?.*$/s, '');
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > largestRequestBody) throw new Error('The request body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
