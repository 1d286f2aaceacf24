import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as FontKit from 'fontkit';
import type { Scene, SceneNode, TextBlock } from '../../map/scene.ts';
import { charactersOf, type Font, widthOf } from '../../map/text/measure.ts';
import { ownFile } from '../own-file.ts';
import { BASE_FONTS, type FontPackage, type Script, scriptOf, SCRIPT_FONTS } from './font-packages.ts';

/** A font that pictures are set in, as the files that its npm package holds. */
export interface PictureFont {
  readonly family: string;
  readonly files: Readonly<Record<Font['weight'], Buffer>>;
  readonly has: (character: string) => boolean;
  /** In pixels. */
  readonly widthOf: (text: string, font: Font) => number;
}

/** The fonts for some scenes: those that every map is measured in, and those for what these lack. */
export interface PictureFonts {
  readonly all: readonly PictureFont[];
  /** The font of what people see as one character; the last resort draws an empty box. */
  readonly of: (character: string) => PictureFont;
  /** What no font here has, by script; each with a text that holds it. */
  readonly missing: ReadonlyMap<Script, string>;
}

/**
 * Packages that stand beside this program. They are looked for from its own place and never from the current folder, so
 * that nothing in somebody else's repository is run.
 */
export function besideUs(): NodeJS.Require {
  return createRequire(ownFile());
}

/** Reads the fonts that the texts of some scenes need; throws when a package that every map needs is missing. */
export function readFonts(scenes: readonly Scene[]): PictureFonts {
  const base = BASE_FONTS.map((each) => read(each, true));
  const extra = new Map<Script, PictureFont | undefined>();
  const missing = new Map<Script, string>();
  const chosen = new Map<string, PictureFont>();
  const choose = (character: string, text: string): PictureFont => {
    const script = scriptOf(character);
    const plain = base.find((font) => font.has(character));
    // What is an emoji is one as a whole, although other fonts have some of its parts.
    if (plain !== undefined && script !== 'emoji') return plain;
    if (!extra.has(script)) extra.set(script, readIfThere(SCRIPT_FONTS[script]));
    const font = extra.get(script);
    if (font?.has(character) === true) return font;
    if (plain === undefined && !missing.has(script)) missing.set(script, text);
    return plain ?? (base.at(-1) as PictureFont);
  };
  for (const text of textsOf(scenes)) {
    for (const { text: character } of charactersOf(text)) {
      if (!chosen.has(character)) chosen.set(character, choose(character, text));
    }
  }
  return {
    all: [...base, ...[...extra.values()].filter((font) => font !== undefined)],
    of: (character) => chosen.get(character) ?? (base.at(-1) as PictureFont),
    missing,
  };
}

function read({ name, family, regular, bold }: FontPackage, isMeasured: boolean): PictureFont {
  const beside = besideUs();
  const kit = beside('fontkit') as typeof FontKit;
  const files = {
    regular: readFileSync(beside.resolve(`${name}/${regular}`)),
    bold: readFileSync(beside.resolve(`${name}/${bold}`)),
  };
  const open = (file: Buffer): FontKit.Font => kit.create(file) as FontKit.Font;
  const fonts = { regular: open(files.regular), bold: open(files.bold) };
  return {
    family,
    files,
    has: (character) =>
      Array.from(character).every(
        (each) => isUnseen.test(each) || fonts.regular.hasGlyphForCodePoint(each.codePointAt(0) ?? 0),
      ),
    widthOf: (text, font) => {
      if (isMeasured) return widthOf(text, font);
      const { [font.weight]: own } = fonts;
      return (own.layout(text).advanceWidth / own.unitsPerEm) * font.size;
    },
  };
}

/** What joins and varies others and is never drawn itself. */
const isUnseen = /\p{Default_Ignorable_Code_Point}/u;

function readIfThere(font: FontPackage | undefined): PictureFont | undefined {
  if (font === undefined) return undefined;
  try {
    return read(font, false);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Whether something failed because a package is not installed. */
export function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND';
}

function* textsOf(scenes: readonly Scene[]): Generator<string, void, undefined> {
  for (const { nodes } of scenes) {
    for (const { lines } of blocksOf(nodes)) {
      for (const { text } of lines) yield text;
    }
  }
}

function* blocksOf(nodes: readonly SceneNode[]): Generator<TextBlock, void, undefined> {
  for (const node of nodes) {
    if (node.kind === 'text') yield node;
    else if (node.kind === 'group') yield* blocksOf(node.children);
  }
}
