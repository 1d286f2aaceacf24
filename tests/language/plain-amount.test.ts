import { expect, it } from 'vitest';
import { openTime, plainAmount } from '../../src/language/plain-amount.ts';

it.each([
  ['約2週間', '2週間'],
  ['30分程度', '30分'],
  ['約３０分ほど', '３０分'],
  ['一週間', '1週間'],
  ['十日', '10日'],
  ['二十三日', '23日'],
  ['半日', '12時間'],
  ['半年', '6か月'],
  ['3割', '30%'],
])('%s is written %s', (said, written) => {
  expect(plainAmount(said)).toBe(written);
});

it.each(['数日', '翌日', '2週間以上', '3日から1週間', '約束', '三者面談', '一部', '5分', ''])(
  '%s stays open',
  (said) => {
    expect(plainAmount(said)).toBeUndefined();
  },
);

it.each([
  ['翌日', '「1日」'],
  ['翌営業日', '「1営業日」'],
  ['来週', '「1週間」'],
  ['数日', 'waits 3日 max 7日'],
  ['数か月', '「3か月」'],
  ['年度末', '暦の日'],
])('%s is answered with what to write: %s', (said, help) => {
  expect(openTime(said)?.ja).toContain(help);
});

it.each(['5分', '日', '数', '年度', '翌', ''])('%s is answered as anything else', (said) => {
  expect(openTime(said)).toBeUndefined();
});
