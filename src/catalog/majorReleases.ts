import type { Release } from './release';

/** The beginning of a version that is one itself: a number, perhaps with letters before it, and numbers behind dots. */
const NUMBERS = /^\p{L}{0,3}\.?\d[\d.]*$/u;

/** What a release is one of, beside its family, the widest first: "CentOS 7" for "CentOS 7.9". */
export function majorReleases({ family, version }: Release): readonly string[] {
  const majors: string[] = [];
  for (let dot = version.indexOf('.', 1); dot !== -1; dot = version.indexOf('.', dot + 1)) {
    const major = version.slice(0, dot);
    if (NUMBERS.test(major)) majors.push(`${family} ${major}`);
  }
  return majors;
}
