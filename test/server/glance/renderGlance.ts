import type { ActiveFaults } from '../faults';
import type { ImageRecord } from '../images';
import { moved } from '../renderPage';
import type { Oddity } from '../oddities';
import { glanceJson, glanceText } from './glanceJson';
import { glanceOddities } from './glanceOddities';

export interface Rendering {
  readonly tenantId: string;
  /** Of which answer this is a part: tags are in another order in each. */
  readonly turn: number;
  readonly faults: ActiveFaults;
}

export interface GlanceListing extends Rendering {
  readonly params: URLSearchParams;
  /** The limit that counted. */
  readonly limit: number;
}

/** The body of a list. `next` knows neither host nor prefix, and stands there where the page is as long as its limit. */
export function renderGlance(page: readonly ImageRecord[], listing: GlanceListing): string {
  const { params, limit, faults } = listing;
  const links = { first: `/v2/images${search(params)}`, schema: '/v2/schemas/images' };
  const last = page.at(-1);
  const hasNext = last !== undefined && page.length === limit && !isWithoutNext(faults);
  const next = new URLSearchParams(params);
  if (hasNext) next.set('marker', last.id);
  const wrong = faults.find('wrongLinks');
  const path = `/v2/images${search(next)}`;
  const href = wrong ? moved(`http://127.0.0.1${path}`, wrong.to) : path;
  const rest = JSON.stringify(hasNext ? { ...links, next: href } : links).slice(1);
  return `{"images": [${glanceTexts(page, listing).join(', ')}], ${rest}`;
}

/** The body that shows one image: nothing is wrapped around it. */
export function renderGlanceImage(image: ImageRecord, rendering: Rendering): string {
  return glanceTexts([image], rendering)[0] ?? 'null';
}

function glanceTexts(page: readonly ImageRecord[], { tenantId, turn, faults }: Rendering): string[] {
  const odd = faults.find('oddImages');
  const wrong = faults.find('wrongLinks');
  if (!odd && !wrong) return page.map((image) => glanceText(image, tenantId, turn));
  const kinds = odd ? (odd.oddities ?? (Object.keys(glanceOddities) as Oddity[])) : [];
  return page.map((image, index) => {
    const plain = glanceJson(image, tenantId, turn);
    const entry = wrong ? { ...plain, direct_url: moved(`http://127.0.0.1${plain.file}`, wrong.to) } : plain;
    const kind = kinds[index];
    if (kind) return JSON.stringify(glanceOddities[kind](entry));
    return JSON.stringify(image.entry ? image.entry(entry) : entry);
  });
}

/** Glance gives a next link whatever the cap; a proxy that cuts its answers need not. */
function isWithoutNext(faults: ActiveFaults): boolean {
  const cap = faults.find('capLimit');
  return faults.find('nextLinks')?.as === 'missing' || (cap !== undefined && cap.nextLinks !== 'given');
}

function search(params: URLSearchParams): string {
  return params.size === 0 ? '' : `?${params.toString()}`;
}
