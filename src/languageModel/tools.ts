import { ApiError } from '../api/apiError';
import { unlessAborted } from '../base/unlessAborted';
import { ImageFinder } from '../catalog/find/imageFinder';
import type { AccountImages } from '../session/accountImages';
import { findWords } from '../text/findWords';
import { FIND_INPUT, findImages } from './findImages';
import type { LoadedList } from './loadedList';
import { NEWEST_INPUT, newestImages } from './newestImage';
import { GET_INPUT, imageOfId, oneImage } from './oneImage';
import { listFailure, unknownIdFailure } from './toolFailure';
import { readInput } from './toolInput';

/** What a tool works on. */
interface ToolRequest {
  readonly images: AccountImages;
  readonly list: LoadedList;
  readonly signal: AbortSignal;
}

/** A tool that has read its input. @returns what is told beside the list, or an error where there is one */
export type ToolAnswer = (asked: ToolRequest) => object | Promise<object>;

/** A tool. */
interface Tool {
  /** What is not in the list is asked for by its id. */
  readonly requestsOne?: true;
  /** @throws {BadInput} */
  readonly read: (input: unknown) => ToolAnswer;
}

const finder = new ImageFinder(findWords);

/** The tools, a row each, by the names that the manifest has. */
export const TOOLS: Readonly<Record<string, Tool>> = {
  find_conoha_image: {
    read: (input) => {
      const wanted = readInput(FIND_INPUT, input);
      return ({ list }) => findImages(list, wanted, finder, Date.now());
    },
  },
  get_conoha_image: {
    requestsOne: true,
    read: (input) => {
      const wanted = readInput(GET_INPUT, input);
      return (asked) => answerOfId(asked, wanted.id);
    },
  },
  newest_conoha_image: {
    read: (input) => {
      const wanted = readInput(NEWEST_INPUT, input);
      return ({ list }) => newestImages(list, wanted, finder, Date.now());
    },
  },
};

/** What is not in the list may be there nevertheless: the one image is asked for. */
async function answerOfId({ images, list, signal }: ToolRequest, id: string): Promise<object> {
  const listed = imageOfId(list, { id });
  if (listed !== undefined) return oneImage(list, listed, Date.now());
  try {
    return oneImage(list, await unlessAborted(images.fetch(id.trim()), signal), Date.now());
  } catch (error) {
    if (signal.aborted) throw error;
    // No address can be made of a text that is not well-formed.
    const isUnknown = error instanceof URIError || (error instanceof ApiError && error.kind === 'notFound');
    return isUnknown ? unknownIdFailure() : listFailure(error);
  }
}
