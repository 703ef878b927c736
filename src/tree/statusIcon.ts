import { ThemeColor, ThemeIcon } from 'vscode';

/** An icon for each status. The usual one is plain; what needs attention has a colour, beside its word. */
export function statusIcon(status: string): ThemeIcon {
  switch (status) {
    case 'ACTIVE':
      return new ThemeIcon('vm');
    case 'SAVING':
      return new ThemeIcon('cloud-upload', new ThemeColor('charts.blue'));
    case 'ERROR':
      return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
    case 'DELETED':
      return new ThemeIcon('trash', new ThemeColor('disabledForeground'));
    default:
      return new ThemeIcon('question', new ThemeColor('list.warningForeground'));
  }
}
