import type { FormatOptions } from '../../copy/format';
import type { Settings } from '../../session/settings';
import { columnHeadings } from '../../text/formatNames';

/** What is set for all formats, in the language of the editor. */
export function formatOptions(settings: Settings): FormatOptions {
  return {
    separator: settings.copySeparator(),
    guardsFormulas: settings.guardsFormulas(),
    hasBom: settings.csvHasBom(),
    headings: columnHeadings(),
  };
}
