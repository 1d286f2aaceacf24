import type { ImportProblem } from '../import/imported.ts';
import { LEAST_SCORE, MOST_SCORE, type Task } from './diagram.ts';
import type { Masked } from './entities.ts';
import { mermaidProblem, type MermaidCode } from './problems.ts';

export interface ReadTask {
  readonly task: Task;
  readonly comments: readonly string[];
  readonly problems: readonly ImportProblem[];
}

/** Reads `name: score: actors`, as Mermaid does where it does and otherwise as it was most likely meant. */
export function readTask({ text, unmask }: Masked, line: number): ReadTask {
  const problems: ImportProblem[] = [];
  const report = (code: MermaidCode, ...facts: readonly string[]): void => {
    problems.push(mermaidProblem(code, line, ...facts));
  };
  const comments: string[] = [];

  const hash = text.indexOf('#');
  let written = text;
  if (hash >= 0) {
    if (/^[^:]*:[^:]*:/.test(text.slice(0, hash))) {
      comments.push(unmask(text.slice(hash + 1)).trim());
      written = text.slice(0, hash);
    } else report('hash-cuts-text', show(unmask(text.slice(0, hash))));
  }
  const parts = written.split(':');
  const at = scoreIndex(parts);
  const name = inText(unmask(parts.slice(0, at).join(':')));
  if (at > 1) report('colon-in-name', show(name), show(unmask(parts[0] ?? '')));
  const scoreText = unmask(parts[at] ?? '').trim();
  const [actorText = '', ...extra] = parts.slice(at + 1);
  if (extra.join(':').trim() !== '') {
    const ignored = unmask(extra.join(':')).trim();
    report('extra-part', show(ignored));
    comments.push(ignored);
  }

  const score = readScore(scoreText);
  if (scoreText === '') report('score-missing', show(name));
  else if (score === undefined) report('score-not-a-number', show(scoreText));
  const kept = score === undefined ? undefined : Math.min(MOST_SCORE, Math.max(LEAST_SCORE, score));
  if (kept !== score) report('score-range', scoreText, String(kept));

  const aside = actorText.indexOf('%%');
  if (aside >= 0) {
    const before = inText(unmask(actorText.slice(0, aside).split(',').at(-1) ?? ''));
    report('comment-in-actor', show(before), show(unmask(actorText.split(',').at(-1) ?? '')));
    comments.push(unmask(actorText.slice(aside + 2)).trim());
  }
  const actors = readActors(
    (aside < 0 ? actorText : actorText.slice(0, aside)).split(',').map((actor) => inText(unmask(actor))),
    report,
  );
  return {
    task: { name, actors, ...(kept !== undefined && { score: kept }) },
    comments: comments.filter((comment) => comment !== ''),
    problems,
  };
}

/** Whether a line can be a task at all: a name and a number after some colon. */
export function looksLikeTask(text: string): boolean {
  const parts = text.split(':');
  return (
    parts.length > 1 &&
    (parts[0] ?? '').trim() !== '' &&
    readScore((parts[scoreIndex(parts)] ?? '').trim()) !== undefined
  );
}

/** Which part is the score: the second, unless that is none and a later one is. */
function scoreIndex(parts: readonly string[]): number {
  if (readScore((parts[1] ?? '').trim()) !== undefined || (parts[1] ?? '').trim() === '') return 1;
  const last = parts.findLastIndex((part) => readScore(part.trim()) !== undefined);
  return last > 1 ? last : 1;
}

/** As JavaScript reads a number, which is what Mermaid does; nothing is no number here. */
function readScore(text: string): number | undefined {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return undefined;
  const score = Number(text);
  return Number.isFinite(score) ? score : undefined;
}

function readActors(
  written: readonly string[],
  report: (code: MermaidCode, ...facts: readonly string[]) => void,
): readonly string[] {
  // Nothing after the colon, or no colon, means nobody.
  if (written.length === 1 && written[0] === '') return [];
  const actors = new Set<string>();
  for (const actor of written) {
    if (actor === '') report('empty-actor');
    else if (actors.has(actor)) report('duplicate-actor', show(actor));
    else actors.add(actor);
  }
  return [...actors];
}

/** A text as Mermaid shows it: a `<br>` is a line break, and space at the ends is not seen. */
export function inText(text: string): string {
  return text
    .split(/<br\s*\/?>/i)
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

/** A text in the middle of a message. */
export function show(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${Array.from(line).slice(0, 59).join('')}…` : line;
}
