// Titles of personas that describe them in brackets: how they are said in findings and where a map has little room.
import { describe, expect, test } from 'vitest';
import { frictionOf } from '../../src/friction/runner.ts';
import { contentOf } from '../../src/map/content/content-of.ts';
import type { Text } from '../../src/model/text.ts';
import { inputsOf } from '../map/maps.ts';
import { filesOf } from '../support/documents.ts';

/** Everybody likes the phone and finds only a counter: each is named in a finding. */
async function modelWith(...titles: readonly string[]): Promise<Parameters<typeof frictionOf>[0]> {
  const ids = titles.map((_, index) => `P${index}`);
  const text =
    `${titles.map((title, index) => `persona P${index} ${title} { prefers ${index % 2 === 0 ? 'phone' : 'email'} }`).join('\n')}
journey 介護 "介護の申し込み" {
  for ${ids.join(', ')}
  stage 相談 "相談" : purchase {
    touchpoint 申請 "申請する" on counter by customer { asks address; feels ${ids.map((id, index) => `${id} ${index % 2 === 0 ? -1 : 1}`).join(', ')} }
  }
}
`.replaceAll('; ', '\n');
  return (await filesOf({ 'file.journey': text })).model('file.journey');
}

async function messagesWith(...titles: readonly string[]): Promise<readonly Text[]> {
  return frictionOf(await modelWith(...titles))
    .filter(({ code }) => code === 'preferred-channel-unavailable')
    .map(({ message }) => message);
}

describe('a persona whose title describes them in brackets', () => {
  test.each([
    ['"恵子さん(51歳、正社員、実家は車で40分)"', '「恵子さん」', '"恵子さん"'],
    ['"恵子さん（51歳（正社員））"', '「恵子さん」', '"恵子さん"'],
    ['"恵子(仮名)さん (51歳)"', '「恵子(仮名)さん」', '"恵子(仮名)さん"'],
    ['"恵子さん(51歳)" en "Keiko (51, full-time)"', '「恵子さん」', '"Keiko"'],
    ['"(51歳の会社員)"', '「(51歳の会社員)」', '"(51歳の会社員)"'],
    ['"恵子さん(51歳"', '「恵子さん(51歳」', '"恵子さん(51歳"'],
    ['"会員)"', '「会員)」', '"会員)"'],
  ])('%s is called %s', async (title, ja, en) => {
    const [message] = await messagesWith(title);
    expect(message?.ja).toContain(ja);
    expect(message?.en).toContain(en);
  });

  test('keeps the whole title where another persona has the same name', async () => {
    const said = (await messagesWith('"佐藤さん(妻)"', '"佐藤さん(夫)"', '"恵子さん(娘)"'))
      .map(({ ja }) => ja)
      .join('\n');
    expect(said).toContain('「佐藤さん(妻)」');
    expect(said).toContain('「佐藤さん(夫)」');
    expect(said).toContain('「恵子さん」');
    expect((await messagesWith('"佐藤さん(妻)"', '"佐藤さん"')).map(({ ja }) => ja).join('\n')).toContain(
      '「佐藤さん(妻)」',
    );
  });

  test('has the whole title on the card of the map, and the name at the curve and in the legend', async () => {
    const [input] = inputsOf(await modelWith('"恵子さん(51歳、正社員)"', '"幸一さん(48歳、単身赴任)"'));
    if (input === undefined) throw new Error('no journey');
    const content = contentOf(input, { locale: 'ja', lanes: [], personas: [], showsFrictions: true });
    expect(content.personas.map(({ name }) => name)).toEqual(['恵子さん(51歳、正社員)', '幸一さん(48歳、単身赴任)']);
    expect(content.personas.map(({ called }) => called)).toEqual(['恵子さん', '幸一さん']);
    expect(content.curves.map(({ name }) => name)).toEqual(['恵子さん', '幸一さん']);
  });
});
