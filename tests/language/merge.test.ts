import { describe, expect, test } from 'vitest';
import { formatLanguageOf } from '../../src/language/format/language.ts';
import { mergeTexts } from '../../src/language/merge/merge.ts';
import { createWorkspace } from '../../src/language/workspace/journey-workspace.ts';
import { virtualAccess } from './virtual-files.ts';

const language = formatLanguageOf(createWorkspace({ files: virtualAccess({}) }).journey);
const labels = { ours: 'ours', theirs: 'theirs', markerSize: 7 };

function merge(base: string, ours: string, theirs: string): ReturnType<typeof mergeTexts> {
  return mergeTexts({ base, ours, theirs }, labels, language);
}

/** A journey with these lines in its stage. */
function stage(...lines: readonly string[]): string {
  return ['journey J {', '  stage S {', ...lines.map((line) => `    ${line}`), '  }', '}', ''].join('\n');
}

const [calls, waits, asks, pays] = [
  'touchpoint Calls on phone',
  'touchpoint Waits on phone',
  'touchpoint Asks on web',
  'touchpoint Pays on web',
];

describe('without a conflict', () => {
  const cases: readonly [name: string, base: string, ours: string, theirs: string, merged: string][] = [
    [
      'two touchpoints at one place: ours, then theirs',
      stage(calls),
      stage(calls, asks),
      stage(calls, pays),
      stage(calls, asks, pays),
    ],
    ['into an empty stage', 'journey J {\n  stage S {}\n}\n', stage(asks), stage(pays), stage(asks, pays)],
    ['into a stage without a block', 'journey J {\n  stage S\n}\n', stage(asks), stage(pays), stage(asks, pays)],
    [
      'each at its own place',
      stage(calls, pays),
      stage(asks, calls, pays),
      stage(calls, waits, pays),
      stage(asks, calls, waits, pays),
    ],
    ['the same by both: once', stage(calls), stage(calls, asks), stage(calls, asks, pays), stage(calls, asks, pays)],
    [
      'different statements of one touchpoint, on neighbouring lines',
      stage('touchpoint A {', '  waits 1 min', '  feels hopeful', '  does "x"', '}'),
      stage('touchpoint A {', '  waits 5 min', '  feels hopeful', '  does "x"', '}'),
      stage('touchpoint A {', '  waits 1 min', '  feels tired', '  does "x"', '  thinks "y"', '}'),
      stage('touchpoint A {', '  waits 5 min', '  feels tired', '  does "x"', '  thinks "y"', '}'),
    ],
    [
      'a new order here, an addition there',
      stage(calls, waits, pays),
      stage(pays, calls, waits),
      stage(calls, waits, asks, pays),
      stage(pays, calls, waits, asks),
    ],
    [
      'an addition here, a new order there',
      stage(calls, waits, pays),
      stage(calls, waits, asks, pays),
      stage(pays, calls, waits),
      stage(pays, calls, waits, asks),
    ],
    ['one removed here, one added there', stage(calls, pays), stage(pays), stage(calls, asks, pays), stage(asks, pays)],
    [
      'a title here, a touchpoint there',
      stage(calls),
      stage(calls).replace('stage S', 'stage S "Start"'),
      stage(calls, pays),
      stage(calls, pays).replace('stage S', 'stage S "Start"'),
    ],
    [
      'imports are a set in order',
      'import "a.journey"\n\nteam A\n',
      'import "a.journey"\nimport "b.journey"\nimport "d.journey"\n\nteam A\n',
      'import "a.journey"\nimport "c.journey"\nimport "d.journey"\n\nteam A\nteam B\n',
      'import "a.journey"\nimport "b.journey"\nimport "c.journey"\nimport "d.journey"\n\nteam A\nteam B\n',
    ],
    [
      'the first imports below a comment about the file',
      '/** About this file. */\n\nteam A\n',
      '/** About this file. */\n\nimport "a.journey"\n\nteam A\n',
      '/** About this file. */\n\nimport "b.journey"\n\nteam A\n',
      '/** About this file. */\n\nimport "a.journey"\nimport "b.journey"\n\nteam A\n',
    ],
    [
      'laid out anew here, changed there',
      'persona P {\nage 3\n  note "x"\n}\n',
      'persona P {\n  age 3\n  note "x"\n}\n',
      'persona P {\nage 4\n  note "x"\n}\n',
      'persona P {\nage 4\n  note "x"\n}\n',
    ],
    [
      'comments go with what they stand above',
      'team A\nteam B\n',
      'team A\n\n// the second\nteam B\n',
      'team A\n\n// new\nteam C\nteam B\n',
      'team A\n\n// new\nteam C\n\n// the second\nteam B\n',
    ],
    [
      'arrows by their target',
      stage('touchpoint A {', '  -> B 60%', '  -> C 40%', '}'),
      stage('touchpoint A {', '  -> B 50%', '  -> C 40%', '}'),
      stage('touchpoint A {', '  -> B 60%', '  -> C 50%', '}'),
      stage('touchpoint A {', '  -> B 50%', '  -> C 50%', '}'),
    ],
    [
      'a title here, a comment behind the statement there',
      'team A\nteam B\n',
      'team A "x"\nteam B\n',
      'team A // y\nteam B\n',
      'team A "x" // y\nteam B\n',
    ],
    [
      'blocks on one line are opened where it helps',
      'journey J { stage S { touchpoint A } }\n',
      'journey J { stage S { touchpoint A touchpoint B } }\n',
      'journey J { stage S { touchpoint A touchpoint C } }\n',
      'journey J {\n  stage S {\n    touchpoint A\n    touchpoint B\n    touchpoint C\n  }\n}\n',
    ],
    [
      'the line ends of Windows and the mark',
      '\uFEFFteam A\r\n',
      '\uFEFFteam A\r\nteam B\r\n',
      '\uFEFFteam A\r\nteam C\r\n',
      '\uFEFFteam A\r\nteam B\r\nteam C\r\n',
    ],
    [
      'new line ends here, a change there',
      'team A\nteam B\n',
      'team A\r\nteam B\r\n',
      'team A "x"\nteam B\n',
      'team A "x"\r\nteam B\r\n',
    ],
    ['no line end at the end', 'team A', 'team A\nteam B', 'team A\nteam C', 'team A\nteam B\nteam C'],
    [
      'a line that is not understood is carried along',
      'persona P {\n  age 3\n  nonsens "x"\n}\n',
      'persona P {\n  age 4\n  nonsens "x"\n}\n',
      'persona P {\n  age 3\n  nonsens "x"\n  note "y"\n}\n',
      'persona P {\n  age 4\n  nonsens "x"\n  note "y"\n}\n',
    ],
  ];
  test.for(cases)('%s', ([, base, ours, theirs, merged]) => {
    expect(merge(base, ours, theirs)).toEqual({ text: merged, conflicts: 0 });
  });
});

