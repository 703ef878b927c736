import type { JsonObject, JsonValue } from '../../../base/json';
import { amountOf, stringOf } from '../fields';
import type { ImageDetails } from '../imageDetails';

const NO_TAGS: readonly string[] = Object.freeze([]);

/**
 * What an entry of `images` tells beside the image itself, read when it is asked for: of each image little of it ever is,
 * and all of it, read at once and kept, would be a tenth of what an image weighs.
 */
export class GlanceDetails implements ImageDetails {
  readonly #entry: JsonObject;
  readonly #project: string | undefined;

  /** @param project the account's own, where it is known */
  constructor(entry: JsonObject, project: string | undefined) {
    this.#entry = entry;
    this.#project = project;
  }

  get owner(): string {
    return stringOf(this.#entry.owner);
  }

  get isOwn(): boolean | undefined {
    const { owner } = this;
    return owner === '' || this.#project === undefined ? undefined : owner === this.#project;
  }

  get visibility(): string {
    return stringOf(this.#entry.visibility).toLowerCase();
  }

  get tags(): readonly string[] {
    const { tags } = this.#entry;
    if (!Array.isArray(tags) || tags.length === 0) return NO_TAGS;
    return (tags as readonly JsonValue[]).filter((tag) => typeof tag === 'string');
  }

  get statusWord(): string {
    return stringOf(this.#entry.status);
  }

  get isProtected(): boolean {
    return this.#entry.protected === true;
  }

  get isHidden(): boolean {
    return this.#entry.os_hidden === true;
  }

  get diskFormat(): string {
    return stringOf(this.#entry.disk_format);
  }

  get containerFormat(): string {
    return stringOf(this.#entry.container_format);
  }

  get virtualSize(): number | undefined {
    return amountOf(this.#entry.virtual_size);
  }

  get checksum(): string {
    return stringOf(this.#entry.checksum);
  }

  get hash(): string {
    return stringOf(this.#entry.os_hash_value);
  }

  get hashAlgorithm(): string {
    return stringOf(this.#entry.os_hash_algo);
  }
}
