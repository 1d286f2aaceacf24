import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { URI } from 'vscode-uri';
import type { OverviewFile } from '../../formats/overview/overview.ts';
import { inLocale, type Text } from '../../model/text.ts';
import { checkProgress } from '../checked-files.ts';
import { type Changes, type Checked, CheckedWorkspace } from '../checked-workspace.ts';
import type { Context } from '../command.ts';
import { complainOf } from '../complaints.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { discover } from '../files/discover.ts';
import { errorText } from '../files/problem.ts';
import { reportMistakeOfOurs } from '../mistake.ts';
import { changesSince, changesText } from '../watch/changes.ts';
import { Following } from '../watch/follow.ts';
import { LiveSite } from '../watch/live-site.ts';

export interface WatchOptions {
  readonly port?: number;
}

/** `journey watch`: findings in the terminal and maps in the browser that follow what is written, until it is ended. */
export async function runWatch(
  operands: readonly string[],
  { port = 0 }: WatchOptions,
  context: Context,
): Promise<ExitCode> {
  const { output, cwd, locale } = context;
  const ended = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
  const named = operands.length === 0 ? ['.'] : operands;
  const { files, problems } = discover(named, cwd);
  if (files.length === 0 && problems.length > 0) {
    complainOf({ missing: problems, mistaken: [] }, output);
    return EXIT.usage;
  }
  const site = new LiveSite(context);
  let address: number;
  try {
    address = await site.server.listen(port);
  } catch {
    output.complain({
      en: `port ${port} cannot be used; name another one with --port`,
      ja: `ポート ${port} は使えません。--port で別の番号を指定してください`,
    });
    return EXIT.usage;
  }
  const url = `http://127.0.0.1:${address}/`;
  const started: Text = {
    en: `${url} shows the maps and follows what you write. Ctrl-C ends it.\n`,
    ja: `${url} でマップを表示し、変更に追従します。Ctrl-Cで終了します。\n`,
  };
  await output.print(inLocale(started, locale));
  const watching = new Watching(named, context, site);
  await ended;
  await watching.end();
  site.server.close();
  return EXIT.clean;
}

class Watching {
  readonly #context: Context;
  readonly #site: LiveSite;
  readonly #workspace: CheckedWorkspace;
  readonly #following: Following;
  /** What each file said when it was last checked, by its path. */
  #latest: ReadonlyMap<string, OverviewFile> = new Map();
  #isBegun = false;
  #isOver = false;
  /** What was last complained of, so that it is not said after each change. */
  readonly #complaints = new Map<string, string>();
  #nextDay: NodeJS.Timeout | undefined;

  constructor(operands: readonly string[], context: Context, site: LiveSite) {
    this.#context = context;
    this.#site = site;
    const { output, cwd } = context;
    this.#workspace = new CheckedWorkspace(operands, context, {
      progress: checkProgress(output),
      isOver: () => this.#isOver,
    });
    const paths = operands.map((operand) => resolve(cwd, operand));
    this.#following = new Following({
      paths,
      onChange: async (changes) => this.#follow(changes),
      onError: (error) => this.#complain('follow', errorText(error).en, () => output.complain(cannotFollow(error))),
    });
    // Configurations and what marks a project may stand in any folder above.
    this.#following.around([cwd, ...paths.map((path) => dirname(path))].flatMap(withParents));
  }

  async end(): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#nextDay);
    await this.#following.end();
    this.#context.output.progress(undefined);
  }

  async #follow(changes: Changes): Promise<void> {
    try {
      const checked = await this.#workspace.update(changes);
      if (!this.#isOver) await this.#tell(checked);
    } catch (error) {
      reportMistakeOfOurs(error, this.#context);
    }
  }

  /** Says what is different now, and shows it. */
  async #tell({ files, missing, mistaken, failures }: Checked): Promise<void> {
    const { output, locale } = this.#context;
    const changes = changesSince(this.#latest, files);
    output.progress(undefined);
    if (!this.#isBegun || changes.left.length + changes.changed.length > 0) this.#site.show(files, changes);
    this.#isBegun = true;
    this.#latest = new Map(files.map((file) => [file.path, file]));
    this.#complain('missing', JSON.stringify(missing), () => complainOf({ missing, mistaken: [] }, output));
    this.#complain('mistaken', JSON.stringify(mistaken), () => complainOf({ missing: [], mistaken }, output));
    for (const { path, error } of failures) {
      this.#complain(`failure ${path}`, String(error), () => reportMistakeOfOurs(error, this.#context, path));
    }
    const text = changesText(changes, new Set(missing.map(({ path }) => path)), locale);
    if (text !== '') await output.print(text);
    this.#following.around(foldersOf(this.#workspace.reached));
    // Ages are counted from a day on.
    clearTimeout(this.#nextDay);
    this.#nextDay = setTimeout(() => this.#following.nudge(), day - (Date.now() % day));
  }

  #complain(about: string, what: string, complain: () => void): void {
    if (this.#complaints.get(about) !== what) complain();
    this.#complaints.set(about, what);
  }
}

/** Milliseconds. */
const day = 86_400_000;

/** A folder and all above it. */
function withParents(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...withParents(parent)];
}

/** The folders in which files are, by their URIs: some are imported from elsewhere. */
function foldersOf(uris: Iterable<string>): Iterable<string> {
  const folders = new Set<string>();
  for (const uri of uris) if (uri.startsWith('file:')) folders.add(uri.slice(0, uri.lastIndexOf('/')));
  return [...folders].map((folder) => URI.parse(folder).fsPath);
}

function cannotFollow(error: unknown): Text {
  const { en, ja } = errorText(error);
  return { en: `some changes may be missed: ${en}`, ja: `一部の変更に追従できない可能性があります: ${ja}` };
}
