import type { ImportProblem } from '../import/imported.ts';
import type { Diagram, Section, Task } from './diagram.ts';
import { maskEntities, type Masked } from './entities.ts';
import { mermaidProblem, type MermaidCode } from './problems.ts';
import { inText, looksLikeTask, readTask, show } from './read-task.ts';

export interface ReadDiagram {
  readonly diagram: Diagram;
  readonly problems: readonly ImportProblem[];
}

/** What a line of ours in a diagram begins with; it says what was left out, and means nothing when it is read again. */
export const OWN_COMMENT = 'journey-language:';

/** Whether a text is a Mermaid journey, so far as its first word says it. */
export function isMermaidJourney(text: string): boolean {
  return header.test(withoutPreamble(text));
}

const header = /^\s*journey(?=\s|$)/i;

function withoutPreamble(text: string): string {
  return text
    .replace(/^\uFEFF?\s*---\r?\n[^]*?\n\s*---\s*(?=\n|$)/, '')
    .replace(/%%\{[^]*?\}%%/g, '')
    .replace(/^\s*(%%|#).*$/gm, '')
    .trimStart();
}

/** Reads a Mermaid `journey`. Anything that follows its first word is understood in some way. `firstLine` counts from one. */
export function readDiagram(source: string, firstLine = 1): ReadDiagram {
  const reader = new Reader(source.replace(/\r\n?/g, '\n').split('\n'), firstLine);
  return { diagram: reader.read(), problems: reader.problems };
}

class Reader {
  readonly problems: ImportProblem[] = [];
  readonly #lines: readonly string[];
  readonly #firstLine: number;
  readonly #comments: string[] = [];
  readonly #sections: { title?: string; tasks: Task[]; line: number }[] = [];
  readonly #actors = new Map<string, string>();
  #index = 0;
  #title: string | undefined;
  #frontTitle: string | undefined;
  #spokenTitle: string | undefined;
  #description: string | undefined;

  constructor(lines: readonly string[], firstLine: number) {
    this.#lines = lines;
    this.#firstLine = firstLine;
  }

  read(): Diagram {
    this.#frontMatter();
    while (this.#index < this.#lines.length && !header.test(this.#line())) {
      this.#directiveOrComment();
      this.#index += 1;
    }
    const [word = 'journey'] = this.#line().trim().split(/\s+/);
    if (word !== 'journey') this.#report('header-case', word);
    const rest = this.#line().trim().slice(word.length).trim();
    if (rest !== '') this.#statement(rest);
    for (this.#index += 1; this.#index < this.#lines.length; this.#index += 1) {
      if (!this.#directiveOrComment()) this.#statement(this.#line().trim());
    }
    return this.#diagram();
  }

  #diagram(): Diagram {
    const title = this.#title ?? this.#frontTitle ?? this.#spokenTitle;
    const sections = this.#sections.map(({ title: name, tasks, line }): Section => {
      if (tasks.length === 0 && name !== undefined) {
        this.problems.push(mermaidProblem('empty-section', line, show(name)));
      }
      return { tasks, ...(name !== undefined && { title: name }) };
    });
    this.problems.sort((a, b) => a.line - b.line);
    return {
      ...(title !== undefined && { title }),
      ...(this.#spokenTitle !== undefined && { spokenTitle: this.#spokenTitle }),
      ...(this.#description !== undefined && { description: this.#description }),
      comments: this.#comments,
      sections,
    };
  }

  #line(): string {
    return this.#lines[this.#index] ?? '';
  }

  #report(code: MermaidCode, ...facts: readonly string[]): void {
    this.problems.push(mermaidProblem(code, this.#firstLine + this.#index, ...facts));
  }

  #keep(text: string): void {
    const clean = text.trim();
    if (clean !== '' && !clean.startsWith(OWN_COMMENT)) this.#comments.push(clean);
  }

  /** Settings between two lines of dashes at the very beginning; only the title means something. */
  #frontMatter(): void {
    const start = this.#lines.findIndex((line) => line.replace('\uFEFF', '').trim() !== '');
    if (this.#lines[start]?.replace('\uFEFF', '').trim() !== '---') return;
    const end = this.#lines.findIndex((line, index) => index > start && line.trim() === '---');
    if (end < 0) return;
    // In a page the whole diagram is indented, and what is further to the right belongs to something else.
    const indent = /^\s*/.exec(this.#lines[start]?.replace('\uFEFF', '') ?? '')?.[0] ?? '';
    for (this.#index = start + 1; this.#index < end; this.#index += 1) {
      const line = this.#line();
      const own = line.startsWith(indent) ? line.slice(indent.length) : line;
      const [, title] = /^title:\s*(.*?)\s*$/.exec(own) ?? [];
      if (title !== undefined) this.#frontTitle = title.replace(/^(["'])(.*)\1$/, '$2');
      else if (this.#line().trim() !== '') {
        this.#report('not-drawn', show(this.#line()));
        this.#keep(this.#line());
      }
    }
    this.#index = end + 1;
  }

  #directiveOrComment(): boolean {
    const line = this.#line().trim();
    if (line.startsWith('%%{')) {
      const text = [line];
      const from = this.#index;
      while (!this.#line().includes('}%%') && this.#index + 1 < this.#lines.length) {
        this.#index += 1;
        text.push(this.#line().trim());
      }
      this.problems.push(mermaidProblem('not-drawn', this.#firstLine + from, show(text.join(' '))));
      this.#keep(text.join(' '));
      return true;
    }
    if (line.startsWith('%%')) this.#keep(line.slice(2));
    else if (/^#(?!\w+;)/.test(line)) this.#keep(line.slice(1));
    else return line === '';
    return true;
  }

  #statement(written: string): void {
    const masked = maskEntities(written);
    if (masked.html) this.#report('html-entity');
    const { text, unmask } = masked;
    const [, keyword, rest = ''] = /^(title|section|accTitle|accDescr)\b\s*(.*)$/i.exec(text) ?? [];
    switch (this.#keywordOf(keyword, rest, text)) {
      case 'title':
        this.#title = this.#whole(rest, masked);
        return;
      case 'section':
        this.#section(this.#whole(rest, masked));
        return;
      case 'acctitle':
        this.#spokenTitle = unmask(rest.replace(/^:\s*/, ''));
        return;
      case 'accdescr':
        this.#description = this.#describe(rest, unmask);
        if (rest.startsWith('{')) this.#behindDescription();
        return;
      default:
        this.#tasks(masked);
    }
  }

  /** The keyword that a line begins with; not where it is a task whose name begins with that word. */
  #keywordOf(word: string | undefined, rest: string, line: string): string | undefined {
    const keyword = word?.toLowerCase();
    if (keyword === undefined) return undefined;
    if (keyword.startsWith('acc')) return /^[:{]/.test(rest) ? keyword : undefined;
    if (rest === '' || rest.startsWith(':')) return undefined;
    // A line such as "Section overview: 3: Me": as a title it would hold a score and actors.
    const isTask = looksLikeTask(line) && /:\s*[^:\s][^:]*$/.test(line.replace(/:[^:]*/, ''));
    const plain = keyword === 'title' && word === keyword && this.#title === undefined;
    if (!isTask || plain) return keyword;
    this.#report('keyword-as-task', show(line));
    return undefined;
  }

  /** A text to the end of the line; Mermaid ends it at some signs. */
  #whole(text: string, { unmask }: Masked): string {
    const hash = text.indexOf('#');
    if (hash >= 0) this.#report('hash-cuts-text', show(unmask(text.slice(0, hash))));
    if (text.includes(';')) this.#report('semicolon');
    return inText(unmask(text));
  }

  #section(title: string): void {
    const last = this.#sections.at(-1);
    if (/(?<!\uE000\d*):/.test(this.#line()) && title.includes(':')) this.#report('colon-in-section', show(title));
    if (last?.title === title) {
      this.#report('sections-merge', show(title));
      return;
    }
    this.#sections.push({ title, tasks: [], line: this.#firstLine + this.#index });
  }

  #describe(rest: string, unmask: (text: string) => string): string {
    if (!rest.startsWith('{')) return unmask(rest.replace(/^:\s*/, ''));
    const text: string[] = [];
    let line = rest.slice(1);
    while (!line.includes('}') && this.#index + 1 < this.#lines.length) {
      text.push(line.trim());
      this.#index += 1;
      line = this.#line();
    }
    text.push(line.replace(/\}.*$/, '').trim());
    return maskedText(text.join('\n').trim());
  }

  /** Behind the brace the next statement may begin. */
  #behindDescription(): void {
    const line = this.#line();
    const close = line.indexOf('}');
    const rest = close < 0 ? '' : line.slice(close + 1).trim();
    if (rest !== '') this.#statement(rest);
  }

  #tasks(masked: Masked): void {
    const pieces = masked.text.split(';');
    if (pieces.length > 1) this.#report('semicolon');
    // Two tasks on a line, or a semicolon in the text of one.
    const tasks = pieces.length > 1 && pieces.every((piece) => piece.trim() === '' || looksLikeTask(piece));
    for (const text of tasks ? pieces.filter((piece) => piece.trim() !== '') : [masked.text]) {
      this.#task({ ...masked, text });
    }
  }

  #task(masked: Masked): void {
    const text = masked.unmask(masked.text);
    if (/^(classDef|click|style|linkStyle)\s/.test(masked.text)) {
      this.#report('not-drawn', show(text));
      this.#keep(text);
      return;
    }
    if (!masked.text.includes(':') || masked.text.trim().startsWith(':')) {
      this.#report('line-not-understood', show(text));
      this.#keep(text);
      return;
    }
    const { task, comments, problems } = readTask(masked, this.#firstLine + this.#index);
    this.problems.push(...problems);
    for (const comment of comments) this.#keep(comment);
    for (const actor of task.actors) this.#meet(actor);
    if (this.#sections.length === 0) {
      this.#report('task-without-section', show(task.name));
      this.#sections.push({ tasks: [], line: this.#firstLine + this.#index });
    }
    this.#sections.at(-1)?.tasks.push(task);
  }

  #meet(actor: string): void {
    const folded = actor.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
    const known = this.#actors.get(folded);
    if (known === undefined) this.#actors.set(folded, actor);
    else if (known !== actor) this.#report('similar-actors', show(known), show(actor));
  }
}

function maskedText(text: string): string {
  const { text: masked, unmask } = maskEntities(text);
  return unmask(masked);
}
