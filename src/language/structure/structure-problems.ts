import type { AstNode, LangiumDocument } from 'langium';
import type { Model } from '../../model/model.ts';
import { comparePositions } from '../../model/place.ts';
import type * as ast from '../generated/ast.ts';
import { modelOf } from '../lowering/model-of.ts';
import { isQuantity } from '../lowering/values.ts';
import { Composite } from '../parser/concrete-tree.ts';
import { checkBlock } from './block-checks.ts';
import { checkDateOrder, checkJourneys, checkOpposites, checkResults, checkScales } from './contradiction-checks.ts';
import { checkForm } from './form-checks.ts';
import type { StructureProblem } from './problem.ts';
import { PROPERTY_RULES, type PropertyRule } from './properties.ts';
import { checkRepeat } from './repeat-checks.ts';
import { checkSelfReferences, checkSharing } from './self-checks.ts';
import { checkPersonaShares, checkSplits, checkWaysOn } from './share-checks.ts';
import { Block, nodeOfPart, type Report, Statement } from './statement.ts';
import { checkValue } from './value-checks.ts';
import { checkWord } from './word-checks.ts';

/** Checks of what several statements say together. */
const relationChecks: readonly ((model: Model, report: Report) => void)[] = [
  checkWaysOn,
  checkPersonaShares,
  checkSplits,
  checkSharing,
  checkSelfReferences,
  checkOpposites,
  checkDateOrder,
  checkScales,
  checkJourneys,
  checkResults,
];

/**
 * What is wrong with the statements of a document, in the order of the text: values that cannot be, words that do not
 * exist, statements that contradict each other. The document must be linked.
 */
export function structureProblems(document: LangiumDocument<ast.JourneyFile>): readonly StructureProblem[] {
  const problems: StructureProblem[] = [];
  const report: Report = (problem) => {
    problems.push({ severity: 'error', related: [], fixes: [], ...problem });
  };
  const checked = { uri: document.uri.toString(), text: document.textDocument.getText() };
  new BlockCheck(problems, report).isSound(new Block(document.parseResult.value, undefined, checked));
  const model = modelOf(document);
  for (const check of relationChecks) check(model, report);
  return problems.toSorted((a, b) => comparePositions(a.range.start, b.range.start));
}

/** Checks each node by itself, from the outside to the inside. */
class BlockCheck {
  readonly #problems: readonly StructureProblem[];
  readonly #report: Report;

  /** @param problems what is reported */
  constructor(problems: readonly StructureProblem[], report: Report) {
    this.#problems = problems;
    this.#report = report;
  }

  /**
   * Whether nothing is wrong in a block, whatever stands around it. A touchpoint is found to be so once: when the text changes
   * elsewhere it remains in the tree, and need not be looked at again.
   */
  isSound(block: Block): boolean {
    const { node, source, document } = block;
    const before = this.#problems.length;
    checkStatements(block, this.#report);
    checkBlock(block, this.#report);
    let isSound = this.#problems.length === before && !dependsOnLinks(node);
    for (const part of source.parts) {
      const child = nodeOfPart(part, node);
      if (child === undefined || isKnownSound(child)) continue;
      if (!this.isSound(new Block(child, part, document))) isSound = false;
    }
    if (isSound && node.$type === 'Touchpoint') markSound(node);
    return isSound;
  }
}

/** What one name means can change although the text around it does not. */
function dependsOnLinks(node: AstNode): boolean {
  return node.$type === 'Feeling' && (node as ast.Feeling).value === undefined;
}

/** Whether a node is a touchpoint that was found sound. */
function isKnownSound({ $cstNode: text }: AstNode): boolean {
  return text instanceof Composite && text.isSound === true;
}

function markSound({ $cstNode: text }: AstNode): void {
  if (text instanceof Composite) text.isSound = true;
}

function checkStatements(block: Block, report: Report): void {
  const rules = PROPERTY_RULES[block.node.$type as keyof typeof PROPERTY_RULES] as PropertyRulesOfNode | undefined;
  if (rules === undefined) return;
  for (const part of block.source.parts) {
    const rule = rules[part.property];
    if (rule === undefined) continue;
    const statement = new Statement(block, part);
    if (rule.once !== undefined) checkRepeat(statement, rule.once, report);
    // What the parser has made up to get over a mistake is not the author's.
    if (part.node.length > 0) checkStatement(statement, rule, report);
  }
}

function checkStatement(statement: Statement, { value, words, form }: PropertyRule, report: Report): void {
  // Where a string may stand as well, it says whatever it says.
  if (value !== undefined && isQuantity(statement.written)) checkValue(statement, value, report);
  if (words !== undefined) checkWord(statement, words, report);
  if (form !== undefined) checkForm(statement, form, report);
}

type PropertyRulesOfNode = Readonly<Record<string, PropertyRule | undefined>>;
