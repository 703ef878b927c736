import type { ServerQuery } from '../../api/images/imageSource';
import { allOf, type ImageTest } from './imageTest';

type Parts = Required<ServerQuery>;
type Part = keyof Parts;

/** What each part of a query means of an image, as far as an image tells. The compiler asks for every part here. */
const TESTS: { readonly [Each in Part]: (value: Parts[Each]) => ImageTest | undefined } = {
  name: (name) => (image) => image.name === name,
  status: (word) => (image) => image.status === word,
  // The property need not be in what a server sends.
  type: () => undefined,
  // An image that does not tell when it changed is the server's word.
  changesSince: (since) => (image) => (image.updated ?? Infinity) >= since,
  visibility: (word) => (image) => image.details?.visibility === word,
  owner: (project) => (image) => image.details?.owner === project,
  tag: (tag) => (image) => image.details?.tags.includes(tag) === true,
  diskFormat: (format) => (image) => image.details?.diskFormat === format,
  scope: (scope) => (image) => image.details?.isHidden === (scope === 'hidden'),
};
const PARTS = Object.keys(TESTS) as readonly Part[];

/** The check made here of what the server was asked, since it may ignore that. */
export function queryTest(query: ServerQuery): ImageTest {
  return allOf(PARTS.map((part) => partTest(part, query[part])).filter((test) => test !== undefined));
}

function partTest<Each extends Part>(part: Each, value: Parts[Each] | undefined): ImageTest | undefined {
  return value === undefined ? undefined : TESTS[part](value);
}

/** Both ask the same of the server. */
export function sameQuery(a: ServerQuery, b: ServerQuery): boolean {
  return PARTS.every((part) => a[part] === b[part]);
}
