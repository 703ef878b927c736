import type { Image } from '../api/images/image';
import * as LONGEST from '../base/longestText';
import { memoize } from '../base/memoize';
import { isVisible } from '../base/visible';
import { release, type Release } from './release';

/** The keys of two tags of the form `key=value`, such as `app_name=Ruby_on_Rails` and `app_version=8.1.0`. */
export interface TagKeys {
  readonly name: string;
  readonly version: string;
}

/** The release that two tags name; words in them are joined by `_`. */
export function taggedRelease(image: Image, { name, version }: TagKeys): Release | undefined {
  const family = tagValue(image, name);
  return family !== undefined && isVisible(family)
    ? releaseOfTags(`${family}\n${tagValue(image, version) ?? ''}`)
    : undefined;
}

const releaseOfTags = memoize((tags: string): Release => {
  const [family = '', version = ''] = tags.split('\n').map((text) => text.replaceAll('_', ' ').trim());
  return release(family, version);
});

/** What stands behind the first `=`; another one is part of the value. Services keep no longer tags, and longer ones are cut. */
function tagValue({ details }: Image, key: string): string | undefined {
  const tag = details?.tags.find((one) => one.startsWith(key) && one[key.length] === '=');
  return tag?.slice(key.length + 1, 2 * LONGEST.property);
}
