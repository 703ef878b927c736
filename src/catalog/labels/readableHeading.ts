import type { Group } from '../group';
import { release } from '../release';
import { readableApp } from './readableApp';

/** What stands above a group: of an app what people call it, as the labels of its images do, else the group's value. */
export function readableHeading({ value, heading }: Pick<Group, 'value' | 'heading'>): string {
  if (heading?.facet !== 'app') return value;
  const { family } = heading;
  if (value === family) return readableApp(release(family))?.label ?? value;
  const start = `${family} `;
  return value.startsWith(start)
    ? (readableApp(release(family, value.slice(start.length)))?.label ?? value)
    : readableApp(release(family, value))?.version || value;
}
