import { languages, type ExtensionContext } from 'vscode';
import type { Core } from '../core';
import { IMAGE_SCHEME } from '../documents/imageAddress';

/** Ids in the JSON of images that lead on. */
export function registerLinks({ documents }: Core, subscriptions: ExtensionContext['subscriptions']): void {
  const provider = languages.registerDocumentLinkProvider(
    { scheme: IMAGE_SCHEME },
    {
      provideDocumentLinks: async (document, token) => {
        const { imageLinks } = await import('./imageLinks');
        return imageLinks(documents, document, token);
      },
    },
  );
  subscriptions.push(provider);
}
