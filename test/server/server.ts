import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { Answering } from './answering';
import type { Certificate } from './certificate';
import { SimulatedCloud, type CloudOptions } from './cloud';
import type { DeletedImages } from './compute';
import type { LoggedRequest } from './requests';

export interface ServerOptions extends CloudOptions {
  /** A free one if absent. */
  readonly port?: number;
  /** 127.0.0.1 if absent; another address of this machine is none that an editor keeps from its proxy. */
  readonly address?: string;
  /** Makes it speak https; see `selfSignedCertificate`. */
  readonly certificate?: Certificate;
  /** How it does so: which versions, and whether clients need a certificate, too. */
  readonly tls?: Pick<TlsOptions, 'ca' | 'requestCert' | 'minVersion' | 'maxVersion'>;
  /** Called when an answer is out or given up. */
  readonly onDone?: (request: LoggedRequest) => void;
}

export type Server = Awaited<ReturnType<typeof startServer>>;

/** Starts the simulated API on a loopback address. */
export async function startServer(options: ServerOptions = {}) {
  const { certificate, address = '127.0.0.1' } = options;
  const http = certificate ? createHttpsServer({ ...certificate, ...options.tls }) : createHttpServer();
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(options.port ?? 0, address, resolve);
  });
  const origin = `${certificate ? 'https' : 'http'}://${address}:${(http.address() as AddressInfo).port}`;
  const cloud = new SimulatedCloud(origin, options);
  const answering = new Answering(cloud, options.onDone);
  http.on('request', (request, response) => {
    void answering.handle(request, response);
  });

  return {
    origin,
    clock: cloud.clock,
    tokens: cloud.tokens,
    faults: answering.faults,
    tenants: cloud.tenants,
    users: cloud.users,
    /** `<origin>/v2/<tenant>` in the first region, with the region's prefix in another. */
    endpoint: (tenantId: string, region?: string) => cloud.endpoint(tenantId, region),
    /** `<origin>/image/v2`, likewise. */
    imageEndpoint: (tenantId: string, region?: string) => cloud.imageEndpoint(tenantId, region),
    /** A tenant's images, in the first region unless another is named. */
    images: (tenantId: string, region?: string) => cloud.openImages(tenantId, region),
    /** Every request in the order of arrival. */
    get requests(): readonly LoggedRequest[] {
      return answering.log.entries;
    },
    clearRequests: () => answering.log.clear(),
    /** Resolves once the log satisfies the condition, looked at after every change. */
    untilRequests: (ready: (requests: readonly LoggedRequest[]) => boolean, timeoutMillis = 10_000) =>
      answering.log.until(ready, timeoutMillis),
    get deletedImages(): DeletedImages {
      return cloud.deletedImages;
    },
    set deletedImages(choice: DeletedImages) {
      cloud.deletedImages = choice;
    },
    /** Breaks off everything that is still being answered, and stops. */
    close: async (): Promise<void> => {
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      http.closeAllConnections();
      answering.faults.clear();
      await closed;
    },
  };
}
