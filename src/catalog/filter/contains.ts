import { memoize } from '../../base/memoize';

/** A longer text makes a regular expression that is slow to build, and at last one that no engine takes. */
const LONGEST_EXPRESSION = 64;

/**
 * A test for a part of a name in which upper or lower case, full or half width make no difference: `ubuntu` is in
 * `Ｕｂｕｎｔｕ`, `サーバ` in `ｻｰﾊﾞｰ`. The searched text is spelled out in all its widths once, which is several times
 * faster than normalising every name.
 */
export function containing(text: string): (name: string) => boolean {
  if (text.length > LONGEST_EXPRESSION) {
    const wanted = folded(text);
    return (name) => folded(name).includes(wanted);
  }
  const characters = Array.from(text.normalize('NFKC'));
  const spellings = new RegExp(`${literal(text)}|${characters.map(spellingsOf).join('')}`, 'iu');
  return (name) => spellings.test(name);
}

/** One spelling for all letter cases and widths. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** A character as it may stand in a name, as a regular expression. */
const spellingsOf = memoize((character: string): string => {
  const forms = new Set([character, character.normalize('NFD'), ...otherWidths(character)]);
  return `(?:${[...forms].map(literal).join('|')})`;
});

/** Its forms in the block "Halfwidth and Fullwidth Forms"; ｶﾞ and other voiced kana are two characters there. */
function otherWidths(character: string): readonly string[] {
  const single = Array.from({ length: 0xffef - 0xff01 }, (_, at) => String.fromCharCode(0xff01 + at));
  const voiced = single.flatMap((form) => [`${form}ﾞ`, `${form}ﾟ`]);
  return ['\u3000', ...single, ...voiced].filter((form) => form.normalize('NFKC') === character);
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
