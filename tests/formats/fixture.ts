// A small report with everything that a format has to cope with. The places are those of the text below.
import type { Report, ReportOptions } from '../../src/formats/report.ts';
import { sourceOf } from '../../src/formats/report.ts';
import type { JourneySummary } from '../../src/formats/summary.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Place } from '../../src/model/place.ts';

const uri = 'file:///team/journeys/%E4%BC%9A%E8%AD%B0%20room.journey';
const people = 'file:///team/journeys/people.journey';

const text = `import "people.journey"
journey BookRoom "Book a <room> & \u001B[31mmore" {
  stage Book "予約" : purchase {
    touchpoint Calls "電話をかける" on phone by customer {
      asks name, phoneNumber
    }
    touchpoint SendsForm "Sends the form" on email by customer {
      asks name, phoneNumber
    }
  }
}
`;

export const hostile =
  'a "title" with | pipes, <b>tags</b>, @someone #12 `code`\n::error::\r%0A \u001B[31m\u202E]]> & 日本語';

function at(line: number, from: number, to: number, file = uri): Place {
  return { uri: file, range: { start: { line, character: from }, end: { line, character: to } } };
}

function finding(own: Pick<Finding, 'code' | 'severity' | 'place'> & Partial<Finding>): Finding {
  return {
    message: { en: `${own.code} is wrong.`, ja: `${own.code}に問題があります。` },
    help: { en: 'Put it right.', ja: '直してください。' },
    related: [],
    fixes: [],
    subject: { journey: 'BookRoom' },
    personas: [],
    ...own,
  };
}

export const findings: readonly Finding[] = [
  finding({ code: 'unresolved-reference', severity: 'error', place: at(0, 7, 23), subject: {} }),
  finding({
    code: 'wait-untold',
    severity: 'hint',
    cause: 'transparency',
    place: at(3, 15, 20),
    message: { en: hostile, ja: hostile },
  }),
  finding({
    code: 'asks-again',
    severity: 'warning',
    cause: 'identity',
    place: at(7, 11, 15),
    subject: { journey: 'BookRoom', stage: 'BookRoom.Book', touchpoint: 'BookRoom.Book.SendsForm' },
    related: [
      { message: { en: 'first asked here', ja: '最初に尋ねる場所' }, place: at(4, 11, 15) },
      { message: { en: 'the persona', ja: 'ペルソナ' }, place: at(2, 8, 11, people) },
    ],
  }),
  finding({ code: 'asks-again', severity: 'warning', cause: 'identity', place: at(7, 17, 28) }),
  finding({
    code: 'flat-curve',
    severity: 'information',
    place: { uri, range: { start: { line: 2, character: 2 }, end: { line: 9, character: 3 } } },
  }),
];

const journey: JourneySummary = {
  key: 'BookRoom',
  id: 'BookRoom',
  label: 'Book a <room> & \u001B[31mmore',
  stages: 1,
  touchpoints: 2,
  score: 7,
};

export const report: Report = {
  files: [
    { uri, findings, journeys: [journey] },
    { uri: people, findings: [], journeys: [] },
  ],
  sources: new Map([
    [uri, sourceOf('journeys/会議 room.journey', text)],
    [people, sourceOf('journeys/people.journey', '\n\npersona Ken "健"\n')],
  ]),
  unread: [{ path: 'journeys/<logo>.png', reason: { en: 'a binary file, not text', ja: 'バイナリファイルです' } }],
};

export const empty: Report = { files: [], sources: new Map(), unread: [] };

export const options: ReportOptions = {
  locale: 'en',
  version: '1.2.3',
  rules: [
    {
      id: 'asks-again',
      group: 'identity',
      since: '0.1.0',
      severity: 'warning',
      summary: { en: 'The customer is asked again', ja: '同じことをもう一度聞かれます' },
      why: { en: 'It is tiring.', ja: '負担になります。' },
      remedy: { en: 'Share it.', ja: '共有してください。' },
      sources: [],
      settings: [],
      waitsFor: 'touchpoint',
    },
  ],
  fails: ({ severity }) => severity === 'error' || severity === 'warning',
  hash: (value) => Buffer.from(value).toString('hex'),
};
