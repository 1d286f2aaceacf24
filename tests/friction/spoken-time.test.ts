import { describe, expect, test } from 'vitest';
import { spokenTimeIn } from '../../src/friction/spoken-time.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

describe('a sentence that states one length of time', () => {
  test.each([
    ['Your estimated waiting time is 10 minutes.', 10 * minute, false],
    ['About 20 seconds', 20, true],
    ['Within 48 hours', 48 * hour, false],
    ['We reply in 2 to 3 days.', 3 * day, false],
    ['Delivery takes 3-5 weeks', 35 * day, false],
    ['1.5 hours', 1.5 * hour, false],
    ['「1時間ほどでお送りします」', hour, true],
    ['約２０分お待ちください', 20 * minute, true],
    ['2〜3分でつながります', 3 * minute, false],
    ['5日以内に発送します', 5 * day, false],
    ['お届けまで1か月程度', 30 * day, true],
  ])('%s', (sentence, seconds, rough) => {
    expect(spokenTimeIn(sentence)).toMatchObject({ seconds, longestSeconds: seconds, rough });
  });

  test.each([
    ['3営業日以内にお返事します', 5 * day],
    ['within 10 business days', 14 * day],
  ])('with the weekends in between: %s', (sentence, longestSeconds) => {
    expect(spokenTimeIn(sentence)).toMatchObject({ longestSeconds });
  });
});

test.each([
  'Please wait a moment',
  'Tomorrow between 4 and 6 p.m.',
  'At 10:30',
  'We send you news every 30 minutes',
  'At least 20 minutes',
  'An hour and a half, 1 hour at least',
  '5 minutes now, 10 minutes later',
  'Please come 15 minutes before, half past nine',
  'You paid 30 days ago',
  'No. 10 minus 3',
  '土曜の10時から12時に伺います',
  '15時30分に伺います',
  '12月5日に届きます',
  '2026年の受付は終了しました',
  '30分前にお越しください',
  '1時間半かかります',
  '10分ごとにお知らせします',
  '20分以上かかります',
  '3分の1が完了しました',
  '',
])('nothing is guessed: %s', (sentence) => {
  expect(spokenTimeIn(sentence)).toBeUndefined();
});
