// What differs between two versions, told by what a reviewer would say happened.
import { readdirSync, readFileSync } from 'node:fs';
import { array, assert, asyncProperty, constantFrom, integer, nat, tuple } from '../support/properties.ts';
import { describe, expect, test } from 'vitest';
import { type Change, differenceOf } from '../../src/history/difference.ts';
import { snapshotOf } from '../../src/history/snapshot.ts';
import { applied, saying, sortedSaying, versionOf } from './versions.ts';

const people = 'persona Hanako "花子さん" { prefers web, phone }\nteam Support "Support"\n';
const journey = `import "people.journey"
journey Booking "Booking" {
  for Hanako
  owner Support
  stage Look "Looking" {
    touchpoint Search "Finds the page" on web { feels 1  does "Searches" }
    touchpoint Compare "Compares prices" on web { feels -1  question Cost "What does it cost?" }
  }
  stage Pay "Paying" {
    touchpoint Form "Fills in the form" on web { asks name, address  waits 3 min  feels -2 }
    touchpoint Thanks "Reads the confirmation" on email { feels 1  answers Cost }
  }
}
`;
const base = { 'people.journey': people, 'booking.journey': journey };

async function changesBetween(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const { changes } = differenceOf(
    snapshotOf(await versionOf(before, false)),
    snapshotOf(await versionOf(after, false)),
  );
  return changes.map(short);
}

function short(change: Change): string {
  const id = 'after' in change ? change.after.id : change.before.id;
  switch (change.kind) {
    case 'renamed':
      return `renamed ${change.before.id} ${change.before.label ?? ''} -> ${id} ${change.after.label ?? ''}`;
    case 'changed':
      return `changed ${id} ${change.field} -${change.removed.length} +${change.added.length}${change.reordered ? ' order' : ''}`;
    default:
      return `${change.kind} ${change.kind === 'removed' ? change.before.kind : change.after.kind} ${id}`;
  }
}

const edited = (from: string, to: string): Readonly<Record<string, string>> => {
  expect(journey).toContain(from);
  return { ...base, 'booking.journey': journey.replace(from, to) };
};

describe('no difference', () => {
  test.each([
    ['the same text', base],
    ['another layout', { ...base, 'booking.journey': journey.replaceAll('\n', '\n\n').replaceAll('  ', '\t') }],
    ['comments', { ...base, 'booking.journey': `// about\n${journey.replace('stage Pay', '/** doc */ stage Pay')}` }],
    ['another spelling of a wait', edited('waits 3 min', 'waits 180 s')],
    ['another order of what is asked', edited('asks name, address', 'asks address, name')],
    ['another order of statements', edited('waits 3 min  feels -2', 'feels -2  waits 3 min')],
    ['a qualified name', edited('answers Cost', 'answers Compare.Cost')],
  ])('%s', async (_, after) => {
    expect(await changesBetween(base, after)).toEqual([]);
  });
});

