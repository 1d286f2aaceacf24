import { resolve } from 'node:path';
import process from 'node:process';
import type { SiteOptions } from '../../formats/site/options.ts';
import { JOURNEY_FOLDER, siteOf } from '../../formats/site/site.ts';
import type { OverviewFile } from '../../formats/overview/overview.ts';
import { SYNTAX_CODES } from '../../language/syntax-problems.ts';
import type { LiveState } from '../../map/html/live-state.ts';
import { inLocale, type Text } from '../../model/text.ts';
import { type CheckedFiles, complainOfMissing, readCheckedFiles } from '../checked-files.ts';
import type { Context } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Problem } from '../files/problem.ts';
import { reportMistakeOfOurs } from '../mistake.ts';
import { ownScript, siteOptions } from '../site-options.ts';
import { changesText, mistakesText } from '../watch/changes.ts';
import { followFiles } from '../watch/follow.ts';
import { LiveServer } from '../watch/server.ts';

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
  const watching = new Watching(operands, context);
  const server = watching.server;
  let address: number;
  try {
    address = await server.listen(port);
  } catch {
    output.complain({
      en: `port ${port} cannot be used; name another one with --port`,
      ja: `ポート ${port} は使えません。--port で別の番号を指定してください`,
    });
    return EXIT.usage;
  }
  const { files, missing } = await watching.check();
  if (files.length === 0 && missing.length > 0) {
    server.close();
    return EXIT.usage;
  }
  const paths = (operands.length === 0 ? ['.'] : operands).map((operand) => resolve(cwd, operand));
  const end = await followFiles(paths, async () => {
    try {
      await watching.check();
    } catch (error) {
      reportMistakeOfOurs(error, context);
    }
  });
  const url = `http://127.0.0.1:${address}/${watching.first}`;
  const started: Text = {
    en: `${url} shows the maps and follows what you write. Ctrl-C ends it.\n`,
    ja: `${url} でマップを表示し、変更に追従します。Ctrl-Cで終了します。\n`,
  };
  await output.print(inLocale(started, locale));
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
  await end();
  server.close();
  return EXIT.clean;
}

class Watching {
  readonly server: LiveServer;
  readonly #operands: readonly string[];
  readonly #context: Context;
  readonly #options: SiteOptions;
  readonly #liveScript = ownScript('live.js');
  /** What each file said when it was last checked, and when it could last be read as a whole, by its path. */
  #latest: ReadonlyMap<string, OverviewFile> = new Map();
  #good: ReadonlyMap<string, OverviewFile> = new Map();
  #missing = '';
  #mistakes = '';
  /** The paths of the pages of journeys. */
  #journeys: readonly string[] = [];
  #version = 0;

  constructor(operands: readonly string[], context: Context) {
    this.#operands = operands;
    this.#context = context;
    this.#options = siteOptions(context);
    this.server = new LiveServer(this.#state([]));
  }

  /** Where to look first: at the map of the only journey, otherwise at all of them. */
  get first(): string {
    const [only, ...others] = this.#journeys;
    return only === undefined || others.length > 0 ? '' : encodeURI(only);
  }

  /** Reads and checks everything anew, says what is different, and shows it. */
  async check(): Promise<{ readonly files: readonly OverviewFile[]; readonly missing: readonly Problem[] }> {
    const { output, locale } = this.#context;
    const { files, missing, mistaken } = await this.#readFiles();
    // While a text is broken, its map stays as it was.
    const shown = files.map((file) => (isBroken(file) ? (this.#good.get(file.path) ?? file) : file));
    const problems = files
      .filter((file) => isBroken(file) && this.#good.has(file.path))
      .map((file) => this.#told(file));
    const text = changesText(this.#latest, files, locale);
    const gone = missing.map(({ path, reason }) => `${path} ${reason.en}`).join('\n');
    if (gone !== this.#missing) complainOfMissing(missing, this.#context);
    this.#missing = gone;
    const mistakes = mistakesText(mistaken, locale);
    if (mistakes !== '' && mistakes !== this.#mistakes) await output.print(mistakes);
    this.#mistakes = mistakes;
    this.#latest = byPath(files);
    this.#good = byPath(shown);
    this.#version += 1;
    const liveScript = `const journeyVersion=${this.#version};\n${this.#liveScript}`;
    const pages = siteOf(shown, { ...this.#options, liveScript });
    this.#journeys = [...pages.keys()].filter((path) => path.startsWith(`${JOURNEY_FOLDER}/`));
    this.server.show(pages, this.#state(problems));
    if (text !== '') await output.print(text);
    return { files, missing };
  }

  /** Many files take a while, in which nothing else is to be seen. */
  async #readFiles(): Promise<CheckedFiles> {
    const { output } = this.#context;
    output.progress({ en: 'checking the files …', ja: 'ファイルをチェックしています…' });
    try {
      return await readCheckedFiles(this.#operands, this.#context);
    } finally {
      output.progress(undefined);
    }
  }

  #told({ path, findings }: OverviewFile): string {
    const first = findings.find(isSyntax);
    const line = first === undefined ? '' : `:${first.place.range.start.line + 1}: `;
    const { locale } = this.#context;
    const message = first === undefined ? '' : inLocale(first.message, locale);
    return `${path}${line}${message} ${inLocale(kept, locale)}`;
  }

  #state(problems: readonly string[]): LiveState {
    return { version: this.#version, problems, gone: inLocale(ended, this.#context.locale) };
  }
}

const kept: Text = {
  en: '(shown is the last version that could be read)',
  ja: '(最後に読み取れた内容を表示しています)',
};
const ended: Text = {
  en: 'journey watch has ended: this page no longer follows what you write.',
  ja: 'journey watch は終了しました。このページは変更に追従しません。',
};

function isBroken({ findings }: OverviewFile): boolean {
  return findings.some(isSyntax);
}

function isSyntax({ code }: { readonly code: string }): boolean {
  return (SYNTAX_CODES as readonly string[]).includes(code);
}

function byPath(files: readonly OverviewFile[]): ReadonlyMap<string, OverviewFile> {
  return new Map(files.map((file) => [file.path, file]));
}
