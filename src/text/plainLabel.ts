import { foreignText } from './foreignText';

/** A label may be made of several texts. */
const LONGEST_LABEL = 1000;

/** Text of others for a label that would render `$(icon)`, in a quick pick or the status bar: it stands there as it is. */
export function plainLabel(text: string): string {
  return foreignText(text, LONGEST_LABEL).replaceAll('$(', '\\$(');
}
