// The statements of the language as people write them, read from the grammar.
import { GrammarAST } from 'langium';
import { JourneyLanguageGrammar } from '../../../src/language/generated/grammar.ts';
import { PROPERTY_RULES, type PropertyRule } from '../../../src/language/structure/properties.ts';

export interface Statement {
  /** The keyword it begins with, and the rule of the grammar in which that keyword stands. */
  readonly word: string;
  readonly rule: string;
  /** What is written, with placeholders in capitals. */
  readonly syntax: string;
  /** Properties of it that take words, as the grammar calls them. */
  readonly words: readonly WordProperty[];
}

export interface WordProperty {
  readonly type: string;
  readonly feature: string;
  /** The keyword or sign before the word. */
  readonly after: string;
}

export interface Declaration extends Statement {
  /** The statements of its block, in the groups that the grammar makes; none where it has no block. */
  readonly groups: readonly (readonly Statement[])[];
}

/** Everything that can be declared: what stands at the top of a file, then the parts of a journey. */
export function declarations(): readonly Declaration[] {
  const top = alternativesOf(parserRule('Declaration').definition).map(ruleNameOf);
  return [...top, 'Stage', 'Touchpoint'].map(declarationOf);
}

function declarationOf(name: string): Declaration {
  const { definition } = parserRule(name);
  const groups = blockOf(definition).map((group) => group.flatMap((each) => statementsOf(each, name)));
  return { ...statementOf(definition, name), groups };
}

/** What stands at the top of a file besides the declarations. */
export function importStatement(): Statement {
  return statementOf(parserRule('Import').definition, 'Import');
}

type Element = GrammarAST.AbstractElement;

const { rules, types } = JourneyLanguageGrammar();

function parserRule(name: string): GrammarAST.ParserRule {
  const rule = rules.find((each) => each.name === name);
  if (rule === undefined || !GrammarAST.isParserRule(rule)) throw new Error(`The grammar has no rule ${name}`);
  return rule;
}

function partsOf(element: Element): readonly Element[] {
  return GrammarAST.isGroup(element) ? element.elements : [element];
}

function alternativesOf(element: Element): readonly Element[] {
  return GrammarAST.isAlternatives(element) ? element.elements : [element];
}

function ruleNameOf(element: Element): string {
  return GrammarAST.isRuleCall(element) ? element.rule.$refText : '';
}

/** What stands between the braces: alternatives of alternatives are groups of statements that belong together. */
function blockOf(definition: Element): readonly (readonly Element[])[] {
  const block = partsOf(definition).find(isBlock);
  const body = block === undefined ? [] : partsOf(block).slice(1, -1).flatMap(alternativesOf);
  return body.some(GrammarAST.isAlternatives) ? body.map(alternativesOf) : body.length === 0 ? [] : [body];
}

function isBlock(element: Element): boolean {
  const [first] = partsOf(element);
  return GrammarAST.isGroup(element) && GrammarAST.isKeyword(first) && first.value === '{';
}

/** One line of a block. What goes on in quite different ways, such as `on`, is several statements. */
function statementsOf(element: Element, rule: string): readonly Statement[] {
  const parts = partsOf(element);
  const [first, second] = parts;
  if (GrammarAST.isAssignment(first) && parts.length === 1 && !calledRule(first)) {
    return alternativesOf(first.terminal).map((word) => statementOf(word, rule));
  }
  if (GrammarAST.isKeyword(first) && parts.length === 2 && second !== undefined && isChoice(second)) {
    return alternativesOf(second).map((way) => after(first.value, statementOf(way, rule)));
  }
  return [statementOf(element, rule)];
}

/** What begins with no keyword of its own is known by the one before it. */
function after(keyword: string, { word, rule, syntax, words }: Statement): Statement {
  return { word: word === '' ? keyword : word, rule, syntax: `${keyword} ${syntax}`, words };
}

function isChoice(element: Element): boolean {
  return GrammarAST.isAlternatives(element) && element.cardinality === undefined;
}

function statementOf(element: Element, rule: string): Statement {
  const words: WordProperty[] = [];
  const syntax = bare(element, { rule, words, after: '' });
  return { ...beginning(element, rule), syntax, words };
}

function beginning(element: Element, rule: string): Pick<Statement, 'word' | 'rule'> {
  const first = partsOf(element).find((part) => !GrammarAST.isAction(part));
  if (GrammarAST.isKeyword(first)) return { word: first.value, rule };
  const called = first === undefined ? undefined : calledRule(first);
  return called === undefined ? { word: '', rule } : beginning(called.definition, called.name);
}

/** The rule that an assignment gets its value from, if that makes a node. */
function calledRule(element: Element): GrammarAST.ParserRule | undefined {
  const call = GrammarAST.isAssignment(element) ? element.terminal : element;
  const rule = GrammarAST.isRuleCall(call) ? rules.find(({ name }) => name === ruleNameOf(call)) : undefined;
  return rule !== undefined && GrammarAST.isParserRule(rule) && rule.dataType === undefined ? rule : undefined;
}

