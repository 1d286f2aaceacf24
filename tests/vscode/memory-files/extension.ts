// A file system in memory for VS Code for the web. What is in it at first comes with the page.
import {
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  workspace,
} from 'vscode';

export async function activate({ extensionUri, subscriptions }: ExtensionContext): Promise<void> {
  const response = await fetch(Uri.joinPath(extensionUri, 'files.json').toString(true));
  const files = (await response.json()) as Readonly<Record<string, string>>;
  subscriptions.push(
    workspace.registerFileSystemProvider('memfiles', new MemoryFiles(files), { isCaseSensitive: true }),
  );
}

class MemoryFiles implements FileSystemProvider {
  readonly #files = new Map<string, { readonly content: Uint8Array; readonly mtime: number }>();
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  #clock = 1;

  constructor(files: Readonly<Record<string, string>>) {
    const encoder = new TextEncoder();
    for (const [path, text] of Object.entries(files)) {
      this.#files.set(`/workspace/${path}`, { content: encoder.encode(text), mtime: this.#clock++ });
    }
  }

  watch(): Disposable {
    return { dispose: () => undefined };
  }

  stat({ path }: Uri): FileStat {
    const file = this.#files.get(path);
    if (file !== undefined) {
      return { type: FileType.File, ctime: 0, mtime: file.mtime, size: file.content.byteLength };
    }
    if (path === '/' || this.#below(path).length > 0) return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw FileSystemError.FileNotFound(path);
  }

  readDirectory({ path }: Uri): [string, FileType][] {
    const names = new Map<string, FileType>();
    for (const [first = '', ...rest] of this.#below(path)) {
      names.set(first, rest.length === 0 ? FileType.File : FileType.Directory);
    }
    return [...names];
  }

  readFile({ path }: Uri): Uint8Array {
    const file = this.#files.get(path);
    if (file === undefined) throw FileSystemError.FileNotFound(path);
    return file.content;
  }

  writeFile(uri: Uri, content: Uint8Array): void {
    const type = this.#files.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
    this.#files.set(uri.path, { content, mtime: this.#clock++ });
    this.#changed.fire([{ type, uri }]);
  }

  delete(uri: Uri): void {
    for (const path of this.#files.keys()) {
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.#files.delete(path);
    }
    this.#changed.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  rename(from: Uri, to: Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  createDirectory(): void {
    // Folders are there as soon as they hold a file.
  }

  /** Paths of the files below a folder, as their parts. */
  #below(path: string): readonly (readonly string[])[] {
    const prefix = path === '/' ? '/' : `${path}/`;
    return [...this.#files.keys()]
      .filter((file) => file.startsWith(prefix))
      .map((file) => file.slice(prefix.length).split('/'));
  }
}
