import { type AstNode, type AstReflection, createParser, LangiumParser } from 'langium';
import type { LangiumCoreServices, PropertyType } from 'langium';
import { JourneyLanguageAstReflection } from './generated/ast.ts';

/**
 * Langium's parser, with lean nodes: the lists of a node that hold nothing are shared.
 *
 * A touchpoint has some eighty kinds of statement and uses ten. Langium gives each node an own empty array for each of
 * its lists, and every later walk over the tree visits them all; that was half of the time of parsing and a third of the
 * memory. Here the empty lists are one frozen array on a prototype per node type: reading `node.channels` works as
 * always, walking over a node sees only what was written.
 */
export function createJourneyParser(services: LangiumCoreServices): LangiumParser {
  const parser = new LangiumParser(services);
  const internals = parser as unknown as ParserInternals;
  const construct = internals.construct.bind(parser);
  // Private in Langium, but the one place where a node is complete and not yet linked. A test holds the effect.
  internals.construct = () => {
    const node = construct();
    if (isNode(node)) Object.setPrototypeOf(node, emptyListsOf(node.$type));
    return node;
  };
  createParser(services.Grammar, parser, services.parser.Lexer.definition);
  parser.finalize();
  return parser;
}

interface ParserInternals {
  construct: () => unknown;
}

/** The generated reflection without the lists, whose default the prototypes give: the parser asks it once per node. */
export class LeanReflection extends JourneyLanguageAstReflection {
  private readonly lean = new Map<string, TypeMetaData>();

  override getTypeMetaData(type: string): TypeMetaData {
    const known = this.lean.get(type);
    if (known !== undefined) return known;
    const full = super.getTypeMetaData(type);
    const single = Object.entries(full.properties).filter(([, { defaultValue }]) => !Array.isArray(defaultValue));
    const metaData = { ...full, properties: Object.fromEntries(single) };
    this.lean.set(type, metaData);
    return metaData;
  }
}

type TypeMetaData = ReturnType<AstReflection['getTypeMetaData']>;

const nothing: readonly PropertyType[] = Object.freeze([]);
const reflection = new JourneyLanguageAstReflection();
const prototypes = new Map<string, object>();

function emptyListsOf(type: string): object {
  const known = prototypes.get(type);
  if (known !== undefined) return known;
  const lists: Record<string, readonly PropertyType[]> = {};
  for (const { name, defaultValue } of Object.values(reflection.getTypeMetaData(type).properties)) {
    if (Array.isArray(defaultValue)) lists[name] = nothing;
  }
  prototypes.set(type, lists);
  return lists;
}

function isNode(value: unknown): value is AstNode {
  return typeof value === 'object' && value !== null && '$type' in value;
}
