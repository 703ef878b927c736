import {
  Disposable,
  EventEmitter,
  FileChangeType,
  FileSystemError,
  FileType,
  commands,
  window,
  type Event,
  type FileChangeEvent,
  type FileStat,
  type Uri,
} from 'vscode';
import { ApiError } from '../api/apiError';
import type { Image } from '../api/images/image';
import type { Accounts } from '../auth/accounts';
import type { Session, Sessions } from '../session/sessions';
import { signInToReadText } from '../text/documentTexts';
import { failureWords } from '../text/failureText';
import { tell } from '../text/tell';
import {
  identityOf,
  imageUri,
  listUri,
  parseAddress,
  type DocumentAccount,
  type ImageAddress,
} from './imageAddress';
import { openDocuments } from './openDocuments';

interface Content {
  readonly bytes: Uint8Array;
  /** What the text was made of: it is made anew only when that is another. */
  readonly version: unknown;
  readonly mtime: number;
}

/**
 * What the server sent, as read-only JSON documents by address. A loaded image costs no request; one that is not
 * loaded, as after a restart, is asked for by its id.
 */
export class ImageDocuments {
  readonly #accounts: Accounts;
  readonly #sessions: Sessions;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly #contents = new Map<string, Content>();
  /** What stands open; `undefined` after the tabs have changed. */
  #open: ReadonlyMap<string, Uri> | undefined;
  /** Open documents that could not be read, by what makes them themselves. */
  readonly #unread = new Set<string>();
  readonly #subscriptions: Disposable;

  readonly onDidChangeFile: Event<FileChangeEvent[]> = this.#changed.event;

  constructor(accounts: Accounts, sessions: Sessions) {
    this.#accounts = accounts;
    this.#sessions = sessions;
    this.#subscriptions = Disposable.from(
      this.#changed,
      window.tabGroups.onDidChangeTabs(({ closed }) => {
        this.#open = undefined;
        if (closed.length > 0) this.#forgetClosed();
      }),
      sessions.onDidChange(({ session, change }) => {
        if (change === 'images') this.#announce(session);
      }),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** The image's address. One that is open under an older name keeps it, so that its tab is used again. */
  uriOf(accountId: string, image: Image): Uri {
    const identity = identityOf({ kind: 'image', accountId, imageKey: image.key });
    this.#open ??= openDocuments();
    return this.#open.get(identity) ?? imageUri(this.#owner(accountId), image.key, image.name);
  }

  /** The address of a loaded image, by its id, of the account that a document is of. */
  loadedAt(document: Uri, id: string): Uri | undefined {
    const accountId = parseAddress(document)?.accountId;
    const image = accountId === undefined ? undefined : this.#sessions.of(accountId)?.images.catalog.find(id);
    return accountId === undefined || image === undefined ? undefined : this.uriOf(accountId, image);
  }

  /** The image that a document is about, which is asked for where it is not loaded; `undefined` for a list. */
  async imageAt(document: Uri): Promise<{ readonly accountId: string; readonly image: Image } | undefined> {
    const address = parseAddress(document);
    if (address?.kind !== 'image') return undefined;
    const { accountId, imageKey } = address;
    const images = this.#sessions.of(accountId)?.images;
    if (images === undefined) return undefined;
    const image = images.catalog.find(imageKey) ?? (await images.fetch(imageKey));
    return { accountId, image };
  }

  /** Opens an image for a person: what is not loaded is asked for, whatever the server said before. */
  async open(accountId: string, image: Image, options: { readonly preview: boolean }): Promise<void> {
    const isLoaded = this.#sessions.of(accountId)?.images.catalog.find(image.key) !== undefined;
    if (!isLoaded) this.#accounts.askAgain(accountId);
    await commands.executeCommand('vscode.open', this.uriOf(accountId, image), options);
  }

  listUriOf(accountId: string): Uri {
    return listUri(this.#owner(accountId));
  }

  #owner(id: string): DocumentAccount {
    return this.#accounts.get(id) ?? { id, label: '' };
  }

  async stat(uri: Uri): Promise<FileStat> {
    const { bytes, mtime } = await this.#content(uri);
    return { type: FileType.File, ctime: 0, mtime, size: bytes.byteLength };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    return (await this.#content(uri)).bytes;
  }

  async #content(uri: Uri): Promise<Content> {
    const address = parseAddress(uri);
    const account = address === undefined ? undefined : this.#accounts.get(address.accountId);
    if (address === undefined || account === undefined) throw FileSystemError.FileNotFound(uri);
    const session = this.#sessions.of(account.id);
    if (session === undefined) {
      throw this.#unavailable(address, signInToReadText(account.label));
    }
    const known = this.#contents.get(identityOf(address));
    try {
      const loaded = loadedSource(address, session);
      if (loaded === undefined && known !== undefined) return known;
      if (loaded !== undefined) return await this.#remember(address, loaded);
      return await this.#remember(address, await requestedSource(address, session));
    } catch (error) {
      if (isNotFound(error)) throw FileSystemError.FileNotFound(uri);
      throw this.#unavailable(address, await failureWords(error));
    }
  }

  /** The editor says only that a document cannot be read: why is said beside it, once until it can. */
  #unavailable(address: ImageAddress, words: string): FileSystemError {
    const identity = identityOf(address);
    if (!this.#unread.has(identity)) tell('error', words);
    this.#unread.add(identity);
    return FileSystemError.Unavailable(words);
  }

  async #remember(address: ImageAddress, { version, text }: DocumentSource): Promise<Content> {
    const identity = identityOf(address);
    const known = this.#contents.get(identity);
    if (known !== undefined && known.version === version) return known;
    const bytes = new TextEncoder().encode(`${await text()}\n`);
    const content = { bytes, version, mtime: Math.max(Date.now(), (known?.mtime ?? 0) + 1) };
    this.#contents.set(identity, content);
    this.#unread.delete(identity);
    return content;
  }

