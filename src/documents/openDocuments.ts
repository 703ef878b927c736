import { TabInputText, TabInputTextDiff, window, type Uri } from 'vscode';
import { identityOf, parseAddress } from './imageAddress';

/** The open documents of this scheme, by what makes them themselves. */
export function openDocuments(): ReadonlyMap<string, Uri> {
  const open = new Map<string, Uri>();
  for (const uri of window.tabGroups.all.flatMap(({ tabs }) => tabs).flatMap(({ input }) => urisOf(input))) {
    const address = parseAddress(uri);
    if (address !== undefined) open.set(identityOf(address), uri);
  }
  return open;
}

/** The documents that a tab shows: those of a comparison are two. */
function urisOf(input: unknown): readonly Uri[] {
  if (input instanceof TabInputText) return [input.uri];
  return input instanceof TabInputTextDiff ? [input.original, input.modified] : [];
}
