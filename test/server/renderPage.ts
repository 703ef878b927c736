import type { ActiveFaults } from './faults';
import { imageJson, imageText, type ImageJson, type LinkBase } from './imageJson';
import type { ImageRecord } from './images';
import { oddities, type Oddity } from './oddities';
import type { ListQuery } from './query';

/** Nova's `max_limit`: a page longer than this never has a next link. */
const maxLimit = 1000;

/** One request for a list, taken apart. */
export interface Listing {
  readonly form: 'detail' | 'brief';
  readonly base: LinkBase;
  /** The parameters that are heeded, as they came; the next link repeats them. */
  readonly params: URLSearchParams;
  readonly query: ListQuery;
  readonly faults: ActiveFaults;
}

/** The body of a list, with a next link where the page is exactly as long as was asked for. */
export function renderPage(page: readonly ImageRecord[], listing: Listing): string {
  const texts =
    listing.form === 'brief'
      ? page.map((image) => briefText(image, listing.base))
      : detailTexts(page, listing);
  const key = listing.faults.find('wrapAsImage') ? 'image' : 'images';
  const next = nextLink(page, listing);
  const links =
    next === undefined ? '' : `, "images_links": ${JSON.stringify([{ rel: 'next', href: next }])}`;
  return `{"${key}": [${texts.join(', ')}]${links}}`;
}

function nextLink(page: readonly ImageRecord[], listing: Listing): string | undefined {
  const { base, faults, form, params, query } = listing;
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

/** The texts of images, changed as the faults demand. */
export function detailTexts(
  page: readonly ImageRecord[],
  { base, faults }: Pick<Listing, 'base' | 'faults'>,
): string[] {
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

export function moved(href: string, to: WrongTarget): string {
  const { pathname, search } = new URL(href);
  const targets = {
    none: 'https://None',
    internal: 'http://10.0.0.12:8774',
    otherPort: 'http://127.0.0.1:9',
  };
  return targets[to] + pathname + search;
}
