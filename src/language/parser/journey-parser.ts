import type { AstNode, LangiumCoreServices, LexingReport, ParseResult } from 'langium';
import { withOneMeaning } from '../repair/conflicts.ts';
import type { Problem } from '../repair/problem.ts';
import { repair } from '../repair/repair.ts';
import { scanProblem } from '../repair/scan-messages.ts';
import { NodeTypes } from './node-types.ts';
import { reread } from './reread.ts';
import type { Scanned } from './rescan.ts';
import { type Scan, scan } from './scanner.ts';
import type { Syntax } from './syntax.ts';
import type { Token } from './token.ts';
import { type Tree, TreeBuilder } from './tree-builder.ts';

/** What a parse result carries besides the tree. */
export interface SyntaxReport extends LexingReport {
  /** What is wrong with the form of the text, in its order. */
  readonly problems: readonly Problem[];
  /** All names that refer to something, in its order. */
  readonly references: Tree['references'];
  /** What it consists of, from which a changed text can be read with less work; missing when something was mended. */
  readonly scanned: Scanned | undefined;
  /** Whether parts of it may have stood in a tree before, and may do so again: somebody is changing the text. */
  readonly isReread: boolean;
}

/**
 * Turns text into a syntax tree. Takes the place of Langium's parser.
 *
 * Never fails: what does not fit the grammar is mended and reported. A text that fits is not touched by the repair.
 */
export class JourneyParser {
  private readonly services: ConstructorParameters<typeof TreeBuilder>[3];

  constructor(services: LangiumCoreServices & { readonly parser: { readonly Syntax: Syntax } }) {
    this.services = {
      syntax: services.parser.Syntax,
      nodeTypes: new NodeTypes(services.shared.AstReflection),
      converter: services.parser.ValueConverter,
      linker: services.references.Linker,
    };
  }

  parse<T extends AstNode>(text: string): ParseResult<T> {
    const scanned = withOneMeaning(scan(text, this.services.syntax));
    const problems = scanned.problems.map((problem) => scanProblem(problem, text));
    const built = this.build(text, scanned.tokens, scanned.hidden);
    if (built !== undefined && problems.length === 0) {
      return resultOf(built, [], { text, tokens: scanned.tokens, hidden: scanned.hidden });
    }
    const tree = built ?? this.buildRepaired(text, scanned, problems);
    problems.sort((a, b) => a.start - b.start);
    return resultOf(tree, problems, undefined);
  }

  /**
   * The same for a text that has changed, with less work, as most of it is as it was. What was made of the earlier text becomes
   * part of what is made of this one and must not be used any more.
   */
  parseAgain<T extends AstNode>(text: string, earlier: ParseResult<T>): ParseResult<T> {
    const report = syntaxReportOf(earlier);
    if (report?.scanned === undefined) return this.parse(text);
    const { scanned, references } = report;
    const again = reread({ scanned, references }, text, this.services);
    return again === undefined ? this.parse(text) : resultOf(again.tree, [], again.scanned, true);
  }

  private build(text: string, tokens: readonly Token[], hidden: readonly Token[]): Tree | undefined {
    const built = new TreeBuilder(text, tokens, hidden, this.services).build();
    return 'tree' in built ? built : undefined;
  }

  private buildRepaired(text: string, { tokens, hidden, problems: found }: Scan, problems: Problem[]): Tree {
    const repaired = repair(text, tokens, this.services.syntax, linesOf(found));
    for (const problem of repaired.problems) problems.push(problem);
    const left = [...hidden, ...repaired.dropped].toSorted((a, b) => a.startOffset - b.startOffset);
    const tree = this.build(text, repaired.tokens, left);
    if (tree === undefined) throw new Error('The repair has made tokens that the grammar does not accept');
    return tree;
  }
}

/** What a parse result carries, unless another parser than ours has made it. */
export function syntaxReportOf({ lexerReport }: ParseResult): SyntaxReport | undefined {
  return lexerReport !== undefined && 'problems' in lexerReport ? (lexerReport as SyntaxReport) : undefined;
}

function resultOf<T extends AstNode>(
  { tree, references }: Tree,
  problems: readonly Problem[],
  scanned: Scanned | undefined,
  isReread = false,
): ParseResult<T> {
  const report: SyntaxReport = { diagnostics: [], problems, references, scanned, isReread };
  return {
    // Whoever asks for a tree of this language knows the type of its root; Langium leaves it open.
    value: tree as T,
    parserErrors: [],
    lexerErrors: problems.map(({ message, start, end, line, column }) => ({
      offset: start,
      length: end - start,
      line,
      column,
      message: message.en,
    })),
    lexerReport: report,
  };
}

/** The lines on which something has been found. A conflict is not a mistake of the lines that it stands between. */
function linesOf(found: Scan['problems']): ReadonlySet<number> {
  return new Set(found.filter(({ kind }) => kind !== 'merge-conflict').map(({ line }) => line));
}
