import { ThemeColor, ThemeIcon } from 'vscode';
import { isStatus, type Status } from '../api/images/status';

const ICONS: { readonly [Word in Status]: () => ThemeIcon } = {
  ACTIVE: () => new ThemeIcon('vm'),
  SAVING: () => new ThemeIcon('cloud-upload', new ThemeColor('charts.blue')),
  ERROR: () => new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  DEACTIVATED: () => new ThemeIcon('circle-slash', new ThemeColor('list.warningForeground')),
  DELETED: () => new ThemeIcon('trash', new ThemeColor('disabledForeground')),
  UNKNOWN: () => new ThemeIcon('question', new ThemeColor('list.warningForeground')),
};

/** An icon for each status. The usual one is plain; what needs attention has a colour, beside its word. */
export function statusIcon(status: string): ThemeIcon {
  return ICONS[isStatus(status) ? status : 'UNKNOWN']();
}
