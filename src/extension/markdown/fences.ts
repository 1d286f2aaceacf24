import { commands, env, l10n } from 'vscode';
import type { PictureParams, PictureResult } from '../../server/protocol.ts';
import type { LanguageService } from '../language-service.ts';

/** As much of markdown-it as is needed here. */
export interface MarkdownIt {
  readonly renderer: { readonly rules: { fence?: FenceRule } };
  readonly utils: { readonly escapeHtml: (text: string) => string };
}

interface Token {
  readonly info: string;
  readonly content: string;
  /** The first line of the fence in the document, from 0, and the line behind it. */
  readonly map?: readonly [number, number] | null;
}

type FenceRule = (tokens: readonly Token[], index: number, ...rest: unknown[]) => string;

/** So many pictures are kept: those of a long document while it is edited. */
const mostKept = 100;

/** Draws fences of the language `journey` in the Markdown preview as maps. */
export class MarkdownFences {
  readonly #service: LanguageService;
  /** By text; undefined while the server is drawing. The last ones that were asked for. */
  readonly #pictures = new Map<string, PictureResult | undefined>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(service: LanguageService) {
    this.#service = service;
  }

  readonly extend = (markdown: MarkdownIt): MarkdownIt => {
    const { rules } = markdown.renderer;
    const { escapeHtml } = markdown.utils;
    const plain = rules.fence;
    rules.fence = (tokens, index, ...rest) => {
      const token = tokens[index];
      if (token === undefined || !/^journey(\s|$)/i.test(token.info.trim())) {
        return plain?.(tokens, index, ...rest) ?? '';
      }
      return this.#html(token, escapeHtml);
    };
    return markdown;
  };

  /** What stands for a text now. The preview is drawn again when there is more. */
  #html({ content: text, map }: Token, escape: (text: string) => string): string {
    const picture = this.#pictures.get(text);
    if (!this.#pictures.has(text)) void this.#draw(text);
    const said = picture && whatIsAmiss(picture, map?.[0] ?? -1);
    const notice = said === undefined ? '' : `<p class="journey-notice">${escape(said)}</p>`;
    // The picture is the server's, which escapes all texts in it; everything else is escaped here.
    const body = picture?.svg ?? `<pre><code>${escape(text)}</code></pre>`;
    return `<div class="journey-fence">${notice}${body}</div>\n`;
  }

  async #draw(text: string): Promise<void> {
    this.#pictures.set(text, undefined);
    for (const oldest of this.#pictures.keys()) {
      if (this.#pictures.size <= mostKept) break;
      this.#pictures.delete(oldest);
    }
    const locale = env.language.toLowerCase().startsWith('ja') ? 'ja' : 'en';
    const params: PictureParams = { text, id: `journey-fence-${idOf(text)}`, locale };
    try {
      this.#pictures.set(text, await this.#service.request<PictureResult>('journey/picture', params));
    } catch {
      // The server has ended. The text stays, and is drawn when the preview is shown again.
      this.#pictures.delete(text);
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void commands.executeCommand('markdown.preview.refresh');
    }, 50);
  }
}

/** Why there is no map, or not all of it. `before`: the line of the backticks, from 0, so that the line in the document is said. */
function whatIsAmiss({ svg, mistake }: PictureResult, before: number): string | undefined {
  if (mistake !== undefined) return l10n.t('Line {0}: {1}', mistake.line + before + 1, mistake.message);
  return svg === undefined ? l10n.t('There is no journey in this block yet, so there is no map.') : undefined;
}

/** FNV-1a: another one for every text of a page, near enough. */
function idOf(text: string): string {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  return (hash >>> 0).toString(36);
}
