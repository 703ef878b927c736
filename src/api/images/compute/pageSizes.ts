import { isBadRequest } from '../refusals';

/** The largest page that every Nova serves with a next link. */
export const LARGEST_NOVA_PAGE = 1000;
/** Sizes that servers with a limit of their own take, the largest first. */
const MODEST = [100, 50, 25, 12];

/** How many images a server may be asked for at once. One that refuses a size is asked for fewer from then on. */
export class PageSizes {
  #most = Infinity;
  #accepted = 0;

  get largest(): number {
    return Math.min(LARGEST_NOVA_PAGE, this.#most);
  }

  /**
   * Makes a request of that many images, or of fewer where the server takes no more.
   * @param isFirst there is no marker that may be what is refused: sizes are tried down to the smallest
   * @throws as the request did the first time
   */
  async ask<T>(limit: number, isFirst: boolean, request: (limit: number) => Promise<T>): Promise<T> {
    const wanted = Math.min(limit, this.#most);
    try {
      return await this.#attempt(wanted, request);
    } catch (refusal) {
      // What was taken before is not what is wrong now.
      if (!isBadRequest(refusal) || wanted <= this.#accepted) throw refusal;
      for (const fewer of this.#sizesBelow(wanted, isFirst)) {
        try {
          const answer = await this.#attempt(fewer, request);
          this.#most = fewer;
          return answer;
        } catch (error) {
          if (!isBadRequest(error)) throw error;
        }
      }
      throw refusal;
    }
  }

  async #attempt<T>(limit: number, request: (limit: number) => Promise<T>): Promise<T> {
    const answer = await request(limit);
    this.#accepted = Math.max(this.#accepted, limit);
    return answer;
  }

  /** What was taken before will be taken, and nothing smaller is worth a request then. */
  #sizesBelow(limit: number, isFirst: boolean): readonly number[] {
    const modest = isFirst ? MODEST : MODEST.slice(0, 1);
    const sizes = new Set([this.#accepted, ...modest].filter((size) => size > 0 && size < limit));
    return [...sizes].filter((size) => size >= this.#accepted).sort((a, b) => b - a);
  }
}
