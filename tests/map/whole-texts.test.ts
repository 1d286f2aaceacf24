// A picture has no hover: what the layout leaves out of it is lost.
import { describe, expect, test } from 'vitest';
import { mapContent, mapPages, mapScene, type PageSize } from '../../src/map/map.ts';
import type { Scene } from '../../src/map/scene.ts';
import type { Locale } from '../../src/model/text.ts';
import { misplacedTexts, textsIn } from './boxes.ts';
import { mapOf } from './maps.ts';

/** So long that it fills many lines in any column, and each of them is told from the others by its end. */
function long(locale: Locale, about: string): string {
  const sentence =
    locale === 'en'
      ? 'while the customer still compares what every other provider in the region would offer for the same money, '
      : '同じ料金で地域のほかの事業者がどこまで対応してくれるのかを、利用者がまだ一つひとつ比べている間に、';
  return `${about} ${sentence}${sentence}${about} end`;
}

const fields = [
  'stage',
  'team',
  'touchpoint',
  'channel',
  'does',
  'thinks',
  'barrier',
  'opportunity',
  'scenario',
  'persona',
  'quote',
  'wants',
  'second scenario',
  'third scenario',
] as const;

function text(locale: Locale): string {
  const at = (field: (typeof fields)[number]): string => `"${long(locale, field)}"`;
  return `team T ${at('team')} { }
channel C ${at('channel')} { type web }
persona P ${at('persona')} { quote ${at('quote')} wants ${at('wants')} }
journey J "J" {
  for P
  scenario ${at('scenario')}
  scenario ${at('second scenario')}
  scenario ${at('third scenario')}
  stage S ${at('stage')} {
    owner T
    touchpoint A ${at('touchpoint')} on C {
      does ${at('does')}
      thinks ${at('thinks')}
      barrier Ba ${at('barrier')}
      opportunity ${at('opportunity')} { }
      owner T
      feels -2 "angry"
    }
    touchpoint B on C
  }
}
`;
}

/** Lines are broken anywhere, so spaces say nothing. */
function wordsOf(scenes: readonly Scene[]): string {
  const blocks = scenes.flatMap(({ nodes }) => textsIn(nodes));
  return blocks
    .map(({ lines }) => lines.map((line) => line.text).join(''))
    .join('\n')
    .replaceAll(/[ \u3000]/g, '');
}

describe.each(['en', 'ja'] as const)('in a picture, language %s', (locale) => {
  test.each([undefined, 390, 'a4', 'a3', 'a1'] as const)('every text stands in full, shape %s', async (shape) => {
    const content = mapContent(await mapOf(text(locale)), { locale, preset: 'full' });
    const scenes =
      typeof shape === 'string'
        ? mapPages(content, shape satisfies PageSize, { locale })
        : [mapScene(content, { locale, ...(shape !== undefined && { width: shape }) })];
    const words = wordsOf(scenes);
    const missing = fields.filter((field) => !words.includes(long(locale, field).replaceAll(' ', '')));
    expect(missing).toEqual([]);
    expect(scenes.flatMap(misplacedTexts)).toEqual([]);
  });
});

test('slides say in full what their stage and its touchpoints are called', async () => {
  const names = Array.from({ length: 8 }, (_, index) => `Waits until the representative telephones again at ${index}`);
  const stage = 'Waits for the representative, who has promised to telephone again before the end of the week';
  const content = mapContent(
    await mapOf(
      `journey J { stage S "${stage}" { ${names.map((name, index) => `touchpoint T${index} "${name}"`).join('\n')} } }`,
    ),
    { locale: 'en' },
  );
  const slides = mapPages(content, 'slide', { locale: 'en' });
  const words = wordsOf(slides);
  expect([stage, ...names].filter((name) => !words.includes(name.replaceAll(' ', '')))).toEqual([]);
});
