import { AstUtils, GrammarAST } from 'langium';
import { PROPERTY_RULES, type PropertyRule } from '../../structure/properties.ts';
import type { Sought } from '../../scope/resolver.ts';
import { INLINE } from '../../parser/token-types.ts';
import type { Transition } from '../../parser/transitions.ts';

/** What a value is for: a property of a syntax node, in the grammar's terms. */
export interface Slot {
  readonly type: string;
  readonly feature: string;
}

/** Where the token of a transition goes, or the value that it begins. */
export function slotOf({ read, actions }: Transition): Slot {
  const last = actions.at(-1);
  const call = last?.does === 'enter' && last.call.type === undefined ? last.call : undefined;
  const rule = call === undefined ? read.rule : ruleAround(call.element);
  return {
    type: rule === 'PersonaFeeling' ? 'Feeling' : rule,
    feature: (call ?? read).assignment?.feature ?? '',
  };
}

function ruleAround(element: GrammarAST.AbstractElement | undefined): string {
  return element === undefined ? '' : (AstUtils.getContainerOfType(element, GrammarAST.isParserRule)?.name ?? '');
}

/** What may be written there besides what the grammar says. */
export function ruleFor({ type, feature }: Slot): PropertyRule | undefined {
  const properties = (PROPERTY_RULES as Readonly<Record<string, Readonly<Record<string, PropertyRule>> | undefined>>)[
    type
  ];
  return properties?.[feature];
}

/** The terminal that a transition reads: `ID`, `STRING`, `QUANTITY`…; undefined for keywords and names. */
export function terminalOf({ read: { element } }: Transition): string | undefined {
  return GrammarAST.isRuleCall(element) && !element.rule.$refText.startsWith(INLINE)
    ? element.rule.$refText
    : undefined;
}

/** The keyword that a transition reads, also one that the grammar names by a terminal because it begins statements too. */
export function keywordOf({ read: { element } }: Transition): string | undefined {
  if (GrammarAST.isKeyword(element)) return element.value;
  const rule = GrammarAST.isRuleCall(element) ? element.rule.$refText : '';
  return rule.startsWith(INLINE) ? rule.slice(INLINE.length).toLowerCase() : undefined;
}

/** What kind of declaration a name stands for there; the reference itself, or the one that a qualified name begins. */
export function soughtBy({ read: { element }, actions }: Transition): Sought | undefined {
  if (GrammarAST.isCrossReference(element)) return element.type.$refText as Sought;
  const last = actions.at(-1);
  const call = last?.does === 'enter' ? last.call.element : undefined;
  return GrammarAST.isCrossReference(call) ? (call.type.$refText as Sought) : undefined;
}
