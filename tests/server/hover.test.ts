import { expect, test } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { marked, started } from './client.ts';

async function card(written: string, locale = 'en'): Promise<string | undefined> {
  const client = await started({ locale });
  const { text, position } = marked(written);
  await client.open('a.journey', text);
  const hover = await client.ask<Hover | null>('hover', 'a.journey', position);
  return (hover?.contents as MarkupContent | undefined)?.value;
}

const persona = 'persona K<|>en "Ken" ja "健" {\n  prefers phone\n  avoids email, chat\n  pain Slow "too slow"\n}\n';

test('a persona: channels and pains', async () => {
  const text = await card(persona);
  expect(text).toContain('**Ken** — persona\n\n- Prefers: phone\n- Avoids: email, chat\n- Pains: too slow');
});

test('in the language of the client', async () => {
  expect(await card(persona, 'ja-JP')).toContain('**健** `Ken` — ペルソナ\n\n- 好むチャネル: phone');
});

test('a touchpoint: what the company knows by then, and what is found', async () => {
  const text = await card(`journey A {
  stage S {
    touchpoint First on phone {
      asks phoneNumber
    }
    touchpoint Sec<|>ond "Second" on phone {
      asks phoneNumber
    }
  }
}
`);
  expect(text).toContain('- Already known about the customer here: Phone number');
  expect(text).toContain('asks again for');
});

test('what is used from the standard library', async () => {
  expect(await card('persona K {\n  prefers pho<|>ne\n}\n', 'ja')).toContain(
    '**電話** `phone` — チャネル\n\n- 種類: phone',
  );
});

test('text of a document is text', async () => {
  const text = await card('team A<|> "[x](command:evil) <img src=y> **b** `c`\u001B[31m"\n');
  const title = String.raw`\[x\]\(command\:evil\) \<img src=y\> \*\*b\*\* \`c\` \[31m`;
  expect(text).toBe(`**${title}** \`A\` — team`);
});

test('nothing where there is no name', async () => {
  expect(await card('te<|>am A\n')).toBeUndefined();
});
