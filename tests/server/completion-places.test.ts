// What is proposed where: in whole, half-written and broken files.
import { expect, test } from 'vitest';
import { askedAt, writtenFor } from './proposals.ts';

const people = 'team Sales "営業部"\npersona Ken "健" {\n  prefers chat, phone\n  avoids web\n}\n';
const start = `${people}journey A {\n  for Ken\n  stage S {\n`;
const inTouchpoint = `${start}    touchpoint T on phone {\n      `;
const end = '\n    }\n  }\n}\n';

test.each([
  ['at the top', 'j<|>', ['journey', 'persona', 'import']],
  ['at the top, with nothing written', '<|>', ['journey', 'persona', 'import']],
  ['in a journey', 'journey A {\n  <|>\n}\n', ['stage', 'goal', 'owner']],
  [
    'in a touchpoint that is not closed',
    `${inTouchpoint}<|>`,
    ['feels', 'waits', 'does', '->', 'on failure', 'tells next'],
  ],
  ['behind a brace on its line', 'journey A { <|>', ['stage', 'kind']],
  ['after a keyword', `${start}    touchpoint T on <|>`, ['phone', 'web']],
  ['a half-written name', `${start}    touchpoint T on ph<|> {\n    }\n  }\n}\n`, ['phone']],
  ['a team', 'team Sales\njourney A {\n  owner <|>\n}\n', ['Sales']],
  ['an arrow', `${start}    touchpoint T {\n      -> <|>\n    }\n    touchpoint U\n  }\n}\n`, ['U']],
  ['after a name', `${start}    touchpoint T <|>`, ['on', 'by', '{ }', '"…"', 'ja']],
  ['after a mistake above', `nonsense x\n${start}    touchpoint T on <|>`, ['phone']],
  ['below a line that makes no sense', `${inTouchpoint}nonsense and more\n      <|>${end}`, ['feels', 'does']],
  ['below a statement that was left half-written', `journey A {\n  owner\n  <|>\n}\n`, ['stage', 'kind']],
  ['on the next line of a list', `${start}    touchpoint T on web,\n      <|>`, ['phone']],
  ['words of a list', 'journey A {\n  kind <|>\n}\n', ['asIs', 'toBe', 'actual']],
  ['kinds of a stage', 'journey A {\n  stage S : <|>', ['purchase', 'support']],
  ['kinds of a channel', 'channel desk : <|>', ['counter', 'wordOfMouth']],
  ['who begins', `${start}    touchpoint T by <|>`, ['customer', 'company', 'partner']],
  ['causes', `${inTouchpoint}barrier B "b" cause <|>`, ['transparency', 'duration']],
  ['metrics', `${inTouchpoint}metric <|>`, ['nps', 'csat']],
  ['data', `${inTouchpoint}asks <|>`, ['name', 'email', 'phoneNumber']],
  ['information', `fact fee = 300 JPY\n${inTouchpoint}shows <|>`, ['fee', 'price', 'terms', 'fact']],
  ['emotions and personas', `${inTouchpoint}feels <|>`, ['hopeful', 'Ken', '+1', '-2']],
  ['evidence', `${inTouchpoint}evidence <|>`, ['interview', 'survey']],
  ['days and hours', 'channel desk {\n  hours <|>\n}\n', ['weekdays', '9:00-18:00']],
  ['variants of the experiment', 'experiment E {\n  variants Long, Short\n  result <|>\n}\n', ['Long', 'Short']],
  ['times', `${inTouchpoint}waits <|>`, ['5 min', '2 h']],
  ['units', `${inTouchpoint}waits 5 <|>`, ['min', 'h', 'days', 'businessDays', 'max']],
  ['a half-written unit', `${inTouchpoint}waits 5 m<|>`, ['min', 'max']],
  ['money', `${inTouchpoint}cost 1200 <|>`, ['JPY', 'EUR']],
  ['shares', `${inTouchpoint}conversion 12<|>`, ['%']],
  ['what goes on', `${start}    touchpoint T {\n      -> U <|>`, ['when', 'for', 'carries', 'transfer']],
])('%s', async (_, written, expected) => {
  const { labels } = await askedAt(written);
  for (const label of expected) expect(labels).toContain(label);
});

