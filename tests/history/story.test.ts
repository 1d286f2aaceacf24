// What a reviewer is told about two versions, in both languages.
import { describe, expect, test } from 'vitest';
import { fieldLabel, LABELLED_FIELDS } from '../../src/history/labels.ts';
import { snapshotOf } from '../../src/history/snapshot.ts';
import { withParts } from '../../src/history/element.ts';
import { improvementsIn, type Story, storyOf } from '../../src/history/story.ts';
import { everything } from '../support/everything.ts';
import { versionOf } from './versions.ts';

const text = `persona Hanako "花子さん"
journey Booking "部屋の予約" en "Booking a room" {
  for Hanako
  stage Pay "Paying" {
    touchpoint Call "Calls" on phone { waits 1 min  feels 0  asks name }
    touchpoint Thanks "Reads the confirmation" on email { feels 1 }
  }
}
`;

async function told(from: string, to: string): Promise<Story> {
  expect(text).toContain(from);
  return storyOf(await versionOf({ 'a.journey': text }), await versionOf({ 'a.journey': text.replace(from, to) }));
}

function lines({ journeys, shared }: Story, locale: 'en' | 'ja'): readonly string[] {
  const groups = [...journeys.flatMap((journey) => journey.groups), ...shared];
  return groups.flatMap((group) => group.lines.map((line) => `${group.title[locale]} – ${line.text[locale]}`));
}

describe('a change in words', () => {
  test.each<[from: string, to: string, en: string, ja: string]>([
    [
      'waits 1 min',
      'waits 40 min max 1 h',
      'Touchpoint "Calls" – Wait: 1 min → 40 min at most 1 h',
      'タッチポイント「Calls」 – 待ち時間: 1分 → 40分 最長1時間',
    ],
    ['waits 1 min', '', 'Touchpoint "Calls" – Wait: − 1 min', 'タッチポイント「Calls」 – 待ち時間: − 1分'],
    [
      'asks name',
      'asks name, email',
      'Touchpoint "Calls" – Asks the customer for: + E-mail address',
      'タッチポイント「Calls」 – お客様に尋ねること: + メールアドレス',
    ],
    [
      'feels 0',
      'feels Hanako -1',
      'Touchpoint "Calls" – Feels: 0 → 花子さん: −1',
      'タッチポイント「Calls」 – 感情: 0 → 花子さん: −1',
    ],
    [
      'feels 0',
      'feels 0 momentOfTruth',
      'Touchpoint "Calls" – Moment of truth: yes',
      'タッチポイント「Calls」 – 真実の瞬間: あり',
    ],
    [
      '"Paying"',
      '"Payment"',
      'Stage "Payment" – title: "Paying" → "Payment"',
      'ステージ「Payment」 – 名称: 「Paying」 → 「Payment」',
    ],
    [
      '    touchpoint Thanks',
      '    touchpoint Wait "Waits" on email { waits 2 h }\n    touchpoint Thanks',
      'Touchpoint "Waits" – added (Channel: E-mail; Wait: 2 h)',
      'タッチポイント「Waits」 – 追加(チャネル: メール、待ち時間: 2時間)',
    ],
  ])('%s → %s', async (from, to, en, ja) => {
    const story = await told(from, to);
    expect(lines(story, 'en')).toEqual([en]);
    expect(lines(story, 'ja')).toEqual([ja]);
  });
});

test('what the customer feels differently comes first, with numbers', async () => {
  const { journeys } = await told('waits 1 min  feels 0', 'waits 40 min  feels -2');
  expect(journeys).toHaveLength(1);
  expect(journeys[0]?.effects).toEqual([
    {
      en: 'For "花子さん", the lowest point falls from 0 to −2 ("Calls").',
      ja: '「花子さん」: 感情の底が0から−2(「Calls」)に下がります。',
    },
    {
      en: 'For "花子さん", the time spent waiting grows from 1 minute to 40 minutes on the longest way.',
      ja: '「花子さん」: 待ち時間の合計(最も長い経路)が1分から40分に増えます。',
    },
    {
      en: 'At "Calls", "花子さん" feels −2 instead of 0.',
      ja: '「Calls」での「花子さん」の感情が0から−2になります。',
    },
    {
      en: 'At "Calls", the wait is 40 minutes instead of 1 minute.',
      ja: '「Calls」の待ち時間が1分から40分になります。',
    },
  ]);
});

function three(feels: string): string {
  const journey = text.replace('for Hanako', 'for A, B, C').replace('feels 0', feels);
  return `persona A "A"\npersona B "B"\npersona C "C"\n${journey}`;
}

async function effectsAtCalls(is: string): Promise<readonly string[]> {
  const versions = [three('feels A 0, B 0, C 0'), three(is)].map(async (each) => versionOf({ 'a.journey': each }));
  const [before, after] = await Promise.all(versions);
  if (before === undefined || after === undefined) throw new Error('There are two versions');
  const { journeys } = storyOf(before, after);
  return journeys.flatMap((journey) => journey.effects.map(({ en }) => en)).filter((effect) => effect.startsWith('At'));
}

test('everybody feels it only where all do', async () => {
  expect(await effectsAtCalls('feels A 1, B 1, C 1')).toEqual(['At "Calls", everybody feels +1 instead of 0.']);
  expect(await effectsAtCalls('feels A 1, B 1, C 0')).toEqual([
    'At "Calls", "A" feels +1 instead of 0.',
    'At "Calls", "B" feels +1 instead of 0.',
  ]);
});

test('a journey that is improved, by whom and for how much', async () => {
  const version = await versionOf({
    'a.journey': `${text}
      journey Better "Better" { kind toBe improves Booking for Hanako stage Pay { touchpoint Call "Calls" on phone { feels 1 } } }
      team Sales
      action Faster "Answer faster" { at Call cost 1000 EUR owner Sales }
      action Louder "Not about it" { cost 5 EUR }`.replace('at Call', 'at Better.Pay.Call'),
  });
  const [improvement, ...more] = improvementsIn(version);
  expect(more).toEqual([]);
  expect(improvement?.actions.map(({ id }) => id)).toEqual(['Faster']);
  expect(improvement?.costs).toEqual([{ currency: 'EUR', amount: 1000 }]);
  expect(improvement?.groups.flatMap((group) => group.lines.map((line) => line.text.en))).toContain(
    'removed (Channel: E-mail; Feels: +1)',
  );
});

test('every statement of the language has a name for people', async () => {
  const version = await versionOf({ 'a.journey': everything });
  const fields = new Set(
    snapshotOf(version).flatMap((file) =>
      Array.from(withParts(file), (element) => Array.from(element.fields.keys())).flat(),
    ),
  );
  expect([...fields].filter((field) => !LABELLED_FIELDS.includes(field))).toEqual([]);
  expect(LABELLED_FIELDS.filter((field) => fieldLabel(field).en === '' || fieldLabel(field).ja === '')).toEqual([]);
});
