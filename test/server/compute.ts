import type { IncomingHttpHeaders } from 'node:http';
import type { ActiveFaults } from './faults';
import { imageJson, imageText, type ImageJson, type LinkBase } from './imageJson';
import type { ImageRecord, Images } from './images';
import { oddities, type Oddity } from './oddities';
import { parseListQuery, type ListQuery } from './query';
import { computeError, htmlPage, json, jsonText, Refusal, type Reply } from './replies';
import type { ComputeAddress, Route } from './routes';
import type { Token, Tokens } from './tokens';

/** Nova's `max_limit`: a page longer than this never has a next link. */
const maxLimit = 1000;

export type ComputeRoute = Extract<Route, { compute: ComputeAddress }>;

/** Whether `changes-since` reports deleted images, as ConoHa documents, or omits them, as stock Nova does. */
export type DeletedImages = 'reported' | 'omitted';

/** What the compute service needs of the rest of the cloud. */
export interface Cloud {
  readonly origin: string;
  readonly tokens: Tokens;
  readonly deletedImages: DeletedImages;
  imagesOf(tenantId: string, region: string | undefined): Images | undefined;
  /** Whether any tenant has this image. */
  knowsImage(imageId: string): boolean;
}

export interface ComputeRequest {
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
}

export interface ComputeAnswer {
  readonly reply: Reply;
  readonly rows?: number;
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
    const { images, base } = this.openProject(route.compute, token);
    refuseNewMicroversion(route.compute, request.headers);
    switch (route.to) {
      case 'image':
        return { reply: showImage(images.get(route.imageId), base, faults), rows: 1 };
      case 'brief':
        return this.list(images, base, request.query, faults, 'brief');
      case 'list':
        return this.list(images, base, request.query, faults, 'detail');
    }
  }

  private authenticated(headers: IncomingHttpHeaders): Token {
    const given = headers['x-auth-token'];
    const token = this.cloud.tokens.valid(Array.isArray(given) ? given[0] : given);
    if (token) return token;
    throw new Refusal(unauthenticated(this.cloud.origin));
  }

  private openProject(address: ComputeAddress, token: Token): { images: Images; base: LinkBase } {
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
    return { images, base: { origin: this.cloud.origin, path: address.path, tenantId } };
  }

  private list(
    images: Images,
    base: LinkBase,
    params: URLSearchParams,
    faults: ActiveFaults,
    form: 'detail' | 'brief',
  ): ComputeAnswer {
    const heeded = new URLSearchParams(params);
    for (const name of faults.find('ignore')?.parameters ?? []) heeded.delete(name);
    const query = parseListQuery(heeded);
    const page = this.page(images, query, faults);
    this.lastPages.set(images, page);
    const texts =
      form === 'brief' ? page.map((image) => briefText(image, base)) : detailTexts(page, base, faults);
    const key = faults.find('wrapAsImage') ? 'image' : 'images';
    const next = nextLink(page, query, heeded, base, form, faults);
    const links =
      next === undefined ? '' : `, "images_links": ${JSON.stringify([{ rel: 'next', href: next }])}`;
    return { reply: jsonText(200, `{"${key}": [${texts.join(', ')}]${links}}`), rows: page.length };
  }

  private page(images: Images, query: ListQuery, faults: ActiveFaults): readonly ImageRecord[] {
    const asked = query.limit === undefined || query.limit === 0 ? Infinity : query.limit;
    const limit = Math.min(asked, faults.find('capLimit')?.limit ?? Infinity);
    const from = query.marker === undefined ? 0 : this.afterMarker(images, query.marker, query, faults);
    const last = faults.find('repeatPage') && this.lastPages.get(images);
    return last ?? images.take(from, limit, matcherOf(query, this.cloud.deletedImages));
  }

  private afterMarker(images: Images, marker: string, query: ListQuery, faults: ActiveFaults): number {
    const position = images.positionOf(marker);
    const image = images.get(marker);
    const foreign = position === undefined && this.cloud.knowsImage(marker);
    if (faults.find('foreignMarker') ?? foreign) {
      throw new Refusal(computeError(403, `You are not authorized to use image ${marker} as a marker.`));
    }
    const showsDeleted = query.changesSince !== undefined && this.cloud.deletedImages === 'reported';
    const lost = position === undefined || (image?.status === 'deleted' && !showsDeleted);
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
  const [text] = detailTexts([image], base, faults);
  return jsonText(200, `{"image": ${text ?? 'null'}}`);
}

