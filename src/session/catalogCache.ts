import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Image } from '../api/images/image';
import { exactText, parseExactly } from '../base/exactJson';
import type { ReadImage, ServerQuery } from '../api/images/imageSource';
import type { CachedImages } from '../catalog/catalog';
import { fragmentOf, removeFragments } from './fragments';
import { readCacheHeader, CACHE_VERSION, type Header } from './cacheHeader';

/** Images written or read before the editor gets a turn. */
const CHUNK = 500;

/** What a cached list belongs to: that of another endpoint or tenant is none of this one. */
export interface CacheKey {
  readonly accountId: string;
  readonly base: string;
  readonly tenant: string;
}

/** A cached list, and what the server was asked for to get it. */
export interface CachedCatalog extends CachedImages {
  readonly query: ServerQuery;
}

/** Where the last catalogue of one account is kept over a restart. */
export interface CachedList {
  read(): Promise<CachedCatalog | undefined>;
  write(list: CachedCatalog): Promise<void>;
}

/**
 * The last catalogue of each account, in a folder of the extension's own that only the user can read. It holds what
 * the server sent about images, never a token. A file that is broken or of another version counts as none.
 */
export class CatalogCache {
  /** One write at a time for each account: the last one wins. */
  readonly #writes = new Map<string, Promise<void>>();
  #swept: Promise<void> | undefined;

  /** @param folder made when first needed */
  constructor(private readonly folder: string) {}

  /** @param readImage of the source that the images came from */
  async read(
    { accountId, base, tenant }: CacheKey,
    readImage: ReadImage,
  ): Promise<CachedCatalog | undefined> {
    this.#swept ??= removeFragments(this.folder);
    await this.#swept;
    try {
      const [first = '', ...lines] = (await readFile(this.#path(accountId), 'utf8')).split('\n');
      const header = readCacheHeader(first);
      if (header?.base !== base || header.count !== lines.length) return undefined;
      if (header.tenant !== undefined && header.tenant !== tenant) return undefined;
      const images = [];
      for (let start = 0; start < lines.length; start += CHUNK) {
        images.push(...lines.slice(start, start + CHUNK).map((line) => readImage(parseExactly(line))));
        await turn();
      }
      const { query, extent, asOf, walkedAt } = header;
      // A clock that was set back since would make the list look new for as long.
      const now = Date.now();
      return {
        images,
        query,
        completeness: extent,
        asOf: Math.min(asOf, now),
        // 0.1.0 kept what parsing leaves of numbers, not the text that was sent: its lists are asked for anew.
        listedAt: header.tenant === undefined ? 0 : Math.min(walkedAt, now),
      };
    } catch {
      // Missing or broken: it is a copy of what the server has, and is made anew.
      return undefined;
    }
  }

  /** Writes the list as it is now, though pages may be added to it meanwhile. @throws when the folder cannot be written */
  async write(key: CacheKey, list: CachedCatalog): Promise<void> {
    const before = this.#writes.get(key.accountId);
    const present = { ...list, images: [...list.images] };
    const write = (async () => {
      await before?.catch(() => undefined);
      await this.#write(key, present);
    })();
    this.#writes.set(key.accountId, write);
    try {
      await write;
    } finally {
      if (this.#writes.get(key.accountId) === write) this.#writes.delete(key.accountId);
    }
  }

  async remove(accountId: string): Promise<void> {
    await this.#writes.get(accountId)?.catch(() => undefined);
    const own = basename(this.#path(accountId));
    // What a window that ended in the middle of writing has left goes, too.
    const names = (await readdir(this.folder).catch(() => [])).filter((name) => name.startsWith(own));
    await Promise.all(names.map((name) => rm(join(this.folder, name), { force: true })));
  }

  async #write({ accountId, base, tenant }: CacheKey, cached: CachedCatalog): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = this.#path(accountId);
    const { images, query, completeness: extent, asOf, listedAt: walkedAt } = cached;
    const header: Header = {
      version: CACHE_VERSION,
      base,
      tenant,
      query,
      extent,
      asOf,
      walkedAt,
      count: images.length,
    };
    // Another window may be writing the same list.
    const fresh = fragmentOf(path);
    try {
      await writeLines(fresh, header, images);
      await rename(fresh, path);
    } catch (error) {
      await rm(fresh, { force: true });
      throw error;
    }
  }

  #path(accountId: string): string {
    return join(this.folder, `${accountId.replace(/[^\w-]/g, '_')}.jsonl`);
  }
}

async function writeLines(path: string, header: Header, images: readonly Image[]): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.appendFile(JSON.stringify(header));
    for (let start = 0; start < images.length; start += CHUNK) {
      const lines = images.slice(start, start + CHUNK).map(({ raw }) => `\n${exactText(raw)}`);
      await file.appendFile(lines.join(''));
    }
  } finally {
    await file.close();
  }
}

/** Lets the editor do something else. */
async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
