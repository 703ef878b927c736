import { l10n } from 'vscode';
import type { CloudsFile } from '../auth/clouds/cloud';
import { shortPath } from './shortPath';

/** Where clouds were found: above their rows. */
export const cloudPlaceTexts = {
  file: ({ path, worldReadable }: Pick<CloudsFile, 'path' | 'worldReadable'>, home: string) =>
    worldReadable
      ? l10n.t('{0} (readable by all users on this computer)', shortPath(path, home))
      : shortPath(path, home),
  environment: () => l10n.t('Environment variables OS_*'),
  /** A place on the other side of a remote window. @param remote what the editor calls that side */
  remote: (place: string, remote: string) => l10n.t('{0}, on the remote side ({1})', place, remote),
  /** A place on this side of a remote window. */
  local: (place: string) => l10n.t('{0}, on this computer', place),
  unusable: () => l10n.t('This file can’t be used'),
};