test.each([
  ['in a string', 'team Sales "<|>"\n'],
  ['in a string that is not closed', 'team Sales "abc <|>'],
  ['in a comment', '// <|>\n'],
  ['in a comment of several lines', '/* a\n <|> */\n'],
  ['where a new id is needed', 'team <|>'],
  ['behind a sign that nobody understands', 'team A\n/<|>'],
  ['within a number', `${inTouchpoint}waits 1<|>5 min`],
  ['within a date', 'journey A {\n  reviewed 2026-0<|>'],
])('nothing %s', async (_, written) => {
  expect((await askedAt(written)).labels).toEqual([]);
});

test('only what fits: no team where a channel is needed', async () => {
  expect((await askedAt(`${start}    touchpoint T on <|>`)).labels).not.toContain('Sales');
});

test('keywords bring what they need as tab stops', async () => {
  const { item } = await askedAt(`${inTouchpoint}<|>`);
  expect(item('waits').snippet).toBe(['waits $', '{1:5 min}'].join(''));
  expect(item('does').snippet).toBe(['does "$', '{1:…}"'].join(''));
  expect(item('end').snippet).toBe(['end $', '{1|success,failure,exit|}'].join(''));
  expect((await askedAt('persona Ken {\n  <|>')).item('age').snippet).toBe(['age $', '{1:34}'].join(''));
  expect(writtenFor((await askedAt('journey A {\n  stage S {\n    <|>')).item('touchpoint'))).toBe(
    'touchpoint MyId "Title" on web {\n\t\n}',
  );
});

test('in a Japanese file samples and units are Japanese', async () => {
  const written =
    'journey 予約 "会議室を予約する" {\n  stage 探す "部屋を探す" {\n    touchpoint 電話 "電話をかける" {\n      ';
  expect((await askedAt(`${written}<|>`)).item('waits').snippet).toContain('5分');
  const { labels, item } = await askedAt(`${written}waits 5<|>`);
  expect(labels).toEqual(expect.arrayContaining(['分', '時間', '営業日', 'か月']));
  expect(labels).not.toContain('min');
  expect(item('分').insert).toBe('分');
});

test('in an English file a space stands before the unit', async () => {
  expect((await askedAt(`${inTouchpoint}waits 5<|>`)).item('min').insert).toBe(' min');
});

test('what the block does not say yet comes first, what it may say only once comes last', async () => {
  const { labels } = await askedAt(`${inTouchpoint}does "x"\n      waits 5 min\n      <|>\n      feels hopeful${end}`);
  const at = (label: string): number => labels.indexOf(label);
  expect(at('thinks')).toBeLessThan(at('does'));
  expect(at('says')).toBeLessThan(at('feels'));
  expect(at('does')).toBeLessThan(at('waits'));
});

test('what there are many of stays in front: stages, touchpoints, declarations', async () => {
  expect((await askedAt(`${start}  }\n  <|>\n}\n`)).labels[0]).toBe('stage');
  expect((await askedAt(`${inTouchpoint}\n    }\n    <|>\n  }\n}\n`)).labels[0]).toBe('touchpoint');
});

test('channels as the persona likes them', async () => {
  const { labels } = await askedAt(`channel desk : counter\n${start}    touchpoint T on <|>`);
  const at = (label: string): number => labels.indexOf(label);
  expect(labels.slice(0, 2)).toEqual(['chat', 'phone']);
  expect(at('desk')).toBeLessThan(at('email'));
  expect(at('web')).toBeGreaterThan(at('email'));
});

