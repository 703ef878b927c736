import { ThemeColor, ThemeIcon } from 'vscode';
import { isStatus, type Status } from '../api/images/status';

// Colours that high-contrast themes have as well.
const ICONS: { readonly [Word in Status]: () => ThemeIcon } = {
  ACTIVE: () => new ThemeIcon('pass'),
  SAVING: () => new ThemeIcon('sync', new ThemeColor('problemsInfoIcon.foreground')),
  ERROR: () => new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
  DEACTIVATED: () => new ThemeIcon('circle-slash', new ThemeColor('problemsWarningIcon.foreground')),
  DELETED: () => new ThemeIcon('trash', new ThemeColor('disabledForeground')),
  UNKNOWN: () => new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
};

/** An icon for each status. The usual one is plain; what needs attention has a colour, beside its word. */
export function statusIcon(status: string): ThemeIcon {
  return ICONS[isStatus(status) ? status : 'UNKNOWN']();
}
