// What `git diff` shows of a file: words of the language and units in the reader's language.
import { expect, test } from 'vitest';
import { readingOf } from '../../src/formats/reading.ts';
import { snapshotOf } from '../../src/history/snapshot.ts';
import { versionOf } from '../history/versions.ts';

const text = `metric Wait "待ち時間" : duration {
  better down
  baseline 9 days
}
experiment Postage "送料" on Buy.Pay.Cart {
  metric conversionRate
  variants A, B
  traffic 800 per day
  runs 2週間
  result A 12 of 400
}
journey Buy "買う" {
  stage Pay "支払う" {
    touchpoint Cart "カート" on web by customer {
      waits 4 min max 1時間
      barrier Late "遅い" cause duration severity high
      evidence survey 12
    }
  }
}
`;

async function lines(locale: 'en' | 'ja'): Promise<readonly string[]> {
  const files = snapshotOf(await versionOf({ 'a.journey': text }, false));
  return files.flatMap((file) => readingOf(file, locale).split('\n')).map((line) => line.trim());
}

test('is Japanese throughout', async () => {
  expect(await lines('ja')).toEqual(
    expect.arrayContaining([
      '種類: 時間',
      '望ましい方向: 低いほど良い',
      '現状値: 9日',
      'アクセス数: 1日あたり800',
      '実施期間: 2週間',
      '結果: A:400人中12人',
      '待ち時間: 4分 最長1時間',
      '摩擦の原因: 待ち時間の長さ・不確かさ',
      '深刻さ: 高',
      '根拠: アンケート 12件',
    ]),
  );
});

test('is English throughout', async () => {
  expect(await lines('en')).toEqual(
    expect.arrayContaining([
      'Kind: length of time',
      'Better is: lower',
      'Baseline: 9 days',
      'Traffic: 800 per day',
      'Runs for: 2 weeks',
      'Result: A: 12 of 400',
      'Wait: 4 min at most 1 hour',
      'Evidence: survey 12',
    ]),
  );
});
