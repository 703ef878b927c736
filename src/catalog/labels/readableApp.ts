import { memoizeFor } from '../../base/memoize';
import { APP_WORDS } from '../../conoha';
import { release, type Release } from '../release';

/**
 * An app as one calls it: without the distribution that it comes on, which some names say as well, and without a word
 * that says nothing (`Edition`, `latest`). The same object for the same release.
 */
export function readableApp(app: Release | undefined): Release | undefined {
  return app && readable(app);
}

const readable = memoizeFor(madeReadable);

function madeReadable({ family: whole, version: told }: Release): Release {
  const { family, version } = told === '' ? withoutOwnName(whole) : { family: whole, version: told };
  const words = family.replace(/\s+edition\b/i, '').replace(/\bJAVA\b/, 'Java');
  const own = version.replace(APP_WORDS.onDistribution, '').trim() || version;
  return release(words, APP_WORDS.saysNothing.test(own) ? '' : own);
}

/** "KUSANAGI manager-KUSANAGI9 CentOS Stream9" says its name once more before its version. */
function withoutOwnName(text: string): { readonly family: string; readonly version: string } {
  const { family, again, version } =
    /^(?<family>.+)-(?<again>\p{L}+)(?<version>\d.*)$/u.exec(text)?.groups ?? {};
  if (family === undefined || again === undefined || version === undefined)
    return { family: text, version: '' };
  return family.startsWith(again) ? { family, version } : { family: text, version: '' };
}
