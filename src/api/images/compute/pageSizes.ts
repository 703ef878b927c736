import { isBadRequest } from './refusals';

/** The largest page that every Nova serves with a next link. */
const LARGEST = 1000;
/** A size that servers with a limit of their own take. */
const MODEST = 100;

/** How many images a server may be asked for at once. One that refuses a size is asked for fewer from then on. */
export class PageSizes {
  #most = Infinity;
  #accepted = 0;

  get largest(): number {
    return Math.min(LARGEST, this.#most);
  }

  /**
   * Makes a request of that many images, or of fewer where the server takes no more.
   * @throws as the request did the first time
   */
  async ask<T>(limit: number, request: (limit: number) => Promise<T>): Promise<T> {
    const wanted = Math.min(limit, this.#most);
    try {
      return await this.#attempt(wanted, request);
    } catch (refusal) {
      // What was taken before is not what is wrong now.
      if (!isBadRequest(refusal) || wanted <= this.#accepted) throw refusal;
      for (const fewer of this.#sizesBelow(wanted)) {
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

  #sizesBelow(limit: number): readonly number[] {
    const sizes = new Set([this.#accepted, MODEST].filter((size) => size > 0 && size < limit));
    return [...sizes].sort((a, b) => b - a);
  }
}
