import { quoted } from '../../model/phrases.ts';
import type { Text } from '../../model/text.ts';
import { installBeside } from '../install-beside.ts';

/** An npm package that holds a font, and the files for its two weights. All are under the SIL Open Font License 1.1. */
export interface FontPackage {
  readonly name: string;
  readonly family: string;
  readonly regular: string;
  readonly bold: string;
}

/** What every map is measured in; a text is set in the first that has its characters. */
export const BASE_FONTS = [google('Inter'), google('Noto Sans JP')] as const;

const SCRIPTS = {
  arabic: { called: { en: 'Arabic', ja: 'アラビア文字' }, characters: /\p{Script_Extensions=Arabic}/u },
  hebrew: { called: { en: 'Hebrew', ja: 'ヘブライ文字' }, characters: /\p{Script_Extensions=Hebrew}/u },
  thai: { called: { en: 'Thai', ja: 'タイ文字' }, characters: /\p{Script_Extensions=Thai}/u },
  devanagari: {
    called: { en: 'Devanagari', ja: 'デーヴァナーガリー文字' },
    characters: /\p{Script_Extensions=Devanagari}/u,
  },
  korean: { called: { en: 'Korean', ja: 'ハングル' }, characters: /\p{Script=Hangul}/u },
  chinese: { called: { en: 'Chinese', ja: '中国語の漢字' }, characters: /\p{Script=Han}/u },
  emoji: {
    called: { en: 'emoji', ja: '絵文字' },
    characters: /[\p{Emoji_Presentation}\u{FE0F}\u{20E3}\u{1F1E6}-\u{1F1FF}]/u,
  },
} as const;

/** A kind of characters that the fonts of every map do not have. */
export type Script = keyof typeof SCRIPTS | 'other';

/** What sets a script when it is installed; the maps of most people need none of them. */
export const SCRIPT_FONTS: Readonly<Partial<Record<Script, FontPackage>>> = {
  arabic: google('Noto Sans Arabic'),
  hebrew: google('Noto Sans Hebrew'),
  thai: google('Noto Sans Thai'),
  devanagari: google('Noto Sans Devanagari'),
  korean: google('Noto Sans KR'),
  chinese: google('Noto Sans SC'),
  emoji: google('Noto Emoji'),
};

function google(family: string): FontPackage {
  const file = family.replaceAll(' ', '');
  return {
    name: `@expo-google-fonts/${family.toLowerCase().replaceAll(' ', '-')}`,
    family,
    regular: `400Regular/${file}_400Regular.ttf`,
    bold: `600SemiBold/${file}_600SemiBold.ttf`,
  };
}

/** The script of what people see as one character. */
export function scriptOf(character: string): Script {
  const found = Object.entries(SCRIPTS).find(([, { characters }]) => characters.test(character));
  return (found?.[0] as Script | undefined) ?? 'other';
}

/** What PNG and PDF need besides this program. They are large, and not everybody draws pictures. */
const PICTURE_PACKAGES = {
  png: ['@resvg/resvg-wasm', 'fontkit', ...BASE_FONTS.map(({ name }) => name)],
  pdf: ['pdfkit', 'fontkit', ...BASE_FONTS.map(({ name }) => name)],
} as const;

/** Says how to get what a format needs. */
export function missingPackages(format: 'png' | 'pdf'): Text {
  const install = installBeside(PICTURE_PACKAGES[format]);
  return {
    en: `${format.toUpperCase()} needs a renderer and fonts that are not installed (SVG and HTML need none). ${install.en}`,
    ja: `${format.toUpperCase()} の出力に必要な描画ライブラリーとフォントがありません(SVG と HTML なら不要です)。${install.ja}`,
  };
}

/** Says which characters of a picture are empty boxes, each with a text that holds them, and how to get a font for them. */
export function missingFonts(format: 'png' | 'pdf', missing: ReadonlyMap<Script, string>): readonly Text[] {
  return [...missing].map(([script, text]) => {
    const called = script === 'other' ? { en: 'some of the', ja: '一部の' } : SCRIPTS[script].called;
    const { [script]: font } = SCRIPT_FONTS;
    const where = quoted(text);
    const what = {
      en: `no font is installed for ${called.en} characters, which are empty boxes in this ${format.toUpperCase()}, such as in ${where.en}`,
      ja: `${called.ja}のフォントがないため、この${format.toUpperCase()}では四角で表示されます(例: ${where.ja})`,
    };
    if (font === undefined) {
      return {
        en: `${what.en}. SVG and HTML show them in the fonts of who reads them.`,
        ja: `${what.ja}。SVG と HTML では、見る人のフォントで表示されます。`,
      };
    }
    const install = installBeside([font.name]);
    return { en: `${what.en}. ${install.en}`, ja: `${what.ja}。${install.ja}` };
  });
}