test('names by nearness: own, imported, library, and then those that need an import', async () => {
  const files = {
    'shared/own.journey': 'channel imported : counter\n',
    'other.journey': 'channel elsewhere "Elsewhere" : counter\n',
  };
  const { labels, item } = await askedAt(
    'import "shared/own.journey"\n\nchannel own : counter\npersona K {\n  prefers <|>\n}\n',
    files,
  );
  const at = (label: string): number => labels.indexOf(label);
  expect(at('own')).toBeLessThan(at('imported'));
  expect(at('imported')).toBeLessThan(at('web'));
  expect(at('web')).toBeLessThan(at('elsewhere'));
  const place = { line: 0, character: 27 };
  expect(item('elsewhere')).toMatchObject({
    title: 'Elsewhere',
    aside: 'other.journey',
    also: { range: { start: place, end: place }, text: '\nimport "other.journey"' },
  });
});

test('the first import stands at the top, with the path from this file', async () => {
  const { item } = await askedAt('journey A {\n  owner <|>\n}\n', { 'shared/teams.journey': 'team 受付\n' });
  const top = { line: 0, character: 0 };
  expect(item('受付').also).toEqual({ range: { start: top, end: top }, text: 'import "shared/teams.journey"\n\n' });
});

test('names have their titles in the language asked for', async () => {
  const { item } = await askedAt(`${start}    touchpoint T on <|>`, {}, { locale: 'ja' });
  expect(item('phone').title).toBe('電話');
});

test('emotions have their face and value', async () => {
  expect((await askedAt(`${inTouchpoint}feels <|>`)).item('anxious').aside).toMatch(/^\p{Emoji_Presentation} -\d$/u);
});

test('after a feeling comes its value, after a persona the feeling', async () => {
  expect((await askedAt(`${inTouchpoint}feels anxious <|>`)).labels).not.toContain('hopeful');
  expect((await askedAt(`${inTouchpoint}feels Ken <|>`)).labels).toContain('hopeful');
});

test('a list does not name the same twice', async () => {
  const { labels } = await askedAt(`${inTouchpoint}asks name, <|>`);
  expect(labels).not.toContain('name');
  expect(labels).toContain('email');
});

const stages = `journey A {
  stage Find {
    touchpoint First {
      -> <|>
    }
    touchpoint Second
  }
  stage Buy {
    touchpoint Pay
    touchpoint Busy
  }
}
journey B {
  stage Buy {
    touchpoint Late
  }
}
`;

test('an arrow leads on first, and back to itself last', async () => {
  expect((await askedAt(stages)).labels).toEqual(['Second', 'Pay', 'Busy', 'First']);
});

test('behind a stage and a point come its touchpoints', async () => {
  const own = await askedAt(stages.replace('<|>', 'Buy.<|>'));
  expect(own.labels.slice(0, 2)).toEqual(['Pay', 'Busy']);
  expect((await askedAt(stages.replace('<|>', 'B.Buy.<|>'))).labels).toEqual(['Late']);
  expect((await askedAt(stages.replace('<|>', 'Buy.P<|>'))).labels).toContain('Pay');
});

test('behind a touchpoint and a point come its barriers, where one is to be solved', async () => {
  const written = `${inTouchpoint}barrier Slow "slow"\n      solves T.<|>${end}`;
  expect((await askedAt(written)).labels).toEqual(['Slow']);
});

function waysBeside(share: string): string {
  const others = '    touchpoint U\n    touchpoint V\n  }\n}\n';
  return `${start}    touchpoint T {\n      -> U ${share}\n      -> V <|>\n    }\n${others}`;
}

test('ways on fill up to 100%', async () => {
  expect((await askedAt(waysBeside('70%'))).labels[0]).toBe('30%');
  expect((await askedAt(waysBeside('100%'))).labels).not.toContain('10%');
  expect((await askedAt('persona A {\n  share 64%\n}\npersona B {\n  share <|>\n}\n')).labels[0]).toBe('36%');
  expect((await askedAt('experiment E {\n  variants X, Y\n  split <|>\n}\n')).labels[0]).toBe('50%');
});

test('dates that are likely: evidence of this month, a review of today, a target to come', async () => {
  expect((await askedAt(`${inTouchpoint}evidence log 12 on <|>`)).labels.slice(0, 2)).toEqual(['2026-11', '2026-10']);
  expect((await askedAt('journey A {\n  reviewed <|>\n}\n')).labels[0]).toBe('2026-11-22');
  expect((await askedAt('goal G {\n  by <|>\n}\n')).labels.slice(0, 2)).toEqual(['2026-11-30', '2027-02']);
});