describe('one edit is one change', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['a wait', edited('waits 3 min', 'waits 1 min'), ['changed Form wait -1 +1']],
    ['a feeling', edited('feels -2', 'feels -1'), ['changed Form feelings -1 +1']],
    ['one more question', edited('asks name,', 'asks name, email,'), ['changed Form asks -0 +1']],
    ['a title', edited('"Paying"', '"Payment"'), ['renamed Pay Paying -> Pay Payment']],
    [
      'an id that others refer to',
      { ...base, 'booking.journey': journey.replaceAll('Cost', 'Price') },
      ['renamed Cost What does it cost? -> Price What does it cost?'],
    ],
    ['the id of a stage', edited('stage Pay', 'stage Purchase'), ['renamed Pay Paying -> Purchase Paying']],
    [
      'the id of the journey',
      edited('journey Booking', 'journey Reservation'),
      ['renamed Booking Booking -> Reservation Booking'],
    ],
    ['the owner of all', edited('owner Support', ''), ['changed Booking owner -1 +0']],
    [
      'a preference',
      { ...base, 'people.journey': people.replace('web, phone', 'phone, web') },
      ['changed Hanako prefers -0 +0 order'],
    ],
    [
      'a file',
      { 'people.journey': people, 'reserve.journey': journey },
      ['renamed booking.journey  -> reserve.journey '],
    ],
    [
      'a touchpoint removed',
      edited('    touchpoint Search "Finds the page" on web { feels 1  does "Searches" }\n', ''),
      ['removed touchpoint Search'],
    ],
    [
      'a touchpoint added',
      edited('  stage Pay', '  stage Ask "Asking" { touchpoint Call "Calls" on phone }\n  stage Pay'),
      ['added stage Ask', 'added touchpoint Call'],
    ],
  ])('%s', async (_, after, expected) => {
    expect(await changesBetween(base, after)).toEqual(expected);
  });

  test('a touchpoint that goes to another stage, and one that goes behind another', async () => {
    const search = '    touchpoint Search "Finds the page" on web { feels 1  does "Searches" }\n';
    const without = journey.replace(search, '');
    expect(
      await changesBetween(base, {
        ...base,
        'booking.journey': without.replace('    touchpoint Thanks', `${search}    touchpoint Thanks`),
      }),
    ).toEqual(['moved touchpoint Search']);
    expect(
      await changesBetween(base, {
        ...base,
        'booking.journey': without.replace('  }\n  stage Pay', `${search}  }\n  stage Pay`),
      }),
    ).toHaveLength(1);
  });

  test('a persona that goes to another file', async () => {
    const after = {
      'people.journey': 'team Support "Support"\n',
      'booking.journey': journey,
      'hanako.journey': people.split('\n')[0] ?? '',
    };
    const before = { ...base, 'hanako.journey': '' };
    expect(await changesBetween(before, after)).toContain('moved persona Hanako');
  });

  test('two journeys of one name in two files stay apart', async () => {
    const both = {
      'as-is.journey': 'journey A "A" { stage S { touchpoint T { waits 3 min } } }',
      'to-be.journey': 'journey A "A" { kind toBe stage S { touchpoint T } }',
    };
    expect(
      await changesBetween(both, { ...both, 'to-be.journey': both['to-be.journey'].replace('T }', 'T { feels 1 } }') }),
    ).toEqual(['changed T feelings -0 +1']);
  });
});

describe('properties', () => {
  const examples = ['coworking', 'broadband-outage', 'large-tv', 'genz-subscription'];

  test.each(examples)('the example %s does not differ from itself', async (name) => {
    const texts = textsOf(name);
    expect(await changesBetween(texts, texts)).toEqual([]);
  });

  test('what a difference says makes the later version out of the earlier one', async () => {
    const edit = tuple(constantFrom('delete', 'copy', 'swap', 'retype'), nat(), nat(), integer({ min: 1, max: 12 }));
    await assert(
      asyncProperty(constantFrom(...examples), array(edit, { minLength: 1, maxLength: 6 }), async (name, edits) => {
        const texts = textsOf(name);
        const before = snapshotOf(await versionOf(texts, false));
        const later = edits.reduce(scramble, texts);
        const after = snapshotOf(await versionOf(later, false));
        const difference = differenceOf(before, after);
        expect(applied(before, difference)).toEqual(sortedSaying(after));
        const isSame = JSON.stringify(saying(before)) === JSON.stringify(saying(after));
        expect(difference.changes.length === 0).toBe(isSame);
      }),
      { numRuns: 50 },
    );
  });
});

function textsOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(`examples/${folder}`);
  return Object.fromEntries(names.map((name) => [name, readFileSync(`examples/${folder}/${name}`, 'utf8')]));
}

/** What a hand that slips does to one of the files: lines go, come twice, change places or lose a name. */
function scramble(
  texts: Readonly<Record<string, string>>,
  [how, file, at, count]: readonly [string, number, number, number],
): Readonly<Record<string, string>> {
  const names = Object.keys(texts);
  const name = names[file % names.length] ?? '';
  const lines = (texts[name] ?? '').split('\n');
  const start = at % lines.length;
  const piece = lines.slice(start, start + count);
  if (how === 'delete') lines.splice(start, count);
  if (how === 'copy') lines.splice(start, 0, ...piece);
  if (how === 'swap') lines.splice(start, count, ...piece.toReversed());
  if (how === 'retype') lines[start] = (lines[start] ?? '').replace(/[A-Z]\w+/, 'Other');
  return { ...texts, [name]: lines.join('\n') };
}
