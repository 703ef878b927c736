import { APP_WORDS } from '../../conoha';
import { release, type Release } from '../release';

const known = new WeakMap<Release, Release>();

/**
 * An app as one calls it: without the distribution that it comes on, which some names say as well, and without a word
 * that says nothing (`Edition`, `latest`). The same object for the same release.
 */
export function readableApp(app: Release | undefined): Release | undefined {
  if (app === undefined) return undefined;
  const before = known.get(app);
  if (before !== undefined) return before;
  const readable = madeReadable(app);
  known.set(app, readable);
  return readable;
}

function madeReadable({ family, version }: Release): Release {
  const words = family.replace(/\s+edition\b/i, '').replace(/\bJAVA\b/, 'Java');
  // "KUSANAGI manager" of version "KUSANAGI9 CentOS Stream9".
  const own = version.replace(APP_WORDS.onDistribution, '').trim() || version;
  const [first = ''] = words.split(' ');
  const bare = own.toLowerCase().startsWith(first.toLowerCase())
    ? own.slice(first.length).trim() || own
    : own;
  return release(words, APP_WORDS.saysNothing.test(bare) ? '' : bare);
}
