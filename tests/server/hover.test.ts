import { expect, test } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { type ClientOptions, marked, started } from './client.ts';

async function hovered(written: string, options: ClientOptions = {}): Promise<Hover | null> {
  const client = await started(options);
  const { text, position } = marked(written);
  await client.open('a.journey', text);
  return client.ask<Hover | null>('hover', 'a.journey', position);
}

async function card(written: string, locale = 'en', files: ClientOptions['files'] = {}): Promise<string | undefined> {
  return ((await hovered(written, { locale, files }))?.contents as MarkupContent | undefined)?.value;
}

const persona = 'persona K<|>en "Ken" ja "健" {\n  prefers phone\n  avoids email, chat\n  pain Slow "too slow"\n}\n';

test('a persona: channels and pains', async () => {
  const text = await card(persona);
  expect(text).toContain('**Ken** — persona\n\n- Prefers: Phone\n- Avoids: E\\-mail, Live chat\n- Pains: too slow');
});

test('in the language of the client', async () => {
  expect(await card(persona, 'ja-JP')).toContain('**健** `Ken` — ペルソナ\n\n- 好むチャネル: 電話');
});

test('a persona has the channels of its segments', async () => {
  const segment = 'segment S "Busy" {\n  prefers web, phone\n  lacks smartphone\n}\n';
  expect(await card(`${segment}persona K<|>en in S {\n  prefers chat, web\n}\n`)).toBe(
    '**Ken** — persona\n\n- Segment: Busy\n- Prefers: Live chat, Website, Phone\n- Lacks: smartphone\n- Not used yet',
  );
});

test('a persona: what they say and expect, and where they are met', async () => {
  const statements = [
    'quote "I only have my lunch break."',
    'expects reply within 1 min on chat, phone',
    'expects "To be called by name"',
  ];
  const text = `persona K<|>en "健" {\n  ${statements.join('\n  ')}\n}\njourney A "Booking" {\n  for Ken\n}\n`;
  expect(await card(text)).toBe(
    [
      '**健** `Ken` — persona',
      [
        '- Says: I only have my lunch break\\.',
        '- Expects: a reply within 1 min on Live chat, Phone, To be called by name',
        '- Used (once): Booking',
      ].join('\n'),
    ].join('\n\n'),
  );
  expect(await card(text, 'ja')).toContain('- 期待: 1分以内の返信\\(有人チャット、電話\\)');
});

const asksTwice = `persona Ken
persona Sato
journey A {
  for Ken, Sato
  stage S {
    touchpoint First on phone for Ken {
      asks phoneNumber
    }
    touchpoint Other on phone {
      asks name
    }
    touchpoint Sec<|>ond "Second" on phone {
      asks phoneNumber
    }
  }
}
`;

test('a touchpoint: what the company knows about each persona by then, and what is found', async () => {
  const text = await card(asksTwice);
  expect(text).toContain('- Already known about the customer here \\(Ken\\): Phone number, Name');
  expect(text).toContain('- Already known about the customer here \\(Sato\\): Name');
  expect(text).toContain('⚠');
  expect(text).toContain('asks again for');
});

test('what is used from the standard library, and where', async () => {
  expect(await card('persona K {\n  prefers pho<|>ne\n}\n', 'ja')).toBe(
    '**電話** `phone` — チャネル · 標準ライブラリー\n\n- 種類: phone \\(電話\\)\n- 使われている場面 (1か所): K',
  );
});

test('a touchpoint: titles instead of ids, waits and feelings in words, the most severe findings first', async () => {
  const lines = [
    'touchpoint Ca<|>ll on phone {',
    'asks name',
    'waits 3分 max 12分',
    'feels Ken anxious, Sato nervous -2',
    '}',
  ];
  const text = `persona Ken "健さん"\npersona Sato "佐藤さん"\njourney J {\n  for Ken, Sato\n  stage S {\n    ${lines.join('\n      ')}\n  }\n}\n`;
  const shown = await card(text, 'ja');
  expect(shown).toContain(
    '- 感情: 健さん\\: 不安 −1 / 佐藤さん\\: 緊張 −2\n- 待ち時間: 3分\\(最長12分\\)\n- 尋ねる情報: 氏名',
  );
  const signs = shown?.match(/(?<=^- )[⚠ℹ]/gmu) ?? [];
  expect(signs.join('')).toMatch(/^⚠+ℹ*$/u);
});

