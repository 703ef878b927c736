import { Disposable, window } from 'vscode';
import type { Core } from '../core';
import { AutoRefresh } from '../session/autoRefresh';
import type { ImagesView } from './imagesView';

/** Lets lists be brought up to date by themselves only while the view is visible and the window has the focus. */
export function refreshWhileWatched({ sessions, settings }: Core, view: ImagesView): Disposable {
  const refresh = new AutoRefresh(sessions, settings, () => view.visible && window.state.focused);
  return Disposable.from(
    refresh,
    view.onDidChangeVisibility(() => refresh.watchChanged()),
    window.onDidChangeWindowState(() => refresh.watchChanged()),
  );
}
