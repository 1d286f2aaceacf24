import { extensions, type Uri } from 'vscode';

/** As much of the API of VS Code's Git extension as is used here. */
interface GitExtension {
  readonly enabled: boolean;
  readonly getAPI: (version: 1) => GitApi;
}

interface GitApi {
  readonly getRepository: (uri: Uri) => Repository | null;
  readonly toGitUri: (uri: Uri, ref: string) => Uri;
}

interface Repository {
  readonly state: { readonly HEAD: { readonly commit?: string } | undefined };
  readonly show: (ref: string, path: string) => Promise<string>;
  readonly diffWith: (ref: string) => Promise<readonly { readonly uri: Uri; readonly originalUri: Uri }[]>;
  readonly getBranches: (query: { readonly remote: boolean }) => Promise<readonly { readonly name?: string }[]>;
}

/** A text as it was, or null where there was no such file. */
export interface EarlierText {
  readonly uri: string;
  readonly text: string | null;
}

/** The repository around a file. */
export interface FileHistory {
  /** Whether there is a commit to compare with. */
  readonly hasCommit: boolean;
  readonly branches: () => Promise<readonly string[]>;
  /** The file and all journeys that differ from a revision, as they were there. */
  readonly textsAt: (ref: string) => Promise<readonly EarlierText[]>;
  /** For an editor that shows the file as it was. */
  readonly uriAt: (ref: string) => Uri;
}

/** Undefined where there is no git, or the file is in no repository. */
export async function historyOf(uri: Uri): Promise<FileHistory | undefined> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined) return undefined;
  const git = extension.isActive ? extension.exports : await extension.activate();
  if (!git.enabled) return undefined;
  const api = git.getAPI(1);
  const repository = api.getRepository(uri);
  if (repository === null) return undefined;
  const textAt = async (ref: string, file: Uri): Promise<string | null> => {
    try {
      return await repository.show(ref, file.fsPath);
    } catch {
      // It was not there at that time.
      return null;
    }
  };
  return {
    hasCommit: repository.state.HEAD?.commit !== undefined,
    branches: async () =>
      (await repository.getBranches({ remote: false })).flatMap(({ name }) => (name === undefined ? [] : [name])),
    textsAt: async (ref) => {
      const changed = await repository.diffWith(ref);
      const files = [uri, ...changed.flatMap((change) => [change.uri, change.originalUri])];
      const journeys = new Map(
        files.filter(({ path }) => path.endsWith('.journey')).map((file) => [file.toString(), file]),
      );
      return Promise.all([...journeys].map(async ([key, file]) => ({ uri: key, text: await textAt(ref, file) })));
    },
    uriAt: (ref) => api.toGitUri(uri, ref),
  };
}
