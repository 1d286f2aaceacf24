// A touchpoint that stays as it was in a changed text stays in the model, unless something that it rests on is another now.
import { expect, it } from 'vitest';
import type { Touchpoint } from '../../src/model/journey.ts';
import { modelOf } from '../../src/language/lowering/model-of.ts';
import { problemsOf } from '../../src/language/problems.ts';
import type { FileAccess } from '../../src/language/workspace/file-access.ts';
import {
  createWorkspace,
  type JourneyDocument,
  type JourneyWorkspace,
} from '../../src/language/workspace/journey-workspace.ts';

const uri = 'file:///w/stay.journey';

const people = `persona Ken "Ken" {
}
persona Mia "Mia" {
}
channel desk "Front desk" {
}
emotion uneasy "Uneasy" = -1
`;

const text = `import "people.journey"

emotion proud "Proud" = 1
team Sales "Sales" {
}
journey Stay "A stay" {
  for Ken, Mia
  owner Sales

  stage Book "Book" {
    touchpoint Call "Call" on desk {
      does "Asks for a room"
      feels uneasy
      feels proud
      barrier Busy "The line is busy"
      -> Pay 40% when "A room is free"
      -> Leave 60%
    }
    touchpoint Pay "Pay" on desk {
      does "Pays"
      shows price
      feels Ken uneasy -1
      answers Price
    }
  }
  stage End "End" {
    /** The guest goes. */
    touchpoint Leave "Leave" on desk {
      does "Goes home"
      feels calm
      solves Busy
      question Price "What does it cost?"
      end success
    }
  }
}
`;

const files: FileAccess = {
  read: (path) => ({ text: path.endsWith('people.journey') ? people : '' }),
  list: () => [],
};

function said(document: JourneyDocument): unknown {
  const plain = JSON.stringify([modelOf(document), problemsOf(document)], (_, value: unknown) =>
    value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : value,
  );
  return JSON.parse(plain);
}

/** The text as somebody has it open who has changed it before. */
async function opened(): Promise<JourneyWorkspace> {
  const workspace = createWorkspace({ files });
  await workspace.open(uri, text.replace('Goes home', 'Goes'));
  modelOf(await workspace.open(uri, text));
  return workspace;
}

function touchpointsOf(document: JourneyDocument): ReadonlyMap<string, Touchpoint> {
  const all = [...modelOf(document).journeys.values()].flatMap(({ stages }) =>
    stages.flatMap((each) => each.touchpoints),
  );
  return new Map(all.map((touchpoint) => [touchpoint.id, touchpoint]));
}

it('a touchpoint stays while another one is changed', async () => {
  const workspace = await opened();
  expect(problemsOf(workspace.document(uri) as JourneyDocument)).toEqual([]);
  const before = touchpointsOf(workspace.document(uri) as JourneyDocument);
  const after = touchpointsOf(await workspace.open(uri, text.replace('Pays', 'Pays at once')));
  expect(['Call', 'Pay', 'Leave'].filter((id) => after.get(id) === before.get(id))).toEqual(['Call', 'Leave']);
});

it.each([
  ['lines are added above', 'for Ken, Mia', 'for Ken, Mia\n  scenario "In a hurry"'],
  ['the stage has another id', 'stage Book', 'stage Reserve'],
  ['the journey has another id', 'journey Stay', 'journey Visit'],
  ['the stage is for somebody', 'stage Book "Book" {', 'stage Book "Book" { for Mia'],
  ['the stage has an owner', 'stage End "End" {', 'stage End "End" { owner Sales'],
  ['the journey has no owner', '  owner Sales\n', '\n'],
  ['an emotion has another value', '= 1', '= 2'],
  ['an emotion is declared nearer', 'team Sales', 'emotion uneasy "Ill at ease" = -2\nteam Sales'],
  ['a persona is declared as what was an emotion', 'emotion proud "Proud" = 1', 'persona proud {}'],
  ['an emotion is gone', 'emotion proud "Proud"', 'emotion glad "Glad"'],
  ['a channel is declared nearer', 'team Sales', 'channel desk "Counter" {}\nteam Sales'],
  ['the import is gone', 'import "people.journey"', ''],
  ['the team has another id', 'team Sales "Sales"', 'team Shop "Shop"'],
  ['the target of an arrow has another id', 'touchpoint Pay', 'touchpoint Settle'],
  ['a barrier has another id', 'barrier Busy', 'barrier Engaged'],
  ['a question has another id', 'question Price', 'question Cost'],
  ['an id is given twice', 'touchpoint Pay "Pay"', 'touchpoint Leave "Pay"'],
  ['an id is given twice in a stage', 'touchpoint Call "Call"', 'touchpoint Pay "Call"'],
  ['a fact is declared that was a word', 'team Sales', 'fact price "Price" = 3 EUR\nteam Sales'],
  ['the comment above says something else', 'The guest goes.', 'The guest leaves.'],
  ['a comment is put above', '    touchpoint Pay', '    /** At once. */\n    touchpoint Pay'],
  ['a touchpoint comes between', '  stage End "End" {', '  stage End "End" { touchpoint Wait "Wait" on desk {}'],
])('%s: the model is that of a new text', async (_, old, changed) => {
  expect(text).toContain(old);
  const workspace = await opened();
  const next = text.replace(old, changed);
  const fresh = createWorkspace({ files });
  await fresh.loadImported(['file:///w/people.journey']);
  const expected = said(await fresh.open(uri, next));
  expect(said(await workspace.open(uri, next))).toEqual(expected);
  // And back again, to what was kept before.
  expect(said(await workspace.open(uri, text))).toEqual(said(await createWorkspace({ files }).open(uri, text)));
});
