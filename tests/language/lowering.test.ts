import { expect, test } from 'vitest';
import { ownJourneys } from '../../src/model/model.ts';
import type { Touchpoint } from '../../src/model/journey.ts';
import { filesOf } from '../support/documents.ts';

const people = `segment Freelancers {
  prefers web, phone
  avoids post
  has smartphone
}
persona Ken "Ken" in Freelancers {
  prefers app, web
  avoids phone
  pain Hurry "No time to wait"
  expects reply within 1 min on phone
  patience 1 day
  share 60%
}
team FrontDesk "Front desk"
system Site : shop { holds email }
system PhoneLog : crm { holds name, phoneNumber }
system Backoffice { holds name }
`;

/** The file that the design of the language shows first. */
const bookRoom = `import "people.journey"

journey BookRoom "Book a meeting room" {
  kind asIs
  for Ken
  scenario "A client visit has moved to this afternoon: six seats, in three hours"
  owner FrontDesk

  stage Find "Find a room" : search {
    touchpoint SeesMap "Searches the map" on web by customer {
      does "Looks for a meeting room near the station"
      thinks "Which of these is free today?"
      question FreeToday "Is it free this afternoon?"
      feels hopeful +1
    }
    touchpoint ReadsPage "Reads the availability page" on web by customer {
      system Site
      barrier OldCalendar "The calendar is a week old" cause transparency severity high
      feels confused -1
    }
  }

  stage Book "Book it" : purchase {
    /**
     * The line is open
     * until six.
     */
    touchpoint Calls "Calls the front desk" on phone by customer {
      system PhoneLog
      waits 4 min max 12 min
      asks name, phoneNumber, company
      answers FreeToday
      feels anxious -1
      -> LeavesMessage 30%
      -> SendsForm 70%
    }
    touchpoint LeavesMessage "Leaves a message" on phone by customer {
      tells next SendsForm within 30 min
      waits 3 h max 1 day
      feels ignored -2
    }
    touchpoint SendsForm "Fills in the application form" on email by customer {
      system Backoffice
      asks name, phoneNumber, company, invoiceAddress
      commits booking
      feels tired -1
    }
    touchpoint GetsConfirmation "Gets the confirmation" on email by company {
      confirms booking
      gives bookingNo
      feels relieved +1
      end success
    }
  }
}
`;

const files = await filesOf({ 'people.journey': people, 'book-room.journey': bookRoom });
const model = files.model('book-room.journey');
const [journey] = ownJourneys(model);

function touchpoint(id: string): Touchpoint {
  const found = journey?.stages.flatMap((stage) => stage.touchpoints).find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`There is no touchpoint ${id}`);
  return found;
}

test('the file can be read without a mistake', () => {
  for (const name of ['people.journey', 'book-room.journey']) {
    const document = files.document(name);
    expect(document.parseResult.parserErrors).toEqual([]);
    expect(document.references.filter(({ error }) => error !== undefined)).toEqual([]);
  }
});

test('a journey has its stages and touchpoints under keys that say where they stand', () => {
  expect([...model.journeys.keys()]).toEqual(['BookRoom']);
  expect(journey).toMatchObject({ id: 'BookRoom', label: 'Book a meeting room', library: false });
  expect(journey?.kind).toMatchObject({ value: 'asIs' });
  expect(journey?.personas.map(({ key }) => key)).toEqual(['Ken']);
  expect(journey?.stages.map(({ key, kind }) => [key, kind?.value])).toEqual([
    ['BookRoom.Find', 'search'],
    ['BookRoom.Book', 'purchase'],
  ]);
  expect(journey?.stages.flatMap((stage) => stage.touchpoints.map(({ key }) => key))).toEqual([
    'BookRoom.Find.SeesMap',
    'BookRoom.Find.ReadsPage',
    'BookRoom.Book.Calls',
    'BookRoom.Book.LeavesMessage',
    'BookRoom.Book.SendsForm',
    'BookRoom.Book.GetsConfirmation',
  ]);
});

test('the ways follow from the text: arrows, the next touchpoint, the end', () => {
  expect(journey?.paths.map(({ kind, from, to, share, end }) => [kind, from, to, share?.ratio, end?.value])).toEqual([
    ['next', 'BookRoom.Find.SeesMap', 'BookRoom.Find.ReadsPage', undefined, undefined],
    ['next', 'BookRoom.Find.ReadsPage', 'BookRoom.Book.Calls', undefined, undefined],
    ['arrow', 'BookRoom.Book.Calls', 'BookRoom.Book.LeavesMessage', 0.3, undefined],
    ['arrow', 'BookRoom.Book.Calls', 'BookRoom.Book.SendsForm', 0.7, undefined],
    ['next', 'BookRoom.Book.LeavesMessage', 'BookRoom.Book.SendsForm', undefined, undefined],
    ['next', 'BookRoom.Book.SendsForm', 'BookRoom.Book.GetsConfirmation', undefined, undefined],
    ['end', 'BookRoom.Book.GetsConfirmation', undefined, undefined, 'success'],
  ]);
});

