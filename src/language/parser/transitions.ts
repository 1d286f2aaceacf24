import type { Action, Automaton, Read, State } from './automaton.ts';
import type { Kind } from './token-types.ts';

/** A way from a point in the grammar over one token: the changes of the tree before it, and the token. */
export interface Transition {
  readonly actions: readonly Action[];
  readonly read: Read;
  /** Whether the token begins a statement of the block around it. */
  readonly begins: boolean;
}

/** All ways on from a state, in order of preference. Worked out when they are first asked for, then remembered. */
export class Transitions {
  private readonly rows: (Map<number, readonly Transition[]> | undefined)[] = [];
  private readonly known: (Ways | undefined)[] = [];
  private readonly automaton: Automaton;

  constructor(automaton: Automaton) {
    this.automaton = automaton;
  }

  /** The ways over a token of that kind; mostly one or none. */
  over(kind: Kind, from: State): readonly Transition[] {
    const row = (this.rows[from.id] ??= new Map<number, readonly Transition[]>());
    let found = row.get(kind.index);
    if (found === undefined) {
      found = this.find(kind, from);
      row.set(kind.index, found);
    }
    return found;
  }

  /** The ways on that stay in the statement. */
  inStatement(from: State): readonly Transition[] {
    return this.ways(from).own;
  }

  /** Where the statement may be complete: the point at which the next one of its block begins. */
  nextStatement(from: State): State | undefined {
    return this.ways(from).next?.head;
  }

  /** The last changes of the tree, when the file may end here. */
  toEnd(from: State): readonly Action[] | undefined {
    const { end, next } = this.ways(from);
    if (end !== undefined || next === undefined) return end;
    const rest = this.ways(next.head).end;
    return rest === undefined ? undefined : [...next.actions, ...rest];
  }

  private find(kind: Kind, from: State): readonly Transition[] {
    const { own, next } = this.ways(from);
    const found = own.filter(({ read }) => kind.matches.includes(read.kind));
    if (next === undefined) return found;
    const beginning = this.over(kind, next.head).map(({ actions, read }) => ({
      actions: [...next.actions, ...actions],
      read,
      begins: true,
    }));
    return kind.hard ? [...beginning, ...found] : [...found, ...beginning];
  }

  private ways(from: State): Ways {
    let ways = this.known[from.id];
    if (ways === undefined) {
      ways = this.explore(from);
      this.known[from.id] = ways;
    }
    return ways;
  }

  /** Follows all exits without a token, up to the point where the next statement begins: its ways are shared. */
  private explore(from: State): Ways {
    const own: Transition[] = [];
    const seen = new Set([from]);
    let next: Ways['next'];
    let end: Ways['end'];
    const visit = (state: State, actions: readonly Action[]): void => {
      if (state === this.automaton.end) end ??= actions;
      for (const exit of state.exits) {
        if (exit.kind !== undefined) own.push({ actions, read: exit, begins: false });
        else if (!seen.has(exit.target)) {
          seen.add(exit.target);
          const changed = exit.action === undefined ? actions : [...actions, exit.action];
          if (exit.target.block === undefined) visit(exit.target, changed);
          else next ??= { actions: changed, head: exit.target };
        }
      }
    };
    visit(from, []);
    return { own, next, end };
  }
}

interface Ways {
  readonly own: readonly Transition[];
  readonly next: { readonly actions: readonly Action[]; readonly head: State } | undefined;
  readonly end: readonly Action[] | undefined;
}
