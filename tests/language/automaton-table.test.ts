import { expect, test } from 'vitest';
import type { Action, Automaton } from '../../src/language/parser/automaton.ts';
import { automatonOf } from '../../src/language/parser/grammar-automaton.ts';
import { journey, syntax } from '../support/syntax.ts';

function acts(action: Action | undefined): unknown {
  if (action === undefined || action.does === 'become') return action;
  const { isEntry, assignment, type, element } = action.call;
  return { does: action.does, isEntry, assignment, type, element: element?.$type };
}

function ways({ states, start, end }: Automaton): unknown {
  return {
    start: start.id,
    end: end.id,
    states: states.map(({ id, block, exits }) => ({
      id,
      block,
      exits: exits.map((exit) =>
        exit.kind === undefined
          ? { target: exit.target.id, action: acts(exit.action) }
          : { target: exit.target.id, kind: exit.kind, rule: exit.rule, assignment: exit.assignment },
      ),
    })),
  };
}

function elements({ states }: Automaton): readonly unknown[] {
  return states.flatMap(({ exits }) => exits.map((exit) => (exit.kind === undefined ? undefined : exit.element)));
}

const ofGrammar = automatonOf(journey.Grammar, syntax.kinds);

test('the automaton that is read from the table is the one of the grammar', () => {
  expect(ways(syntax.automaton)).toEqual(ways(ofGrammar));
});

test('each way knows what of the grammar it was made from', () => {
  const [own, others] = [elements(syntax.automaton), elements(ofGrammar)];
  expect(own.map((element, index) => element === others[index])).not.toContain(false);
});
