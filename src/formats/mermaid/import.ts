import type { Imported, ImportProblem } from '../import/imported.ts';
import { Ids } from '../journey-text/ids.ts';
import { block, comment, journeyText, quoted, type Statement } from '../journey-text/statements.ts';
import { type Diagram, SCORE_OF_NEUTRAL, type Section, type Task } from './diagram.ts';
import { mermaidFences } from './fences.ts';
import { isMermaidJourney, readDiagram } from './read-diagram.ts';

/**
 * A journey file from a Mermaid file, or from all Mermaid journeys of a Markdown file. Sections become stages, tasks
 * touchpoints, actors personas, and scores feelings.
 *
 * @returns undefined when there is no Mermaid journey in it
 */
export function importMermaid(source: string, kind: 'mermaid' | 'markdown'): Imported | undefined {
  const sources = kind === 'mermaid' ? [{ text: source, line: 1 }] : mermaidFences(source);
  const read = sources.filter(({ text }) => isMermaidJourney(text)).map(({ text, line }) => readDiagram(text, line));
  if (read.length === 0) return undefined;
  const ids = new Ids();
  const actors = new Map<string, string>();
  for (const { diagram } of read) {
    for (const actor of actorsOf(diagram)) {
      if (!actors.has(actor)) actors.set(actor, ids.make(actor, 'Actor'));
    }
  }
  const people = [...actors].map(([actor, id]) => `persona ${id} ${quoted(actor)}`);
  const journeys = read.flatMap(({ diagram }) => journeyOf(diagram, actors, ids));
  const problems: readonly ImportProblem[] = read.flatMap((one) => one.problems);
  return { text: journeyText([...people, ...journeys]), problems };
}

function actorsOf({ sections }: Diagram): ReadonlySet<string> {
  return new Set(sections.flatMap(({ tasks }) => tasks.flatMap(({ actors }) => actors)));
}

function journeyOf(diagram: Diagram, actors: ReadonlyMap<string, string>, ids: Ids): readonly Statement[] {
  const { title, spokenTitle, description, comments, sections } = diagram;
  const everybody = actorsOf(diagram);
  const names = (of: Iterable<string>): string => [...of].map((actor) => actors.get(actor) ?? actor).join(', ');
  const head = `journey ${ids.make(title ?? '', 'Journey')}${title === undefined ? '' : ` ${quoted(title)}`}`;
  const body = [
    ...(everybody.size > 0 ? [`for ${names(everybody)}`] : []),
    ...(description === undefined || description === '' ? [] : [`scenario ${quoted(description)}`]),
    ...(spokenTitle === undefined || spokenTitle === title ? [] : [`note ${quoted(spokenTitle)}`]),
    ...sections.map((section) => stageOf(section, everybody, names, ids)),
  ];
  return [...comments.flatMap((text) => comment(text)), block(head, body)];
}

function stageOf(
  { title, tasks }: Section,
  everybody: ReadonlySet<string>,
  names: (of: Iterable<string>) => string,
  ids: Ids,
): Statement {
  const head = `stage ${ids.make(title ?? '', 'Stage')}${title === undefined ? '' : ` ${quoted(title)}`}`;
  return block(
    head,
    tasks.map(({ name, score, actors }: Task) => {
      // Nobody in particular is everybody.
      const some = actors.length > 0 && actors.length < everybody.size ? ` for ${names(actors)}` : '';
      const feeling = score === undefined ? [] : [`feels ${signed(score - SCORE_OF_NEUTRAL)}`];
      return block(`touchpoint ${ids.make(name, 'Touchpoint')} ${quoted(name)}${some}`, feeling);
    }),
  );
}

function signed(value: number): string {
  // What JavaScript makes of 3.1 - 3 is not what anybody has written.
  const rounded = Number(value.toFixed(6));
  return rounded > 0 ? `+${rounded}` : String(rounded);
}
