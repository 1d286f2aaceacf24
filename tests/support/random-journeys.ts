import type { Read, State } from '../../src/language/parser/automaton.ts';
import { syntax } from './syntax.ts';

/**
 * A text that the grammar accepts, made by walking through its automaton: `choices` say which way to go. When they are used
 * up, the shortest way to the end is taken.
 */
export function journeyText(choices: readonly number[], names: readonly string[]): string {
  const { transitions, automaton } = syntax;
  const words: string[] = [];
  let state = automaton.start;
  for (let step = 0; ; step++) {
    const choice = choices[step];
    const ways = waysFrom(state);
    if (choice === undefined && transitions.toEnd(state) !== undefined) return words.join(' ');
    const read = choice === undefined ? nearest(ways) : ways[choice % ways.length]?.read;
    if (read === undefined) return words.join(' ');
    const begins = ways.find((way) => way.read === read)?.begins === true;
    words.push(`${begins || isClosing(read) ? '\n' : ''}${written(read, names[(choice ?? 0) % names.length] ?? 'x')}`);
    state = read.target;
  }
}

function waysFrom(state: State): readonly { readonly read: Read; readonly begins: boolean }[] {
  const { transitions } = syntax;
  const next = transitions.nextStatement(state);
  return [
    ...transitions.inStatement(state).map(({ read }) => ({ read, begins: state.block !== undefined })),
    ...(next === undefined ? [] : transitions.inStatement(next).map(({ read }) => ({ read, begins: true }))),
  ];
}

function nearest(ways: readonly { readonly read: Read }[]): Read | undefined {
  const reads = ways.map(({ read }) => read);
  return reads.toSorted((a, b) => (distances.get(a.target) ?? Infinity) - (distances.get(b.target) ?? Infinity))[0];
}

function written({ kind }: Read, name: string): string {
  const word = syntax.kinds.all[kind]?.name ?? '';
  const values: Readonly<Record<string, string>> = {
    ID: name,
    STRING: '"a text"',
    QUANTITY: '4 min',
    DATE: '2026-03-31',
    HOURS: '9:00-18:00',
  };
  return values[word] ?? (word.startsWith('INLINE_') ? word.substring('INLINE_'.length).toLowerCase() : word);
}

function isClosing({ kind }: Read): boolean {
  return syntax.kinds.all[kind]?.name === '}';
}

/** How many tokens are needed from each state to the end of the file. */
const distances = ((): ReadonlyMap<State, number> => {
  const found = new Map<State, number>([[syntax.automaton.end, 0]]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const state of syntax.automaton.states) {
      for (const exit of state.exits) {
        const through = (found.get(exit.target) ?? Infinity) + (exit.kind === undefined ? 0 : 1);
        if (through < (found.get(state) ?? Infinity)) {
          found.set(state, through);
          changed = true;
        }
      }
    }
  }
  return found;
})();
