import type { IncomingHttpHeaders } from 'node:http';
import type { Cloud } from '../compute';
import type { ActiveFaults } from '../faults';
import type { ImageRecord, Images } from '../images';
import { json, jsonText, Refusal, type Reply } from '../replies';
import type { Token } from '../tokens';
import { glanceError, glanceUnauthenticated } from './glanceErrors';
import { parseGlanceQuery, type GlanceQuery, type Refuse } from './glanceQuery';
import type { GlanceRoute } from './glanceRoutes';
import { glanceVersions } from './glanceVersions';
import { renderGlance, renderGlanceImage } from './renderGlance';
import { ownerOf } from './visibility';

export interface GlanceRequest {
  readonly method: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
}

export interface GlanceAnswer {
  readonly reply: Reply;
  readonly rows?: number;
}

/** Glance's `api_limit_max`, and the page that is sent where no limit is asked for. */
const LARGEST_PAGE = 1000;
const USUAL_PAGE = 25;

/** Image v2: `/v2/images`, `/v2/images/{id}`, and ConoHa's own `/v2/images/total` and `/v2/quota`. */
export class Glance {
  private readonly lastPages = new WeakMap<Images, readonly ImageRecord[]>();
  /** Counts the answers: each has its tags in another order. */
  private turn = 0;

  constructor(private readonly cloud: Cloud) {}

  /** Throws `Refusal` for every error. */
  answer(route: GlanceRoute, request: GlanceRequest, faults: ActiveFaults): GlanceAnswer {
    const { method, headers } = request;
    const refuse: Refuse = (status, message) => {
      throw new Refusal(glanceError(status, message, headers));
    };
    if (route.to === 'glanceVersions') return { reply: glanceVersions() };
    const token = this.authenticated(headers);
    if (route.to === 'glanceSlash') {
      const Location = `${this.cloud.origin}${route.prefix}/v2/`;
      return { reply: { status: 302, headers: { Location }, body: '' } };
    }
    if (method !== 'GET') return refuse(405, 'The method specified is not allowed for this resource.');
    const { tenantId, images, isUnscoped } = this.open(token, route.region, refuse);
    const quota = this.cloud.imageQuota(tenantId);
    this.turn++;
    switch (route.to) {
      case 'glanceNowhere':
        return refuse(404, 'The resource could not be found.');
      case 'glanceList':
        return this.list({ tenantId, images, isUnscoped, region: route.region }, request, faults, refuse);
      case 'glanceQuota':
        if (quota === undefined) return refuse(404, 'The resource could not be found.');
        return { reply: json(200, { quota: { [quotaKey(route.region)]: quota } }) };
      case 'glanceTotal':
        if (quota === undefined) return refuse(404, 'No image found with ID total');
        return { reply: json(200, { images: { size: usedBy(images, tenantId) } }) };
      case 'glanceImage': {
        const image = images.get(route.imageId);
        if (!image || image.status === 'deleted')
          return refuse(404, `No image found with ID ${route.imageId}`);
        return {
          reply: jsonText(200, renderGlanceImage(image, { tenantId, turn: this.turn, faults })),
          rows: 1,
        };
      }
    }
  }

  private authenticated(headers: IncomingHttpHeaders): Token {
    const given = headers['x-auth-token'];
    const token = this.cloud.tokens.valid(Array.isArray(given) ? given[0] : given);
    if (token) return token;
    throw new Refusal(glanceUnauthenticated(headers, this.cloud.origin));
  }

  /** An unscoped token is no mistake to Glance: it lists what everybody sees. */
  private open({ tenantId }: Token, region: string | undefined, refuse: Refuse): Project {
    const id = tenantId ?? this.cloud.tenants.find((one) => this.cloud.imagesOf(one.id, region))?.id ?? '';
    const images = this.cloud.imagesOf(id, region) ?? refuse(404, 'The resource could not be found.');
    return { tenantId: id, images, isUnscoped: tenantId === undefined };
  }

  private list(
    project: Project & { readonly region: string | undefined },
    { query: params, headers }: GlanceRequest,
    faults: ActiveFaults,
    refuse: Refuse,
  ): GlanceAnswer {
    const { tenantId, images, isUnscoped } = project;
    const heeded = new URLSearchParams(params);
    const ignored = faults.find('ignore')?.parameters ?? [];
    for (const name of ignored) heeded.delete(name);
    const query = parseGlanceQuery(heeded, tenantId, refuse);
    const cap = Math.min(LARGEST_PAGE, faults.find('capLimit')?.limit ?? Infinity);
    const limit = ignored.includes('limit') ? Infinity : Math.min(query.limit ?? USUAL_PAGE, cap);
    const from = query.marker === undefined ? 0 : this.afterMarker(query.marker, project, faults, refuse);
    const matches: GlanceQuery['matches'] = isUnscoped
      ? (image) => image.visibility === 'public' && query.matches(image)
      : query.matches;
    const repeated = faults.find('repeatPage') && this.lastPages.get(images);
    const page = repeated ?? images.take(from, limit, matches);
    this.lastPages.set(images, page);
    const listing = { tenantId, turn: this.turn, params: heeded, limit, faults, headers };
    return { reply: jsonText(200, renderGlance(page, listing)), rows: page.length };
  }

  private afterMarker(
    marker: string,
    { images, region }: Project & { readonly region: string | undefined },
    faults: ActiveFaults,
    refuse: Refuse,
  ): number {
    const position = images.positionOf(marker);
    const foreign = position === undefined && this.cloud.knowsImage(marker, region);
    if (faults.find('foreignMarker') ?? foreign) {
      return refuse(403, `Image ${marker} is not visible to you`);
    }
    if (position === undefined || images.get(marker)?.status === 'deleted' || faults.find('lostMarker')) {
      return refuse(400, `No image found with ID ${marker}`);
    }
    return position + 1;
  }
}

interface Project {
  readonly tenantId: string;
  readonly images: Images;
  readonly isUnscoped: boolean;
}

/** VPS 2.0 has the region in the key; the region without a prefix is taken for one of VPS 3.0. */
function quotaKey(region: string | undefined): string {
  return region === undefined || region === 'c3j1' ? 'image_size' : `${region}_image_size`;
}

function usedBy(images: Images, tenantId: string): number {
  return images
    .list()
    .filter((image) => ownerOf(image, tenantId) === tenantId)
    .reduce((sum, { size }) => sum + (size ?? 0), 0);
}
