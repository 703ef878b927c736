import { isNumeric, termsOf, withoutDots } from './terms';

/**
 * Whether a label has every term of a text: words by their beginning, numbers whole or up to a dot. `centos 7` is met by
 * "CentOS 7.9", and `ubuntu 2` by no "Ubuntu 22.04". A text without a term is met by none.
 */
export function hasTerms(label: string, text: string): boolean {
  const own = termsOf(label);
  const terms = termsOf(text);
  return terms.length > 0 && terms.every((term) => own.some((one) => meets(one, term)));
}

function meets(own: string, term: string): boolean {
  if (!isNumeric(term)) return own.startsWith(term);
  return own === term || own.startsWith(`${term}.`) || withoutDots(own) === term;
}