  /** Tells the editor of open documents whose image or list is now another. */
  #announce(session: Session): void {
    const changes = [...openDocuments()].flatMap(([identity, uri]) => {
      const address = parseAddress(uri);
      const known = this.#contents.get(identity);
      if (address?.accountId !== session.accountId || known === undefined) return [];
      const loaded = loadedSource(address, session);
      return loaded === undefined || loaded.version === known.version
        ? []
        : [{ type: FileChangeType.Changed, uri }];
    });
    if (changes.length > 0) this.#changed.fire(changes);
  }

  #forgetClosed(): void {
    const open = openDocuments();
    for (const identity of [...this.#contents.keys(), ...this.#unread]) {
      if (open.has(identity)) continue;
      this.#contents.delete(identity);
      this.#unread.delete(identity);
    }
  }
}

interface DocumentSource {
  readonly version: unknown;
  readonly text: () => Promise<string>;
}

/** What the document is made of as far as it is loaded, without a request. */
function loadedSource(address: ImageAddress, { images }: Session): DocumentSource | undefined {
  const { catalog } = images;
  if (address.kind === 'image') {
    const image = catalog.find(address.imageKey);
    return image === undefined ? undefined : sourceOf(image);
  }
  if (!catalog.started) return undefined;
  return { version: catalog.revision, text: () => wholeList(catalog.images) };
}

async function requestedSource(address: ImageAddress, session: Session): Promise<DocumentSource> {
  const { images } = session;
  await images.restore();
  const kept = loadedSource(address, session);
  if (kept !== undefined) return kept;
  if (address.kind === 'image') {
    try {
      return sourceOf(await images.fetch(address.imageKey));
    } catch (error) {
      if (!isNotFound(error) || images.catalog.started) throw error;
      // One that stands in the list by an odd id may be one that the service cannot be asked for.
      await images.ensureStarted();
      const listed = loadedSource(address, session);
      if (listed === undefined) throw error;
      return listed;
    }
  }
  await images.ensureStarted();
  return loadedSource(address, session) ?? { version: undefined, text: () => wholeList([]) };
}

async function wholeList(images: readonly Image[]): Promise<string> {
  const { listText } = await import('./documentText');
  return listText(images.map(({ raw }) => raw));
}

function isNotFound(error: unknown): boolean {
  return error instanceof ApiError && error.kind === 'notFound';
}

function sourceOf({ raw }: Image): DocumentSource {
  return { version: raw, text: async () => (await import('./documentText')).entryText(raw) };
}
