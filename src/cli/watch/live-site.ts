import type { OverviewFile } from '../../formats/overview/overview.ts';
import { absentPage, waitingPage } from '../../formats/site/notices.ts';
import type { SiteOptions } from '../../formats/site/options.ts';
import { JOURNEY_FOLDER, siteOf } from '../../formats/site/site.ts';
import { SYNTAX_CODES } from '../../language/syntax-problems.ts';
import type { LiveState } from '../../map/html/live-state.ts';
import { lazy } from '../../model/lazy.ts';
import { inLocale, type Text } from '../../model/text.ts';
import type { Context } from '../command.ts';
import { ownScript, siteOptions } from '../site-options.ts';
import type { FileChanges } from './changes.ts';
import { LiveServer, type Shown } from './server.ts';

/** The pages about files as they are now: those of a site, which load themselves anew. */
export class LiveSite {
  readonly server: LiveServer;
  readonly #context: Context;
  readonly #options: SiteOptions;
  readonly #script = ownScript('live.js');
  /** What is shown of each file, by its path: while a text is broken, its map stays as it was when it could last be read. */
  readonly #shown = new Map<string, OverviewFile>();
  /** What keeps files from being shown as they are written. */
  readonly #problems = new Map<string, string>();
  /** Differs from that of a page that somebody has open since an earlier run. */
  #version = Date.now();

  constructor(context: Context) {
    this.#context = context;
    this.#options = siteOptions(context);
    const waiting = lazy(() => waitingPage(this.#optionsNow()));
    this.server = new LiveServer({ page: waiting, absent: waiting, first: () => undefined }, this.#state());
  }

  /** Shows files, among them some that have changed. */
  show(files: readonly OverviewFile[], { left, changed }: FileChanges): void {
    for (const path of left) {
      this.#shown.delete(path);
      this.#problems.delete(path);
    }
    for (const { after } of changed) this.#take(after);
    this.#version += 1;
    this.server.show(this.#pagesOf(files.map((file) => this.#shown.get(file.path) ?? file)), this.#state());
  }

  #take(file: OverviewFile): void {
    const shown = this.#shown.get(file.path);
    if (isBroken(file) && shown !== undefined && !isBroken(shown)) {
      this.#problems.set(file.path, this.#told(file));
    } else {
      this.#problems.delete(file.path);
      this.#shown.set(file.path, file);
    }
  }

  /** Made when somebody asks for them. */
  #pagesOf(files: readonly OverviewFile[]): Shown {
    const options = this.#optionsNow();
    const pages = lazy(() => siteOf(files, options));
    return {
      page: (path) => pages().get(path)?.(),
      absent: () => absentPage(options),
      // The map of the only journey, or all of them.
      first: () => {
        const [only, ...others] = [...pages().keys()].filter((path) => path.startsWith(`${JOURNEY_FOLDER}/`));
        return only === undefined || others.length > 0 ? FIRST : only;
      },
    };
  }

  #optionsNow(): SiteOptions {
    return { ...this.#options, liveScript: `const journeyVersion=${this.#version};\n${this.#script}` };
  }

  #told({ path, findings }: OverviewFile): string {
    const { locale } = this.#context;
    const first = findings.find(isSyntax);
    const line = first === undefined ? '' : `:${first.place.range.start.line + 1}: `;
    const message = first === undefined ? '' : inLocale(first.message, locale);
    return `${path}${line}${message} ${inLocale(kept, locale)}`;
  }

  #state(): LiveState {
    const problems = [...this.#problems.values()];
    return { version: this.#version, problems, gone: inLocale(ended, this.#context.locale) };
  }
}

const FIRST = 'index.html';

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