test('what was committed to can be confirmed', async () => {
  const written = `${start}    touchpoint T {\n      commits 会員登録\n    }\n    touchpoint U {\n      confirms <|>`;
  expect((await askedAt(written)).labels[0]).toBe('会員登録');
});

test('rules in a comment that silences one, those of the line below first', async () => {
  const finding = {
    code: 'wait-untold',
    place: { uri: '', range: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } } },
  };
  const written = '// journey-ignore <|>\nteam A\n';
  const { labels, item, start: from } = await askedAt(written, {}, { findings: () => [finding as never] });
  expect(labels[0]).toBe('wait-untold');
  expect(labels.length).toBeGreaterThan(50);
  expect(item('asks-again').title).toContain('asked');
  expect(item('asks-again').snippet).toContain('asks-again: ');
  expect(from).toBe(written.indexOf('<|>'));
  expect((await askedAt('// journey-ignore asks-<|>again: the law\n')).item('asks-again').snippet).toBeUndefined();
});

test('paths of other files in an import', async () => {
  const files = { 'people.journey': '', 'shared/チーム.journey': '', 'shared/deep/a.journey': '' };
  const inQuotes = await askedAt('import "<|>"\n', files);
  expect(inQuotes.labels).toEqual(['people.journey', 'shared/チーム.journey', 'shared/deep/a.journey']);
  const half = await askedAt('import "peo<|>', files);
  expect(half.item('people.journey').insert).toBe('people.journey"');
  expect(half.start).toBe('import "'.length);
  expect((await askedAt('import "people.journey"\nimport <|>\n', files)).labels).toEqual([
    '"shared/チーム.journey"',
    '"shared/deep/a.journey"',
  ]);
});

test('behind a full-width space and in the middle of Japanese text', async () => {
  const written = 'team 受付\njourney 予約 {\n　　owner　<|>\n}\n';
  expect((await askedAt(written)).labels).toContain('受付');
  const { start: from, labels } = await askedAt(
    'channel タッチ・パネル : store\npersona 健 {\n  prefers タッチ・パ<|>\n}\n',
  );
  expect(labels).toContain('タッチ・パネル');
  expect(from).toBe('channel タッチ・パネル : store\npersona 健 {\n  prefers '.length);
});

test('templates stand where their statements may, in the language of the file and called in that of the reader', async () => {
  expect((await askedAt('<|>')).item('new persona').snippet).toContain('What bothers them');
  const japanese = await askedAt('<|>', {}, { locale: 'ja' });
  expect(japanese.item('新しいペルソナ')).toMatchObject({ title: 'new persona' });
  expect(japanese.item('新しいペルソナ').snippet).toContain('困っていること');
  expect((await askedAt('team Sales "Sales"\n<|>', {}, { locale: 'ja' })).item('新しいペルソナ').snippet).toContain(
    'Pain',
  );
  expect((await askedAt(`${start}    <|>`)).labels).toContain('promised wait');
  expect((await askedAt(`${inTouchpoint}asks <|>`)).labels.filter((label) => label.startsWith('new '))).toEqual([]);
});

test('keywords are called and found by their Japanese words, for who reads Japanese', async () => {
  const { item } = await askedAt(`${inTouchpoint}待ち<|>`, {}, { locale: 'ja' });
  expect(item('waits').title).toBe('待ち時間');
  expect((await askedAt('ペル<|>', {}, { locale: 'ja' })).item('persona').title).toBe('ペルソナ');
  expect((await askedAt('per<|>')).item('persona').title).toBeUndefined();
});

test('samples are in the language of the reader while nothing is written', async () => {
  expect(writtenFor((await askedAt('per<|>', {}, { locale: 'ja' })).item('persona'))).toContain('"タイトル"');
  expect(writtenFor((await askedAt('per<|>')).item('persona'))).toContain('"Title"');
});
