import type { LangiumDocument } from 'langium';
import { type Finding, SEVERITIES, type Subject } from '../model/finding.ts';
import { type Model, ownJourneys } from '../model/model.ts';
import { comparePositions, type Place, type Range } from '../model/place.ts';
import type * as ast from './generated/ast.ts';
import { resolveImport } from './imports.ts';
import { indexOf } from './workspace/index-manager.ts';
import type { LinkProblem } from './linking/problem.ts';
import { linkProblems } from './linking/link-problems.ts';
import { modelOf } from './lowering/model-of.ts';
import type { StructureProblem } from './structure/problem.ts';
import { structureProblems } from './structure/structure-problems.ts';
import { type SyntaxCode, type SyntaxProblem, syntaxProblems } from './syntax-problems.ts';

type Problem = SyntaxProblem | LinkProblem | StructureProblem;

/**
 * Everything that is wrong with how a document is written, in the order of the text: its form, its names and imports, its
 * statements. One mistake is one finding: what only follows from a mistake of form, or is the same thing said again, is
 * left out. The document must be linked.
 */
export function problemsOf(document: LangiumDocument<ast.JourneyFile>): readonly Finding[] {
  const syntax = syntaxProblems(document);
  const garbled = linesOf(syntax.filter(({ code }) => GARBLES[code]));
  const others = [...linkProblems(document), ...structureProblems(document)].filter(
    ({ range }) => !garbled.has(range.start.line) && !garbled.has(range.end.line),
  );
  const problems = withoutRepeats([...syntax, ...others]);
  if (problems.length === 0) return [];
  const uri = document.uri.toString();
  const subjectAt = subjects(modelOf(document));
  return problems.map((problem) => findingOf(problem, uri, subjectAt));
}

/**
 * Whether what is to be said about a document depends on files that it does not import: where an unknown name could be imported
 * from, what a mistyped import may mean. The document must be linked.
 */
export function dependsOnOthers(document: LangiumDocument<ast.JourneyFile>): boolean {
  const index = indexOf(document);
  const uri = document.uri.toString();
  return (
    document.references.some(({ error }) => error !== undefined) ||
    document.parseResult.value.imports.some(({ path }) => {
      const target = resolveImport(uri, path ?? '');
      return target === undefined || !index.isLoaded(target);
    })
  );
}

/** Whether a mistake of form leaves its line in doubt. A brace that is missing does not. */
const GARBLES: Readonly<Record<SyntaxCode, boolean>> = {
  'unterminated-string': true,
  'unterminated-comment': true,
  'stray-character': true,
  'merge-conflict': true,
  'unclosed-block': false,
  'missing-brace': false,
  'unexpected-brace': false,
  'unknown-keyword': true,
  'misplaced-statement': true,
  'missing-value': true,
  'missing-word': true,
  'unexpected-text': true,
};

function linesOf(problems: readonly Problem[]): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { range } of problems) {
    for (let line = range.start.line; line <= range.end.line; line++) lines.add(line);
  }
  return lines;
}

/** In the order of the text; of several problems with the same words, only the first kind that was looked for. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  const first = problems.filter(({ range: { start, end } }) => {
    const words = `${start.line}:${start.character}-${end.line}:${end.character}`;
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
  return first.toSorted(
    (a, b) =>
      comparePositions(a.range.start, b.range.start) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}

function findingOf(problem: Problem, uri: string, subjectAt: (range: Range) => Subject): Finding {
  const { code, severity, message, help, range, related, fixes } = problem;
  const tags = 'tags' in problem ? problem.tags : undefined;
  return {
    code,
    severity,
    message,
    help,
    place: { uri, range },
    related,
    fixes,
    subject: subjectAt(range),
    personas: [],
    ...(tags === undefined ? {} : { tags }),
  };
}

/** Finds the journey, the stage and the touchpoint in which something stands. */
function subjects(model: Model): (range: Range) => Subject {
  const journeys = ownJourneys(model);
  return (range) => {
    const journey = holding(journeys, range);
    const stage = journey && holding(journey.stages, range);
    const touchpoint = stage && holding(stage.touchpoints, range);
    return {
      ...(journey === undefined ? {} : { journey: journey.key }),
      ...(stage === undefined ? {} : { stage: stage.key }),
      ...(touchpoint === undefined ? {} : { touchpoint: touchpoint.key }),
    };
  };
}

/** The block in which the range lies; the blocks stand one after the other. */
function holding<T extends { readonly extent: Place }>(blocks: readonly T[], { start, end }: Range): T | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const block = blocks[middle];
    if (block !== undefined && comparePositions(block.extent.range.start, start) <= 0) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low - 1];
  return block !== undefined && comparePositions(end, block.extent.range.end) <= 0 ? block : undefined;
}