interface Place {
  readonly rule: string;
  readonly words: WordProperty[];
  /** The sign before. */
  readonly after: string;
  readonly assignment?: GrammarAST.Assignment;
}

function written(element: Element, place: Place): string {
  const text = bare(element, place);
  if (GrammarAST.isAlternatives(element) && element.cardinality === '*') return text;
  const optional = element.cardinality === '?' || element.cardinality === '*';
  return optional && text !== '' && !text.startsWith('{') && !text.startsWith('[') ? `[${text}]` : text;
}

function bare(element: Element, place: Place): string {
  if (GrammarAST.isKeyword(element)) return element.value;
  if (GrammarAST.isAssignment(element)) return bare(element.terminal, { ...place, assignment: element });
  if (GrammarAST.isCrossReference(element)) return placeholder(element.type.$refText);
  if (GrammarAST.isAlternatives(element)) {
    const each = element.elements.map((way) => written(way, place));
    return element.cardinality === '*'
      ? each.map((way) => `[${way}]`).join(' ')
      : `(${[...new Set(each)].join(' | ')})`;
  }
  if (GrammarAST.isRuleCall(element)) return callOf(element, place);
  if (isBlock(element)) return '{ … }';
  return GrammarAST.isGroup(element) ? sequence(element.elements, place) : '';
}

function sequence(parts: readonly Element[], place: Place): string {
  let text = '';
  let before = place.after;
  for (const part of parts) {
    if (isRepetition(part)) {
      text += ', …';
      continue;
    }
    const next = written(part, { ...place, after: before });
    if (next === '') continue;
    text += text === '' ? next : ` ${next}`;
    before = GrammarAST.isKeyword(part) ? part.value : (inlineWord(part) ?? before);
  }
  return text;
}

/** `(',' X)*`, the rest of a list. */
function isRepetition(element: Element): boolean {
  const [first] = partsOf(element);
  return element.cardinality === '*' && GrammarAST.isKeyword(first) && first.value === ',';
}

const inline = 'INLINE_';

/** The keyword that an INLINE_ terminal stands for. */
function inlineWord(element: Element): string | undefined {
  const name = ruleNameOf(element);
  return name.startsWith(inline) ? name.slice(inline.length).toLowerCase() : undefined;
}

function callOf(call: GrammarAST.RuleCall, place: Place): string {
  const word = inlineWord(call);
  if (word !== undefined) return word;
  const name = ruleNameOf(call);
  if (name === 'Title') return '["TITLE"]';
  const rule = rules.find((each) => each.name === name);
  if (rule !== undefined && GrammarAST.isParserRule(rule) && rule.dataType === undefined) {
    return written(rule.definition, { rule: rule.name, words: place.words, after: place.after });
  }
  return value(name, place);
}

/** What a terminal of the grammar is called for the property that it goes to. */
function value(terminal: string, { rule, words, after: sign, assignment }: Place): string {
  const feature = assignment?.feature ?? '';
  const type = parserRule(rule).returnType?.$refText ?? rule;
  switch (terminal) {
    case 'STRING':
      return '"TEXT"';
    case 'QUANTITY':
      return quantity(propertyRule(type, feature));
    case 'TextOrQuantity':
      return `("TEXT" | ${quantity(propertyRule(type, feature))})`;
    case 'ID':
      if (feature === 'name') return 'NAME';
      words.push({ type, feature, after: sign });
      return 'WORD';
    default:
      return terminal;
  }
}

export function propertyRule(type: string, feature: string): PropertyRule | undefined {
  const table: Readonly<Record<string, Readonly<Record<string, PropertyRule | undefined>> | undefined>> =
    PROPERTY_RULES;
  return table[type]?.[feature];
}

function quantity(rule: PropertyRule | undefined): string {
  const kinds = rule?.value?.kinds ?? [];
  if (kinds.length !== 1) return 'QUANTITY';
  const names = { duration: 'DURATION', money: 'MONEY', percentage: 'SHARE', points: 'POINTS', number: 'NUMBER' };
  return kinds.map((kind) => names[kind]).join('');
}

/** `Channel` → `CHANNEL`; a type that stands for several becomes all of them. */
function placeholder(type: string): string {
  const meant = types.find(({ name }) => name === type)?.type;
  const all = meant === undefined ? [] : GrammarAST.isUnionType(meant) ? meant.types : [meant];
  const names = all.flatMap((each) => (GrammarAST.isSimpleType(each) ? [each.typeRef?.$refText ?? ''] : []));
  if (names.length < 2) return (names[0] ?? type).toUpperCase();
  return `(${names.map((name) => name.toUpperCase()).join(' | ')})`;
}
