import { expect, test } from 'vitest';
import { foreignJourney } from '../../src/tools/foreign-journey.ts';

const cells = 'Stage\tTouchpoint\tChannel\tEmotion\r\nFind\tSees the ad\tWebsite\t4\r\n\tCalls\tPhone\t2\r\n';

test.each([
  ['cells of a spreadsheet', cells],
  ['Japanese cells', 'ステージ\tタッチポイント\nFind\tSees the ad\n\tCalls\n'],
  ['a table in Markdown', '| Stage | Touchpoint |\n|---|---|\n| Find | Sees the ad |\n| | Calls |\n'],
  ['a Mermaid journey', 'journey\n  title T\n  section Find\n    Sees the ad: 4: Me\n    Calls: 2: Me\n'],
  [
    'a Mermaid journey in Markdown',
    '# T\n\n```mermaid\njourney\n  section Find\n    Sees the ad: 4\n    Calls: 2\n```\n',
  ],
])('%s become a journey', (_, text) => {
  const imported = foreignJourney(text, 'Title');
  expect(imported?.text).toContain('stage Find "Find"');
  expect(imported?.text).toMatch(/touchpoint SeesTheAd "Sees the ad".*touchpoint Calls "Calls"/s);
});

test('cells that are parted by commas become one where it is known that they are cells', () => {
  const text = cells.replaceAll('\t', ',');
  expect(foreignJourney(text, 'Title', true)?.text).toContain('journey Title "Title"');
  expect(foreignJourney(text, 'Title')).toBeUndefined();
});

test.each([
  ['a journey of our own', 'journey Room "Room" {\n\tstage A {\n\t\ttouchpoint B\n\t}\n}\n'],
  ['a table about something else', 'Apples\tPears\n3\t4\n5\t6\n'],
  ['one line with a tab', 'a\tb'],
  ['prose', 'We went | there.'],
  ['nothing', ''],
])('%s stays what it is', (_, text) => {
  expect(foreignJourney(text, 'Title')).toBeUndefined();
});
