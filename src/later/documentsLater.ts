import {
  Disposable,
  EventEmitter,
  FileSystemError,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
  type Uri,
} from 'vscode';
import type { ImageDocuments } from '../documents/imageDocuments';
import type { Whole } from '../whole';
import type { Later } from '../base/later';

/** The documents as a file system that nobody writes to; they are there when the editor first asks for one. */
export class DocumentsLater implements FileSystemProvider {
  readonly #whole: Later<Whole>;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();

  readonly onDidChangeFile = this.#changed.event;

  constructor(whole: Later<Whole>) {
    this.#whole = whole;
  }

  /** Tells the editor what the documents tell. */
  follow(documents: ImageDocuments): void {
    documents.onDidChangeFile((changes) => this.#changed.fire(changes));
  }

  async stat(uri: Uri): Promise<FileStat> {
    return (await this.#whole.get()).documents.stat(uri);
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    return (await this.#whole.get()).documents.readFile(uri);
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  readDirectory(): never {
    throw FileSystemError.NoPermissions();
  }

  createDirectory(): never {
    throw FileSystemError.NoPermissions();
  }

  writeFile(): never {
    throw FileSystemError.NoPermissions();
  }

  delete(): never {
    throw FileSystemError.NoPermissions();
  }

  rename(): never {
    throw FileSystemError.NoPermissions();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
