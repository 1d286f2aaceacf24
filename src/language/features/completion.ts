import { type AstNode, GrammarAST } from 'langium';
import type { Locale } from '../../model/text.ts';
import type * as ast from '../generated/ast.ts';
import type { JourneyDocument, JourneyWorkspace } from '../journey-workspace.ts';
import { type Configuration, afterTokens } from '../parser/configuration.ts';
import { scan } from '../parser/scanner.ts';
import type { Syntax } from '../parser/syntax.ts';
import { INLINE, type Token } from '../parser/token-types.ts';
import type { Transition } from '../parser/transitions.ts';
import { Blocks } from '../repair/blocks.ts';
import { expectedOf } from '../repair/expected.ts';
import { visibleDeclarations } from '../scope-provider.ts';
import { names, type Sought } from '../scope-resolver.ts';

/** Something that can be written at a place. */
export interface Proposal {
  readonly kind: 'keyword' | 'name';
  readonly text: string;
  /** The type of the declaration that a name stands for. */
  readonly type?: string;
  /** What a name is called, in the language asked for. */
  readonly title?: string;
  /** What else there is to know: the face and value of an emotion. */
  readonly detail?: string;
  /** The same with its required parts, in the syntax of LSP's snippets. */
  readonly snippet?: string;
}

export interface Proposals {
  /** Where the word begins that is being written; it ends at the place. */
  readonly start: number;
  /** The likeliest first. */
  readonly items: readonly Proposal[];
}

/** What can be written at an offset: keywords that the grammar takes there, and names that are visible there. */
export function proposalsAt(
  { journey }: JourneyWorkspace,
  document: JourneyDocument,
  offset: number,
  locale: Locale,
): Proposals {
  const { Syntax: syntax, Lexer: lexer } = journey.parser;
  const text = document.textDocument.getText();
  const start = offset - (/[\p{L}\p{N}\p{M}_]*$/u.exec(text.substring(0, offset))?.[0].length ?? 0);
  if (isInsideText(text, offset, syntax)) return { start, items: [] };
  const before = text.substring(0, start);
  const { tokens } = lexer.tokenize(before, { mode: 'partial' });
  const read = afterTokens(syntax.start, tokens as Token[], 0, tokens.length);
  if (read === undefined) return { start, items: [] };
  if (/(?:^|[\r\n])[^\S\r\n]*$/.test(before)) return { start, items: statements(read, syntax) };
  const ways = read.inStatement;
  return { start, items: [...nameProposals(ways, document, offset, locale), ...wordProposals(ways, syntax)] };
}

/** Strings and comments are the author's. */
function isInsideText(text: string, offset: number, syntax: Syntax): boolean {
  const { tokens, hidden } = scan(text, syntax);
  const { STRING, SL_COMMENT } = syntax.kinds;
  const holds = ({ startOffset, endOffset, tokenType }: Token): boolean =>
    startOffset < offset && offset <= (tokenType === SL_COMMENT ? endOffset + 1 : endOffset);
  return tokens.some((token) => token.tokenType === STRING && holds(token)) || hidden.some(holds);
}

function statements(read: Configuration, syntax: Syntax): readonly Proposal[] {
  const { block } = read;
  if (block === undefined) return [];
  const blocks = new Blocks(syntax);
  return blocks.keywordsOf(block).map((text) => {
    const keyword = syntax.kinds.keywords.get(text);
    const after = keyword && blocks.startOf(block)?.over(keyword.hard)?.to;
    return { kind: 'keyword', text, snippet: text + (after === undefined ? '' : requiredParts(after, syntax)) };
  });
}

/** Most statements need one or two values; a block is offered where it is what the statement is for. */
const MOST_PARTS = 6;

function requiredParts(after: Configuration, syntax: Syntax): string {
  let parts = '';
  let now = after;
  for (let stop = 1; stop <= MOST_PARTS && now.block === undefined; stop++) {
    const [way] = now.inStatement;
    if (way === undefined) break;
    parts += ` ${placeholder(way, stop)}`;
    now = syntax.configurations.of([way.read.target]);
  }
  return parts;
}

function placeholder({ read }: Transition, stop: number): string {
  if (GrammarAST.isKeyword(read.element)) return read.element.value.replace('{', '{\n\t$0\n');
  const { example } = expectedOf([read]);
  const inner = example.replaceAll('"', '').replaceAll(/[\\$}]/g, '\\$&');
  return example.startsWith('"') ? `"\${${stop}:${inner}}"` : `\${${stop}:${inner}}`;
}

function wordProposals(ways: readonly Transition[], syntax: Syntax): readonly Proposal[] {
  const words = ways.flatMap(({ read: { element } }) => {
    if (GrammarAST.isKeyword(element)) return syntax.kinds.keywords.has(element.value) ? element.value : [];
    const rule = GrammarAST.isRuleCall(element) ? element.rule.$refText : '';
    return rule.startsWith(INLINE) ? rule.slice(INLINE.length).toLowerCase() : [];
  });
  return [...new Set(words)].map((text) => ({ kind: 'keyword', text }));
}

function nameProposals(
  ways: readonly Transition[],
  document: JourneyDocument,
  offset: number,
  locale: Locale,
): readonly Proposal[] {
  const place = placeAt(document, offset);
  const visible = visibleDeclarations(document);
  const proposals = new Map<string, Proposal>();
  for (const sought of new Set(ways.flatMap(soughtBy))) {
    for (const { name, node } of names(visible, place, sought)) {
      if (!proposals.has(name)) proposals.set(name, proposalOf(name, node, locale));
    }
  }
  return [...proposals.values()];
}

/** What kind of declaration a name stands for there; the reference itself, or the one that a qualified name begins. */
function soughtBy({ read: { element }, actions }: Transition): readonly Sought[] {
  if (GrammarAST.isCrossReference(element)) return [element.type.$refText as Sought];
  const last = actions.at(-1);
  const call = last?.does === 'enter' ? last.call.element : undefined;
  return GrammarAST.isCrossReference(call) ? [call.type.$refText as Sought] : [];
}

function proposalOf(text: string, node: ast.Named, locale: Locale): Proposal {
  const title = (locale === 'ja' ? node.labelJa : node.labelEn) ?? node.label;
  const { face = '', value = '' } = node.$type === 'Emotion' ? (node as ast.Emotion) : {};
  const detail = `${face} ${value}`.trim();
  return {
    kind: 'name',
    text,
    type: node.$type,
    ...(title === undefined ? {} : { title }),
    ...(detail === '' ? {} : { detail }),
  };
}

/** The innermost block around an offset. */
function placeAt({ parseResult: { value: root } }: JourneyDocument, offset: number): AstNode {
  const around = <T extends AstNode>(nodes: readonly T[]): T | undefined =>
    nodes.findLast(({ $cstNode }) => $cstNode !== undefined && $cstNode.offset <= offset && offset <= $cstNode.end);
  const declaration = around(root.declarations);
  if (declaration?.$type !== 'Journey') return declaration ?? root;
  const stage = around(declaration.stages);
  return (stage && around(stage.touchpoints)) ?? stage ?? declaration;
}
