// Colours for editors that colour by patterns: a TextMate grammar with the keywords of the language's own grammar.
import { type AstNode, AstUtils, GrammarAST } from 'langium';
import { JourneyLanguageGrammar } from '../../src/language/generated/grammar.ts';

const file = 'extension/syntaxes/journey.tmLanguage.json';

/** Letters, marks, digits, the underline and the middle dot, as in parser/characters.ts. */
const idPart = '[\\p{L}\\p{M}\\p{N}_・]';
const id = `[\\p{L}_]${idPart}*`;

export async function generateTextMate(): Promise<ReadonlyMap<string, string>> {
  const { declaring, others } = keywords();
  const inline = [...others, ...INLINE].filter((word) => !NAMES.has(word));
  const grammar = {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    name: 'Customer Journey',
    scopeName: 'source.journey',
    patterns: [
      { include: '#comment' },
      { include: '#conflict' },
      {
        // A word that begins a line begins a statement; a declaration is followed by the name of what it declares.
        match: `^\\s*(${words(declaring)})[^\\S\\r\\n]+(${id})`,
        captures: { 1: { name: 'keyword.declaration.journey' }, 2: { name: 'entity.name.type.journey' } },
      },
      {
        match: `^\\s*(${words([...declaring, ...others])})(?!${idPart})`,
        captures: { 1: { name: 'keyword.other.journey' } },
      },
      { include: '#string' },
      { match: '->|→', name: 'keyword.operator.arrow.journey' },
      { include: '#number' },
      {
        match: `(:)\\s*(${id})`,
        captures: { 1: { name: 'punctuation.separator.journey' }, 2: { name: 'constant.language.journey' } },
      },
      { match: `(?<!${idPart})(?:${words(inline)})(?!${idPart})`, name: 'keyword.control.journey' },
      { match: id, name: 'variable.other.journey' },
    ],
    repository: {
      comment: {
        patterns: [
          { begin: '/\\*\\*(?!/)', end: '\\*/', name: 'comment.block.documentation.journey' },
          { begin: '/\\*', end: '\\*/', name: 'comment.block.journey' },
          {
            match: '(//\\s*)(journey-ignore)(?:\\s+([\\w-]+))?(.*)$',
            name: 'comment.line.journey',
            captures: { 2: { name: 'keyword.control.ignore.journey' }, 3: { name: 'entity.name.tag.journey' } },
          },
          { match: '//.*$', name: 'comment.line.journey' },
        ],
      },
      conflict: { match: '^(<{7}|={7}|>{7}|\\|{7})(?=\\s|$).*$', name: 'invalid.illegal.journey' },
      string: {
        patterns: [
          { begin: '"""', end: '"""', name: 'string.quoted.triple.journey' },
          {
            begin: '"',
            end: '"|$',
            name: 'string.quoted.double.journey',
            patterns: [{ match: '\\\\.', name: 'constant.character.escape.journey' }],
          },
        ],
      },
      number: {
        patterns: [
          { match: '[0-9０-９]{4}-[0-9０-９]{1,2}(-[0-9０-９]{1,2})?', name: 'constant.numeric.date.journey' },
          {
            match: '[0-9０-９]{1,2}[:：][0-9０-９]{2}(\\s*[-〜～~]\\s*[0-9０-９]{1,2}[:：][0-9０-９]{2})?',
            name: 'constant.numeric.hours.journey',
          },
          {
            match: `(?<!${idPart})([-+−]?[0-9０-９][0-9０-９,.]*)\\s*([%％]|\\p{L}+)?`,
            captures: { 1: { name: 'constant.numeric.journey' }, 2: { name: 'keyword.other.unit.journey' } },
          },
        ],
      },
    },
  };
  return new Map([[file, JSON.stringify(grammar)]]);
}

/** Keywords that the grammar has under other names where they stand inside a line. */
const INLINE = ['for', 'on', 'by', 'end', 'explains', 'fact', 'optional', 'owner', 'solves', 'status'];

/** Words that are names much more often than keywords where they stand inside a line. */
const NAMES: ReadonlySet<string> = new Set(['data', 'value', 'age', 'image', 'kind', 'name', 'share', 'at', 'in']);

interface Keywords {
  /** Those that a name follows. */
  readonly declaring: readonly string[];
  readonly others: readonly string[];
}

function keywords(): Keywords {
  const declaring = new Set<string>();
  const all = new Set<string>();
  for (const node of AstUtils.streamAllContents(JourneyLanguageGrammar())) {
    if (!GrammarAST.isKeyword(node) || !/^\p{L}/u.test(node.value)) continue;
    all.add(node.value);
    const next = siblings(node.$container)?.[(node.$containerIndex ?? 0) + 1];
    if (GrammarAST.isAssignment(next) && next.feature === 'name') declaring.add(node.value);
  }
  return {
    declaring: [...declaring].toSorted(),
    others: [...all].filter((word) => !declaring.has(word)).toSorted(),
  };
}

function siblings(container: AstNode): readonly AstNode[] | undefined {
  return GrammarAST.isGroup(container) ? container.elements : undefined;
}

/** Longest first: the first that fits counts. */
function words(list: readonly string[]): string {
  return [...new Set(list)].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
}
