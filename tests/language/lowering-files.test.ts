import { expect, test } from 'vitest';
import type { Journey } from '../../src/model/journey.ts';
import { ownJourneys } from '../../src/model/model.ts';
import { filesOf } from '../support/documents.ts';

test('a declaration that is hidden but needed has a key of its own, and whoever refers to it uses that', async () => {
  const files = await filesOf({
    'people.journey': 'channel line "theirs"\npersona Ken { prefers line, web }\npersona Sato { prefers web }',
    'main.journey': `import "people.journey"
channel line "ours"
channel web "our website" : web
journey J { for Ken
stage S { touchpoint T on line } }`,
  });
  const model = files.model('main.journey');
  const theirs = `line@${files.document('people.journey').uri.toString()}`;
  expect(model.channels.get('line')?.label).toBe('ours');
  expect(model.channels.get(theirs)).toMatchObject({ key: theirs, label: 'theirs' });
  const [line = '', web = ''] = (model.personas.get('Ken')?.prefers ?? []).map(({ key }) => key);
  expect(line).toBe(theirs);
  expect(model.channels.get(web)?.library).toBe(true);
  expect(ownJourneys(model)[0]?.stages[0]?.touchpoints[0]?.channels.map(({ key }) => key)).toEqual(['line']);
  // In its own file nothing is hidden.
  expect(
    files
      .model('people.journey')
      .personas.get('Ken')
      ?.prefers.map(({ key }) => key),
  ).toEqual(['line', 'web']);
});

test('every key in a model leads to something, through hidden declarations and files that are not imported', async () => {
  const files = await filesOf({
    'deep.journey':
      'segment Young { prefers line }\nchannel line "deep"\nteam Desk\nteam Sales\nhandover Desk -> Sales',
    'people.journey': 'import "deep.journey"\npersona Ken in Young { pain Slow "Too slow" }\nsystem Crm { owner Desk }',
    'main.journey': `import "people.journey"
channel line "main"
team Sales "ours"
journey J { for Ken
owner Sales
stage S { touchpoint T on line { addresses Slow
system Crm } } }`,
  });
  const model = files.model('main.journey');
  const deep = files.document('deep.journey').uri.toString();
  expect(model.personas.get('Ken')?.segments.map(({ key }) => model.segments.get(key)?.place.uri)).toEqual([deep]);
  expect(model.personas.get('Ken')?.prefers.map(({ key }) => model.channels.get(key)?.label)).toEqual(['deep']);
  expect(model.systems.get('Crm')?.owner).toMatchObject({ key: 'Desk' });
  expect(model.teams.has('Desk')).toBe(true);
  // What deep.journey declares besides is not seen from here.
  expect(model.handovers).toEqual([]);
});

test('imported journeys are there, whole', async () => {
  const files = await filesOf({
    'as-is.journey': 'journey Was { stage S { touchpoint T on phone { barrier Queue "Long queue" } } }',
    'to-be.journey': `import "as-is.journey"
journey Will { kind toBe
improves Was
stage S { touchpoint T on web { solves Queue } } }`,
  });
  const model = files.model('to-be.journey');
  expect([...model.journeys.keys()]).toEqual(['Will', 'Was']);
  expect(ownJourneys(model).map(({ key }) => key)).toEqual(['Will']);
  expect(model.journeys.get('Will')).toMatchObject({ improves: { key: 'Was' } });
  expect(model.journeys.get('Was')).toBe(files.model('as-is.journey').journeys.get('Was'));
});

test('the model follows the text, and what has not changed is the same object', async () => {
  const journeyOf = (name: string): Journey | undefined => ownJourneys(files.model(name))[0];
  const files = await filesOf({
    'people.journey': 'persona Ken { prefers web }\nemotion glum = -1',
    'others.journey': 'persona Mia',
    'main.journey': 'import "people.journey"\njourney J { for Ken\nstage S { touchpoint T { feels glum } } }',
    'apart.journey': 'import "others.journey"\njourney K { for Mia }',
  });
  const before = files.model('main.journey');
  const apart = files.model('apart.journey');
  expect(journeyOf('main.journey')?.stages[0]?.touchpoints[0]?.feelings[0]?.value).toBe(-1);

  await files.change('people.journey', 'persona Ken { prefers phone }\nemotion glum = -2');
  const after = files.model('main.journey');
  expect(after).not.toBe(before);
  expect(after.personas.get('Ken')?.prefers.map(({ key }) => key)).toEqual(['phone']);
  expect(journeyOf('main.journey')?.stages[0]?.touchpoints[0]?.feelings[0]?.value).toBe(-2);
  expect(files.model('apart.journey')).toBe(apart);

  await files.change('people.journey', 'emotion glum = -2');
  expect(files.model('main.journey').personas.size).toBe(0);
  expect(journeyOf('main.journey')?.personas).toEqual([]);
});

test('what a persona inherits follows the file of its segment', async () => {
  const files = await filesOf({
    'segments.journey': 'segment Young { prefers web }',
    'people.journey': 'import "segments.journey"\npersona Ken in Young',
    'main.journey': 'import "people.journey"\njourney J { for Ken }',
  });
  const preferred = (): readonly string[] | undefined =>
    files
      .model('main.journey')
      .personas.get('Ken')
      ?.prefers.map(({ key }) => key);
  expect(preferred()).toEqual(['web']);
  await files.change('segments.journey', 'segment Young { prefers phone, app }');
  expect(preferred()).toEqual(['phone', 'app']);
});