describe('conflicts', () => {
  const cases: readonly [name: string, base: string, ours: string, theirs: string, merged: string][] = [
    [
      'one statement that stands once, changed differently',
      stage('touchpoint A {', '  waits 1 min', '}'),
      stage('touchpoint A {', '  waits 2 min', '}'),
      stage('touchpoint A {', '  waits 3 min', '  does "x"', '}'),
      stage(
        'touchpoint A {',
        '<<<<<<< ours',
        '  waits 2 min',
        '=======',
        '  waits 3 min',
        '>>>>>>> theirs',
        '  does "x"',
        '}',
      ),
    ],
    [
      'a head, with what both did inside it merged',
      stage('touchpoint A {', '  waits 1 min', '}'),
      stage('touchpoint A "x" {', '  waits 2 min', '}'),
      stage('touchpoint A "y" {', '  waits 1 min', '  does "x"', '}'),
      stage(
        '<<<<<<< ours',
        'touchpoint A "x" {',
        '=======',
        'touchpoint A "y" {',
        '>>>>>>> theirs',
        '  waits 2 min',
        '  does "x"',
        '}',
      ),
    ],
    [
      'removed here, changed there',
      stage(calls, pays),
      stage(calls),
      stage(calls, 'touchpoint Pays on phone'),
      stage(calls, '<<<<<<< ours', '=======', 'touchpoint Pays on phone', '>>>>>>> theirs'),
    ],
    [
      'one new id for two things',
      stage(calls),
      stage(calls, 'touchpoint New on web'),
      stage(calls, 'touchpoint New on phone'),
      stage(calls, '<<<<<<< ours', 'touchpoint New on web', '=======', 'touchpoint New on phone', '>>>>>>> theirs'),
    ],
  ];
  test.for(cases)('%s', ([, base, ours, theirs, merged]) => {
    expect(merge(base, ours, theirs)).toEqual({
      text: merged.replaceAll(/^ +([<=>]{7}.*)$/gm, '$1'),
      conflicts: 1,
    });
  });
});

test.each([
  ['a brace is missing', 'team A {\n'],
  ['a conflict is not solved', 'team A\n<<<<<<< x\nteam B\n=======\nteam C\n>>>>>>> y\n'],
  ['a text does not end', 'team A """\n'],
])('%s: not by statements', (_, broken) => {
  expect(merge('team A\n', broken, 'team A\nteam B\n')).toBeUndefined();
});