test('a declaration of another file: its comment, its facts, its uses', async () => {
  const files = {
    'shared/data.journey':
      '/**\n * Printed on the card.\n * Never *changes*.\n */\ndata memberNo "Member number" : personal, identifier {\n  retention 1 year\n}\n',
  };
  const text = await card(
    'import "shared/data.journey"\njourney A {\n  stage S {\n    touchpoint T "At the till" {\n      asks member<|>No\n    }\n  }\n}\n',
    'en',
    files,
  );
  expect(text).toBe(
    [
      '**Member number** `memberNo` — data item · shared\\/data\\.journey',
      'Printed on the card\\.  \nNever \\*changes\\*\\.',
      '- Kind: personal \\(About a person\\), identifier \\(Tells one customer from another\\)\n- Kept for: 1 year\n- Used (once): At the till',
    ].join('\n\n'),
  );
});

test('an emotion: its face and value', async () => {
  expect(await card('emotion Cal<|>m "Calm" = +1 "😌"\n')).toBe(
    '**Calm** — emotion\n\n- Value: 😌 \\+1\n- Not used yet',
  );
});

test('a keyword: what it says, with an example', async () => {
  const text = await card('journey A {\n  stage S {\n    touchpoint T {\n      wai<|>ts 5 min\n    }\n  }\n}\n');
  expect(text).toBe(
    '**`waits`**\n\nHow long the customer waits, usually and at most.\n\n```journey\nwaits 4 min max 12 min\n```',
  );
});

test.each([
  ['a team of its own', 'te<|>am A\n', 'A group of people'],
  ['the same word within a statement', 'journey A {\n  opportunity "x" own<|>er A\n}\n', 'The team that would do it'],
  [
    'two words that belong together',
    'journey A {\n  stage S {\n    touchpoint T {\n      o<|>n failure\n    }\n  }\n}\n',
    '**`on failure`**',
  ],
  [
    'on a line that is broken',
    'journey A {\n  stage S {\n    touchpoint T {\n      wai<|>ts\n    }\n  }\n}\n',
    'How long the customer waits',
  ],
  ['a word of a list', 'journey A {\n  kind as<|>Is\n}\n', 'How it is today'],
])('keywords and words: %s', async (_, written, expected) => {
  expect(await card(written)).toContain(expected);
});

test('an imported file: what it brings', async () => {
  const files = { 'shared/people.journey': 'team A "One *team*"\nteam B\npersona Ken "健"\n' };
  const text = await card('import "shared/peo<|>ple.journey"\n', 'en', files);
  expect(text).toBe('**shared\\/people\\.journey**\n\n- persona: 健\n- team: One \\*team\\*, B');
});

test('the rule that a comment silences, in the reader’s language, over its id', async () => {
  const answer = await hovered('// journey-ignore asks-ag<|>ain: the law\nteam A\n', { locale: 'ja' });
  expect(answer?.contents).toMatchObject({ value: expect.stringContaining('**`asks-again`**\n\n') });
  expect(answer?.range).toEqual({ start: { line: 0, character: 18 }, end: { line: 0, character: 28 } });
});

test('text of a document is text', async () => {
  const text = await card('team A<|> "[x](command:evil) <img src=y> **b** `c`\u001B[31m"\n');
  const title = String.raw`\[x\]\(command\:evil\) \<img src=y\> \*\*b\*\* \`c\` \[31m`;
  expect(text).toBe(`**${title}** \`A\` — team\n\n- Not used yet`);
});

test.each([
  ['in a string', 'team A "te<|>am"\n'],
  ['in a comment', '// te<|>am\n'],
  ['on a sign', 'team A {<|>\n}\n'],
  ['on a number', 'journey A {\n  limit 5<|> min\n}\n'],
])('nothing %s', async (_, written) => {
  expect(await card(written)).toBeUndefined();
});