function matcherOf(query: ListQuery, deletedImages: DeletedImages): (image: ImageRecord) => boolean {
  const { name, status, type, changesSince } = query;
  const showsDeleted = changesSince !== undefined && deletedImages === 'reported';
  return (image) =>
    (image.status !== 'deleted' || showsDeleted) &&
    (name === undefined || (name !== '' && image.name === name)) &&
    (status === undefined || image.status === status) &&
    (type === undefined || image.metadata.image_type === type) &&
    (changesSince === undefined || Date.parse(image.updated) >= changesSince);
}

function nextLink(
  page: readonly ImageRecord[],
  query: ListQuery,
  params: URLSearchParams,
  base: LinkBase,
  form: 'detail' | 'brief',
  faults: ActiveFaults,
): string | undefined {
  const cap = faults.find('capLimit');
  const asked = Math.min(query.limit ?? maxLimit, maxLimit);
  const full = cap?.nextLinks === 'given' ? Math.min(asked || maxLimit, cap.limit) : asked;
  const last = page.at(-1);
  const style = faults.find('nextLinks')?.as;
  if (last === undefined || page.length !== full || style === 'missing') return undefined;
  const next = new URLSearchParams([...params].sort(([a], [b]) => (a < b ? -1 : 1)));
  next.set('marker', last.id);
  const collection = form === 'brief' || style === 'withoutDetail' ? 'images' : 'images/detail';
  const href = `${base.origin}${base.path}/${collection}?${next.toString()}`;
  const wrong = faults.find('wrongLinks');
  return wrong ? moved(href, wrong.to) : href;
}

function detailTexts(page: readonly ImageRecord[], base: LinkBase, faults: ActiveFaults): string[] {
  const wrong = faults.find('wrongLinks');
  const odd = faults.find('oddImages');
  const gncApp = faults.find('gncApp');
  if (!wrong && !odd && !gncApp) return page.map((image) => imageText(image, base));
  const kinds = odd ? (odd.oddities ?? (Object.keys(oddities) as Oddity[])) : [];
  return page.map((image, index) => {
    const relinked = wrong ? withWrongLinks(imageJson(image, base), wrong.to) : imageJson(image, base);
    const renamed = gncApp ? withGncApp(relinked) : relinked;
    const kind = kinds[index];
    if (kind) return JSON.stringify(oddities[kind](renamed));
    return JSON.stringify(image.json ? image.json(renamed) : renamed);
  });
}

function briefText(image: ImageRecord, base: LinkBase): string {
  const { id, name, links } = imageJson(image, base);
  return JSON.stringify({ id, name, links });
}

function withGncApp(image: ImageJson): ImageJson {
  const metadata = Object.entries(image.metadata).map(([key, value]) => [
    key === 'app' ? 'gnc_app' : key,
    value,
  ]);
  return { ...image, metadata: Object.fromEntries(metadata) as Record<string, string> };
}

type WrongTarget = 'none' | 'internal' | 'otherPort';

function withWrongLinks(image: ImageJson, to: WrongTarget): ImageJson {
  return { ...image, links: image.links.map((link) => ({ ...link, href: moved(link.href, to) })) };
}

function moved(href: string, to: WrongTarget): string {
  const { pathname, search } = new URL(href);
  const targets = {
    none: 'https://None',
    internal: 'http://10.0.0.12:8774',
    otherPort: 'http://127.0.0.1:9',
  };
  return targets[to] + pathname + search;
}
