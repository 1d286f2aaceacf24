import { AstUtils, GrammarAST, GrammarUtils } from 'langium';
import type { Action, Assignment, Automaton, Call, State } from './automaton.ts';
import type { Kinds } from './token-types.ts';

/** Throws when the grammar uses what it does not know, such as rules that contain themselves. */
export function automatonOf(grammar: GrammarAST.Grammar, kinds: Kinds): Automaton {
  return new Builder(kinds).build(grammar);
}

class Builder {
  private readonly states: State[] = [];
  private readonly kinds: Kinds;
  /** The rules that are being written out, from the entry inwards. */
  private readonly open: GrammarAST.ParserRule[] = [];

  constructor(kinds: Kinds) {
    this.kinds = kinds;
  }

  build(grammar: GrammarAST.Grammar): Automaton {
    const entry = GrammarUtils.getEntryRule(grammar);
    if (entry === undefined) throw new Error('The grammar has no entry rule');
    const start = this.state();
    const call: Call = { isEntry: true, element: undefined, assignment: undefined, type: entry.name };
    const end = this.leave(this.rule(entry, this.skip(start, { does: 'enter', call })), call);
    return { start, end, states: this.states };
  }

  private rule(rule: GrammarAST.ParserRule, from: State): State {
    if (this.open.includes(rule)) throw new Error(`The rule ${rule.name} contains itself`);
    this.open.push(rule);
    const block = rule.entry ? rule.name : undefined;
    const end = this.element(rule.definition, from, block);
    this.open.pop();
    return end;
  }

  /** Writes out the element from a state and returns the state behind it. A repetition in braces is a block. */
  private element(element: GrammarAST.AbstractElement, from: State, block?: string): State {
    switch (element.cardinality) {
      case '?': {
        const end = this.state();
        this.connect(this.once(element, this.skip(from)), end);
        this.connect(from, end);
        return end;
      }
      case '*':
        return this.repeated(element, this.skip(from), block);
      case '+':
        return this.repeated(element, this.once(element, from), block);
      default:
        return this.once(element, from, block);
    }
  }

  private repeated(element: GrammarAST.AbstractElement, head: State, block: string | undefined): State {
    if (block !== undefined) head.block = block;
    this.connect(this.once(element, this.skip(head)), head);
    return this.skip(head);
  }

  private once(element: GrammarAST.AbstractElement, from: State, block?: string): State {
    if (GrammarAST.isGroup(element)) return this.group(element, from, block);
    if (GrammarAST.isAlternatives(element)) {
      const end = this.state();
      for (const choice of element.elements) this.connect(this.element(choice, this.skip(from)), end);
      return end;
    }
    if (GrammarAST.isAssignment(element)) return this.element(element.terminal, from);
    if (GrammarAST.isKeyword(element)) return this.read(element.value, element, from);
    if (GrammarAST.isRuleCall(element)) return this.call(element, element, from);
    if (GrammarAST.isCrossReference(element)) return this.call(element, element.terminal, from);
    if (GrammarAST.isAction(element) && element.feature === undefined) {
      return this.skip(from, { does: 'become', type: GrammarUtils.getTypeName(element) });
    }
    throw new Error(`The automaton cannot hold the grammar element ${element.$type}`);
  }

  private group(group: GrammarAST.Group, from: State, entry: string | undefined): State {
    let state = from;
    let block = entry;
    for (const element of group.elements) {
      state = this.element(element, state, block);
      block = GrammarAST.isKeyword(element) && element.value === '{' ? this.open.at(-1)?.name : undefined;
    }
    return state;
  }

  /** `element` is what the tree refers to: the rule call, or the cross-reference that the call stands in. */
  private call(element: GrammarAST.AbstractElement, call: GrammarAST.AbstractElement | undefined, from: State): State {
    const rule = GrammarAST.isRuleCall(call) ? call.rule.ref : undefined;
    if (GrammarAST.isTerminalRule(rule)) return this.read(rule.name, element, from);
    if (!GrammarAST.isParserRule(rule)) throw new Error(`The automaton cannot hold the call in ${element.$type}`);
    if (rule.fragment) return this.rule(rule, from);
    const type = GrammarUtils.isDataTypeRule(rule) ? undefined : GrammarUtils.getTypeName(rule);
    const inner: Call = { isEntry: false, element, assignment: assignmentOf(element), type };
    return this.leave(this.rule(rule, this.skip(from, { does: 'enter', call: inner })), inner);
  }

  private leave(from: State, call: Call): State {
    return this.skip(from, { does: 'leave', call });
  }

  private read(name: string, element: GrammarAST.AbstractElement, from: State): State {
    const kind = this.kinds.byName.get(name);
    if (kind === undefined) throw new Error(`There is no kind of token for ${name}`);
    const target = this.state();
    const rule = this.open.at(-1)?.name ?? '';
    from.exits.push({ kind: kind.index, element, assignment: assignmentOf(element), rule, target });
    return target;
  }

  private skip(from: State, action?: Action): State {
    const target = this.state();
    from.exits.push({ action, target });
    return target;
  }

  private connect(from: State, target: State): void {
    from.exits.push({ action: undefined, target });
  }

  private state(): State {
    const state: State = { id: this.states.length, exits: [] };
    this.states.push(state);
    return state;
  }
}

function assignmentOf(element: GrammarAST.AbstractElement): Assignment | undefined {
  const assignment = AstUtils.getContainerOfType(element, GrammarAST.isAssignment);
  if (assignment === undefined) return undefined;
  const { feature, operator, terminal } = assignment;
  const keyword = GrammarAST.isKeyword(element) ? element.value : undefined;
  return { feature, operator, reference: GrammarAST.isCrossReference(terminal), keyword };
}