test('a touchpoint holds what is written in its header and in its block', () => {
  const calls = touchpoint('Calls');
  expect(calls).toMatchObject({
    label: 'Calls the front desk',
    doc: 'The line is open\nuntil six.',
    stage: 'BookRoom.Book',
    initiator: { value: 'customer' },
    system: { key: 'PhoneLog' },
    wait: {
      typical: { kind: 'duration', seconds: 240, longestSeconds: 240, written: '4 min' },
      longest: { kind: 'duration', seconds: 720, written: '12 min' },
    },
  });
  expect(calls.channels.map(({ key }) => key)).toEqual(['phone']);
  expect(calls.asks.map(({ data }) => data.map(({ key }) => key))).toEqual([['name', 'phoneNumber', 'company']]);
  expect(calls.answers.map(({ key }) => key)).toEqual(['BookRoom.Find.SeesMap.FreeToday']);
  expect(calls.feelings).toMatchObject([{ name: 'anxious', emotion: 'anxious', value: -1, valueStated: true }]);
  expect(calls.optional).toBeUndefined();
  expect(calls.told).toBeUndefined();
  expect(touchpoint('LeavesMessage').tells).toMatchObject([
    { target: { key: 'BookRoom.Book.SendsForm' }, within: { seconds: 1800 } },
  ]);
  expect(touchpoint('ReadsPage').barriers).toMatchObject([
    { key: 'BookRoom.Find.ReadsPage.OldCalendar', cause: { value: 'transparency' }, severity: { value: 'high' } },
  ]);
});

test('places are on the exact words, and on the whole statement where something consists of several', () => {
  const calls = touchpoint('Calls');
  const at = files.textAt;
  expect(at(calls.place)).toBe('Calls');
  expect(at(calls.extent)).toMatch(/^touchpoint Calls[\s\S]*70%\n {4}\}$/);
  expect(at(calls.channels[0]?.place ?? calls.place)).toBe('phone');
  expect(at(calls.wait?.place ?? calls.place)).toBe('waits 4 min max 12 min');
  expect(at(calls.wait?.typical.place ?? calls.place)).toBe('4 min');
  expect(at(calls.asks[0]?.place ?? calls.place)).toBe('asks name, phoneNumber, company');
  expect(at(calls.asks[0]?.data[1]?.place ?? calls.place)).toBe('phoneNumber');
  expect(at(calls.feelings[0]?.place ?? calls.place)).toBe('anxious -1');
  expect(at(calls.answers[0]?.place ?? calls.place)).toBe('FreeToday');
  const { uri } = calls.place;
  expect(at({ uri, range: calls.body ?? calls.place.range })).toMatch(/^\n {6}system PhoneLog[\s\S]*70%\n {4}$/);
  expect(calls.body?.closed).toBe(true);
  expect(journey?.paths.map(({ place }) => at(place))).toEqual([
    'SeesMap',
    'ReadsPage',
    '-> LeavesMessage 30%',
    '-> SendsForm 70%',
    'LeavesMessage',
    'SendsForm',
    'end success',
  ]);
});

test('owners come from the block around, and say so', () => {
  expect(journey?.owner).toMatchObject({ key: 'FrontDesk' });
  expect(touchpoint('Calls').owner).toMatchObject({ key: 'FrontDesk', from: 'journey' });
});

test('a persona has what its segment has, own before inherited, and never what it contradicts', () => {
  const ken = model.personas.get('Ken');
  expect(ken?.prefers.map(({ key }) => key)).toEqual(['app', 'web']);
  expect(ken?.avoids.map(({ key }) => key)).toEqual(['phone', 'post']);
  expect(ken?.has.map(({ value }) => value)).toEqual(['smartphone']);
  expect(ken).toMatchObject({ patience: { seconds: 86_400 }, share: { ratio: 0.6 } });
  expect(ken?.pains).toMatchObject([{ key: 'Ken.Hurry', label: 'No time to wait' }]);
  expect(ken?.place.uri).toBe(files.document('people.journey').uri.toString());
});

test('the model brings what is referred to from the library, and nothing else of it', () => {
  const library = [...model.channels.values()].filter((channel) => channel.library).map(({ id }) => id);
  expect(library.toSorted()).toEqual(['app', 'email', 'phone', 'post', 'web']);
  expect(model.channels.get('phone')).toMatchObject({ human: true, live: true, kind: { value: 'phone' } });
  expect(model.data.get('bookingNo')?.library).toBe(true);
});

test('the model of a version is computed once', () => {
  expect(files.model('book-room.journey')).toBe(model);
  expect(files.model('people.journey').personas.get('Ken')).toBe(model.personas.get('Ken'));
});
