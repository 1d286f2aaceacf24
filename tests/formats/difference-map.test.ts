// The map of changes: both versions in one picture.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { changeMap } from '../../src/formats/difference/map.ts';
import { improvementsIn, type JourneyStory, storyOf } from '../../src/history/story.ts';
import type { MapContent } from '../../src/map/content/content.ts';
import { mapScene } from '../../src/map/map.ts';
import { writeMarkdown } from '../../src/map/table/markdown.ts';
import { writeSvg } from '../../src/map/svg/write-svg.ts';
import type { Locale } from '../../src/model/text.ts';
import { versionOf } from '../history/versions.ts';
import { misplacedTexts } from '../map/boxes.ts';

const sides = ['main', 'HEAD'] as const;

const was = `journey Booking "部屋の予約" en "Booking a room" {
  stage Find "Find" {
    touchpoint Search "Searches" on search { feels 0 }
    touchpoint Flyer "Reads the flyer" on sms by company { feels +2  sees "Rooms from 5 EUR"  optional }
    touchpoint Page "Looks at the page" on search { feels -1  barrier NoPrices "No prices" }
  }
  stage Pay "Pay" {
    touchpoint Call "Calls" on phone { waits 9 min  feels -2 }
  }
  stage After "Afterwards" {
    touchpoint Thanks "Gets a thank-you card" on email { feels +1 }
  }
}
`;
const is = `journey Booking "部屋の予約" en "Booking a room" {
  stage Find "Find" {
    touchpoint Page "Looks at the page" on search { feels +1 }
    touchpoint Search "Searches" on search { feels 0 }
  }
  stage Pay "Pay" {
    touchpoint Online "Pays online" on search by customer { waits 30 s  feels +1  does "Types the card number" }
    touchpoint Call "Calls" on phone { waits 1 min  feels -1 }
  }
}
`;

async function stories(before: string, after: string): Promise<readonly JourneyStory[]> {
  const [old, now] = [await versionOf({ 'a.journey': before }), await versionOf({ 'a.journey': after })];
  return storyOf(old, now).journeys;
}

async function mapOfChanges(before: string, after: string, locale: Locale): Promise<MapContent> {
  const [story] = await stories(before, after);
  if (story === undefined) throw new Error('The two do not differ');
  return changeMap(story, sides, locale);
}

describe('the map of changes', () => {
  test.each(['en', 'ja'] as const)('says in Markdown once what changes: %s', async (locale) => {
    const content = await mapOfChanges(was, is, locale);
    const text = writeMarkdown(content).replaceAll('\\', '');
    expect(content.header.scenarios.length).toBe(2);
    for (const sentence of content.header.scenarios) expect(text.split(sentence)).toHaveLength(2);
  });

  test('has what is gone where it was, and says of each card how it differs', async () => {
    const content = await mapOfChanges(was, is, 'en');
    expect(content.title).toBe('Booking a room: main → HEAD');
    expect(content.summary).toContain('Touchpoints: 1 added, 2 removed, 2 changed.');
    expect(content.touchpoints.map(({ title, change }) => [title, change?.label, ...(change?.details ?? [])])).toEqual([
      [
        'Looks at the page',
        '→\u00A0moved · ~\u00A0changed',
        expect.stringContaining('moved'),
        'Feels: −1 → +1',
        expect.any(String),
      ],
      ['Searches', undefined],
      ['Reads the flyer', '−\u00A0removed'],
      ['Pays online', '+\u00A0added'],
      ['Calls', '~\u00A0changed', 'Feels: −2 → −1', 'Wait: 9 min → 1 min'],
      ['Gets a thank-you card', '−\u00A0removed'],
    ]);
    expect(content.stages.map(({ change }) => change?.label)).toEqual([undefined, undefined, '−\u00A0removed']);
  });

  test('draws both curves over the same columns', async () => {
    const { curves } = await mapOfChanges(was, is, 'ja');
    expect(
      curves.map(({ name, compared, points }) => [name, compared, points.map(({ at, value }) => [at, value])]),
    ).toEqual([
      [
        '全員',
        false,
        [
          [0, 1],
          [1, 0],
          [3, 1],
          [4, -1],
        ],
      ],
      [
        '変更前',
        true,
        [
          [0, -1],
          [1, 0],
          [2, 2],
          [4, -2],
          [5, 1],
        ],
      ],
    ]);
  });

  test.each(['en', 'ja'] as const)('looks as it did, %s', async (locale) => {
    const scene = mapScene(await mapOfChanges(was, is, locale), { locale });
    expect(misplacedTexts(scene)).toEqual([]);
    await expect(writeSvg(scene, { id: 'map', theme: 'light' })).toMatchFileSnapshot(`golden/changes.${locale}.svg`);
  });

  test('frames say on a phone, too, what has changed', async () => {
    const scene = mapScene(await mapOfChanges(was, is, 'en'), { width: 390, locale: 'en' });
    const frames = writeSvg(scene, { id: 'map', theme: 'light' }).match(/class="card-(?!title)\w+"/g);
    expect(new Set(frames)).toEqual(new Set(['class="card-added"', 'class="card-changed"', 'class="card-removed"']));
  });

  test('of a journey that is new, or gone', async () => {
    const other = 'journey Other { }\n';
    const [fresh, gone] = [await stories(other, other + is), await stories(other + was, other)];
    const changes = [...fresh, ...gone].map((story) => changeMap(story, sides, 'en'));
    expect(
      changes.map(({ touchpoints }) => Array.from(new Set(touchpoints.map(({ change }) => change?.kind)))),
    ).toEqual([['added'], ['removed']]);
  });

  test('says so where no touchpoint differs', async () => {
    const unlike = await mapOfChanges(was, was.replace('"部屋の予約"', '"会議室の予約"'), 'ja');
    expect(unlike.summary).toContain('タッチポイントに変更はありません。');
    expect(unlike.title).toBe('部屋の予約 → 会議室の予約');
  });
});

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const folders = readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test.each(folders)('what $name improves is drawn with every text in its box', async ({ name }) => {
  const files = readdirSync(`${examples}/${name}`);
  const version = await versionOf(
    Object.fromEntries(files.map((file) => [file, readFileSync(`${examples}/${name}/${file}`, 'utf8')])),
  );
  const improvements = improvementsIn(version);
  expect(improvements.length).toBeGreaterThan(0);
  for (const improvement of improvements) {
    for (const locale of ['en', 'ja'] as const) {
      const content = changeMap(improvement, ['as-is', 'to-be'], locale);
      expect(misplacedTexts(mapScene(content, { locale, folded: [] }))).toEqual([]);
      // Nothing of either version is lost.
      const { before, after } = improvement.impact;
      const gone = content.touchpoints.filter(({ change }) => change?.kind === 'removed').length;
      const fresh = content.touchpoints.filter(({ change }) => change?.kind === 'added').length;
      expect([content.touchpoints.length - fresh, content.touchpoints.length - gone]).toEqual([
        before?.touchpoints,
        after?.touchpoints,
      ]);
    }
  }
});
