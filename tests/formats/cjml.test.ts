// There is no published schema of CJML 2.0. These are the paths by which the editor of its authors finds what it draws, and
// its reader fails without them.
import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { exportCjml } from '../../src/formats/cjml.ts';
import { modelOf } from '../../src/language/lowering/model-of.ts';
import { ownJourneys } from '../../src/model/model.ts';
import { documentOf, loaded } from '../language/virtual-files.ts';

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

describe('a planned journey', async () => {
  const { text, dropped } = await exported(`persona Ken "健 & <Ken>"
team Desk "Front \\"desk\\""
journey Visit "Visit" {
  for Ken
  scenario "A & B"
  stage Find "Find" {
    note "First"
    touchpoint Walk "Walks there"
    touchpoint Calls "Calls <the> desk" on phone, chat by customer {
      owner Desk
      frontstage "Answers"
      feels angry
    }
  }
  stage Use "Use" {
    touchpoint Hears "Gets a mail" on email by company {
      waits 2 days
    }
  }
}
`);
  const root = parse(text);

  test('has the elements that are looked for, each with its text as written', () => {
    expect([root.name, root.attributes]).toEqual(['CJML', { version: '2.0' }]);
    const [journey] = root.children;
    expect(journey?.name).toBe('plannedJourney');
    expect(textAt(journey, 'journeyID')).toBe('Visit');
    expect(textAt(journey, 'journeyShortSummary')).toBe('A & B');
    const actors = child(journey, 'actors').children;
    expect(actors.map(({ name, attributes }) => [name, attributes['actorID']])).toEqual([
      ['endUser', 'customer'],
      ['serviceProvider', 'team-Desk'],
      ['serviceProvider', 'company'],
    ]);
    expect(textAt(actors[0], 'actorName')).toBe('健 & <Ken>');
    expect(textAt(actors[1], 'companyName')).toBe('Front "desk"');
    const [walk, calls, hears] = child(journey, 'touchpoints').children;
    expect([walk?.name, calls?.name, hears?.name]).toEqual([
      'plannedAction',
      'plannedCommunicationPoint',
      'plannedCommunicationPoint',
    ]);
    expect(textAt(child(walk, 'initiator'), 'initiatorLabel')).toBe('Walks there');
    expect(child(child(calls, 'initiator'), 'refersTo').attributes).toEqual({ actorIDref: 'customer' });
    expect(child(child(calls, 'receiver'), 'refersTo').attributes).toEqual({ actorIDref: 'team-Desk' });
    expect(textAt(child(calls, 'receiver'), 'receiverLabel')).toBe('Answers');
    expect(textAt(child(calls, 'channel'), 'channelName')).toBe('Phone');
    expect(child(child(hears, 'initiator'), 'refersTo').attributes).toEqual({ actorIDref: 'company' });
    expect(textAt(child(hears, 'receiver'), 'receiverLabel')).toBe('Gets a mail');
    const phases = child(journey, 'journeyPhases').children;
    expect(child(hears, 'belongsTo').attributes['phaseIDref']).toBe(phases[1]?.attributes['phaseID']);
  });

  test('no step begins with the letter by which its editor knows a deviation', () => {
    const steps = child(root.children[0], 'touchpoints').children;
    expect(steps.map((step) => textAt(step, 'touchpointID'))).toEqual(['T1', 'T2', 'T3']);
  });

  test('says what is left out', () => {
    expect(dropped.map(({ en }) => en)).toEqual([
      'CJML has no place for:',
      '1 × further channels',
      '1 × feelings (CJML has them in actual journeys alone)',
      '1 × times',
    ]);
  });
});

test('an actual journey has actual steps, with what people felt', async () => {
  const { text } = await exported(
    'journey V "V" {\n  kind actual\n  stage S {\n    touchpoint T "T" on phone {\n      feels angry -2\n    }\n  }\n}\n',
  );
  const [journey] = parse(text).children;
  expect(journey?.name).toBe('actualJourney');
  const [step] = child(journey, 'touchpoints').children;
  expect(step?.name).toBe('actualCommunicationPoint');
  expect(textAt(child(step, 'touchpointExperience'), 'experienceRating')).toBe('-2');
});

test.for(['quick-start', 'broadband-outage/as-is', 'large-tv/as-is', 'coworking/to-be'])(
  'every reference of %s is to somebody who takes part',
  async (name) => {
    const source = readFileSync(`examples/${name}.journey`, 'utf8').replaceAll(/^import .*$/gm, '');
    const { text } = await exported(source);
    const root = parse(text);
    const ids = new Set(all(root, 'actorID'));
    expect(all(root, 'actorIDref').filter((id) => !ids.has(id))).toEqual([]);
    const phases = new Set(all(root, 'phaseID'));
    expect(all(root, 'phaseIDref').filter((id) => !phases.has(id))).toEqual([]);
  },
);

async function exported(source: string): Promise<ReturnType<typeof exportCjml>> {
  const workspace = await loaded({ 'a.journey': source }, ['a.journey']);
  const model = modelOf(documentOf(workspace, 'a.journey'));
  const [journey] = ownJourneys(model);
  if (journey === undefined) throw new Error('There is no journey');
  return exportCjml(model, journey, 'en');
}

function parse(text: string): Node {
  const top: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (part) => {
    const node = open.at(-1);
    if (node !== undefined) node.text += part;
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  const [root] = top.children;
  if (root === undefined) throw new Error('There is no element');
  return root;
}

function child(node: Node | undefined, name: string): Node {
  const found = node?.children.find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no ${name} in ${node?.name ?? 'nothing'}`);
  return found;
}

function textAt(node: Node | undefined, name: string): string {
  return child(node, name).text;
}

function all({ attributes, children }: Node, name: string): readonly string[] {
  return [attributes[name] ?? [], children.flatMap((each) => all(each, name))].flat();
}
