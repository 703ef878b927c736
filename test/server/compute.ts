import type { IncomingHttpHeaders } from 'node:http';
import type { ActiveFaults } from './faults';
import type { LinkBase } from './imageJson';
import type { ImageRecord, Images } from './images';
import { isInScope } from './glance/visibility';
import { nameMatcher, type NameOperators } from './nameOperators';
import { parseListQuery, type ListQuery } from './query';
import { detailTexts, renderPage } from './renderPage';
import { computeError, htmlPage, json, jsonText, Refusal, type Reply } from './replies';
import type { ComputeAddress, Route } from './routes';
import type { Tenant } from './tenants';
import type { Token, Tokens } from './tokens';

export type ComputeRoute = Extract<Route, { compute: ComputeAddress }>;

/** Whether `changes-since` reports deleted images, as ConoHa documents, or omits them, as stock Nova does. */
export type DeletedImages = 'reported' | 'omitted';

/** What the services of images need of the rest of the cloud. */
export interface Cloud {
  readonly origin: string;
  readonly tokens: Tokens;
  readonly tenants: readonly Tenant[];
  readonly deletedImages: DeletedImages;
  readonly nameOperators: NameOperators;
  imagesOf(tenantId: string, region: string | undefined): Images | undefined;
  /** How much a tenant may save, where the cloud tells: `50GB`. */
  imageQuota(tenantId: string): string | undefined;
  /** Whether any tenant has this image in that region. */
  knowsImage(imageId: string, region: string | undefined): boolean;
}

export interface ComputeRequest {
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
}

export interface ComputeAnswer {
  readonly reply: Reply;
  readonly rows?: number;
}

/** What a request is about, once its token and address are found good. */
interface Project {
  readonly images: Images;
  readonly region: string | undefined;
  readonly base: LinkBase;
}

/** Nova's `images`, `images/detail` and `images/{id}`. */
export class Compute {
  private readonly lastPages = new WeakMap<Images, readonly ImageRecord[]>();

  constructor(private readonly cloud: Cloud) {}

  /** Throws `Refusal` for every error. */
  answer(route: ComputeRoute, request: ComputeRequest, faults: ActiveFaults): ComputeAnswer {
    // Authentication stands before routing: a wrong path without a token is a 401.
    const token = this.authenticated(request.headers);
    if (route.to === 'malformed') throw notFoundPage();
    const project = this.openProject(route.compute, token);
    refuseNewMicroversion(route.compute, request.headers);
    switch (route.to) {
      case 'image':
        return { reply: showImage(project.images.get(route.imageId), project.base, faults), rows: 1 };
      case 'brief':
        return this.list('brief', project, request.query, faults);
      case 'list':
        return this.list('detail', project, request.query, faults);
    }
  }

  private authenticated(headers: IncomingHttpHeaders): Token {
    const given = headers['x-auth-token'];
    const token = this.cloud.tokens.valid(Array.isArray(given) ? given[0] : given);
    if (token) return token;
    throw new Refusal(unauthenticated(this.cloud.origin));
  }

  private openProject(address: ComputeAddress, token: Token): Project {
    const { tenantId } = token;
    if (tenantId === undefined) {
      throw new Refusal(computeError(403, "Policy doesn't allow os_compute_api:images to be performed."));
    }
    if (address.project !== undefined && address.project !== tenantId) {
      const message = `Malformed request URL: URL's project_id '${address.project}' doesn't match Context's project_id '${tenantId}'`;
      throw new Refusal(computeError(400, message));
    }
    const images = this.cloud.imagesOf(tenantId, address.region);
    if (!images) throw notFoundPage();
    return {
      images,
      region: address.region,
      base: { origin: this.cloud.origin, path: address.path, tenantId },
    };
  }

