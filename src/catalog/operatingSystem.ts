import { memoize, memoizeFor } from '../base/memoize';
import { isVisible } from '../base/visible';
import { DISTRIBUTION_WORDS, LINUX_OS_TYPE } from '../conoha';
import { windowsEdition } from './distributionFamily';
import { release, type Release } from './release';

/** Of these the distribution may know more: the word for it stands for the BSDs as well. */
export const LINUX = release('Linux');

/** The operating system that a word of the server means; another word than the known ones as it is. */
export function operatingSystem(type: string): Release | undefined {
  return type === LINUX_OS_TYPE ? LINUX : systemOfWord(type);
}

const systemOfWord = memoize((type: string): Release | undefined => {
  const word = type.trim().toLowerCase();
  if (word === LINUX_OS_TYPE || word === 'linux') return LINUX;
  const windows = /^win(?:dows)?(?:[_ -](?<edition>.+))?$/.exec(word);
  if (windows === null) return isVisible(type) ? release(type.trim()) : undefined;
  return release('Windows', windowsEdition(windows.groups?.edition ?? ''));
});

/** The operating system of a distribution whose family is known. */
export const systemOfDistribution = memoizeFor(({ family }: Release) => systemOfFamily(family));

const systemOfFamily = memoize((family): Release | undefined => {
  if (/^windows\b/i.test(family)) return release('Windows');
  if (/^(?:free|net|open)bsd$/i.test(family)) return release(family);
  return Object.values(DISTRIBUTION_WORDS).includes(family) ? LINUX : undefined;
});
