import { Disposable, type Event, extensions, type Uri } from 'vscode';

/** As much of the API of VS Code's Git extension as is used here. */
interface GitExtension {
  readonly enabled: boolean;
  readonly getAPI: (version: 1) => GitApi;
}

interface GitApi {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: Event<Repository>;
  readonly getRepository: (uri: Uri) => Repository | null;
  readonly toGitUri: (uri: Uri, ref: string) => Uri;
}

interface Repository {
  readonly state: { readonly HEAD: { readonly commit?: string } | undefined; readonly onDidChange: Event<void> };
  readonly show: (ref: string, path: string) => Promise<string>;
  readonly diffWith: (ref: string) => Promise<readonly { readonly uri: Uri; readonly originalUri: Uri }[]>;
  readonly getBranches: (query: { readonly remote: boolean }) => Promise<readonly { readonly name?: string }[]>;
}

/** A text as it was, or null where there was no such file. */
interface EarlierText {
  readonly uri: string;
  readonly text: string | null;
}

/** The repository around a file. */
export interface FileHistory {
  /** The last commit, if there is one to compare with. */
  readonly commit: string | undefined;
  readonly branches: () => Promise<readonly string[]>;
  /** The file and all journeys that differ from a revision, as they were there. */
  readonly textsAt: (ref: string) => Promise<readonly EarlierText[]>;
  /** For an editor that shows the file as it was. */
  readonly uriAt: (ref: string) => Uri;
}

/** Undefined where there is no git, or the file is in no repository. */
export async function historyOf(uri: Uri): Promise<FileHistory | undefined> {
  const api = await gitApi();
  const repository = api?.getRepository(uri);
  if (api === undefined || repository === null || repository === undefined) return undefined;
  const textAt = async (ref: string, file: Uri): Promise<string | null> => {
    try {
      return await repository.show(ref, file.fsPath);
    } catch {
      // It was not there at that time.
      return null;
    }
  };
  return {
    commit: repository.state.HEAD?.commit,
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

/** Calls back when a repository was found or has another last commit. Undefined where there is no git. */
export async function onDidChangeHistory(callback: () => void): Promise<Disposable | undefined> {
  const api = await gitApi();
  if (api === undefined) return undefined;
  const own: Disposable[] = [];
  const follow = ({ state }: Repository): void => {
    let commit = state.HEAD?.commit;
    own.push(
      state.onDidChange(() => {
        if (state.HEAD?.commit === commit) return;
        commit = state.HEAD?.commit;
        callback();
      }),
    );
  };
  for (const repository of api.repositories) follow(repository);
  own.push(
    api.onDidOpenRepository((repository) => {
      follow(repository);
      callback();
    }),
  );
  return new Disposable(() => {
    for (const each of own) each.dispose();
  });
}

async function gitApi(): Promise<GitApi | undefined> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined) return undefined;
  const git = extension.isActive ? extension.exports : await extension.activate();
  return git.enabled ? git.getAPI(1) : undefined;
}