  private list(
    form: 'detail' | 'brief',
    project: Project,
    params: URLSearchParams,
    faults: ActiveFaults,
  ): ComputeAnswer {
    const { images, base } = project;
    const heeded = new URLSearchParams(params);
    for (const name of faults.find('ignore')?.parameters ?? []) heeded.delete(name);
    const query = parseListQuery(heeded);
    const from = query.marker === undefined ? 0 : this.afterMarker(query.marker, project, query, faults);
    const page = this.page(project, from, query, faults);
    this.lastPages.set(images, page);
    return {
      reply: jsonText(200, renderPage(page, { form, base, params: heeded, query, faults })),
      rows: page.length,
    };
  }

  private page(
    { images, base: { tenantId } }: Project,
    from: number,
    query: ListQuery,
    faults: ActiveFaults,
  ): readonly ImageRecord[] {
    const asked = query.limit === undefined || query.limit === 0 ? Infinity : query.limit;
    const limit = Math.min(asked, faults.find('capLimit')?.limit ?? Infinity);
    const last = faults.find('repeatPage') && this.lastPages.get(images);
    return last ?? images.take(from, limit, matcherOf(query, tenantId, this.cloud));
  }

  private afterMarker(marker: string, project: Project, query: ListQuery, faults: ActiveFaults): number {
    const { images, region } = project;
    const position = images.positionOf(marker);
    const foreign = position === undefined && this.cloud.knowsImage(marker, region);
    if (faults.find('foreignMarker') ?? foreign) {
      throw new Refusal(computeError(403, `You are not authorized to use image ${marker} as a marker.`));
    }
    const showsDeleted = query.changesSince !== undefined && this.cloud.deletedImages === 'reported';
    const lost = position === undefined || (images.get(marker)?.status === 'deleted' && !showsDeleted);
    if (lost || faults.find('lostMarker')) {
      throw new Refusal(computeError(400, `No image found with ID ${marker}`));
    }
    return position + 1;
  }
}

export function unauthenticated(origin: string): Reply {
  const error = {
    code: 401,
    title: 'Unauthorized',
    message: 'The request you have made requires authentication.',
  };
  return json(401, { error }, { 'WWW-Authenticate': `Keystone uri="${origin}/v3"` });
}

function notFoundPage(): Refusal {
  return new Refusal(htmlPage(404, 'The resource could not be found.'));
}

function refuseNewMicroversion({ version }: ComputeAddress, headers: IncomingHttpHeaders): void {
  const asked = headers['openstack-api-version'] ?? headers['x-openstack-nova-api-version'];
  const [, minor] = /(?:^|\s)2\.(\d+)$/.exec(String(asked ?? '')) ?? [];
  // The image proxy ended with 2.36; under /v2 microversions mean nothing.
  if (version === 'v2.1' && (Number(minor) >= 36 || String(asked).endsWith('latest'))) {
    throw new Refusal(computeError(404, 'The resource could not be found.'));
  }
}

function showImage(image: ImageRecord | undefined, base: LinkBase, faults: ActiveFaults): Reply {
  if (!image || image.status === 'deleted') throw new Refusal(computeError(404, 'Image not found.'));
  const [text] = detailTexts([image], { base, faults });
  return jsonText(200, `{"image": ${text ?? 'null'}}`);
}

function matcherOf(
  query: ListQuery,
  tenantId: string,
  { deletedImages, nameOperators }: Cloud,
): (image: ImageRecord) => boolean {
  const { name, status, type, changesSince } = query;
  const isNamed = name === undefined ? () => true : nameMatcher(name, nameOperators, refuseOperator);
  const showsDeleted = changesSince !== undefined && deletedImages === 'reported';
  return (image) =>
    (image.status !== 'deleted' || showsDeleted) &&
    // What it asks the image service for is the usual list.
    isInScope(image, tenantId) &&
    isNamed(image.name) &&
    (status === undefined || image.status === status) &&
    (type === undefined || image.metadata.image_type === type) &&
    (changesSince === undefined || Date.parse(image.updated) >= changesSince);
}

function refuseOperator(message: string): never {
  throw new Refusal(computeError(400, message));
}
