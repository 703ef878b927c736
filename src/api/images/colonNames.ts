import type { ServerQuery } from './imageSource';
import type { ListAnswer } from './readAnswer';
import { isBadRequest } from './refusals';

/**
 * Asks by names with a colon. What stands before it is an operator to servers that know operators: `a:b` is refused,
 * `in:foo` finds `foo`, and `eq:` takes any name. Those from before there were operators take `eq:` for part of the name.
 */
export class ColonNames {
  /** The name was found as it is: so its further pages are asked for. */
  #foundAsIs = false;

  /**
   * @param onward there is a marker
   * @throws as the request does
   */
  async ask<Answer extends ListAnswer>(
    query: ServerQuery,
    onward: boolean,
    request: (query: ServerQuery) => Promise<Answer>,
  ): Promise<Answer> {
    const { name = '' } = query;
    if (!name.includes(':') || (onward && this.#foundAsIs)) return request(query);
    const page = await request({ ...query, name: `eq:${name}` }).catch(refused);
    if ('images' in page && page.images.length > 0) return page;
    // Nothing is an answer only where the name was understood.
    const asIs = await request(query).catch(refused);
    if ('images' in asIs && asIs.images.some((image) => image.name === name)) {
      this.#foundAsIs = true;
      return asIs;
    }
    if ('images' in page) return page;
    throw page.refusal;
  }
}

/** The server's word that it does not take the question. */
function refused(refusal: unknown): { readonly refusal: Error } {
  if (!isBadRequest(refusal)) throw refusal;
  return { refusal };
}
