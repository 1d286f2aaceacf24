import type { Place } from '../model/place.ts';
import type { Locale } from '../model/text.ts';
import type { IconName } from './generated/icons.ts';
import type { Font } from './text/measure.ts';

/**
 * A drawing of a journey: everything positioned and measured, nothing coloured. One scene can be written as SVG, drawn
 * into a PDF or looked at by a test. Lengths are in CSS pixels before `zoom`, the origin is the upper left corner.
 */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly locale: Locale;
  /** What the picture is, and what it shows in a few sentences: for who cannot see it. */
  readonly title: string;
  readonly description: string;
  readonly nodes: readonly SceneNode[];
  /** How much larger it is shown than it is measured; 1 if missing. */
  readonly zoom?: number;
  /** What stays in view while the rest scrolls. */
  readonly sticky?: { readonly left: number; readonly top: number; readonly bottom: number };
}

export type SceneNode = Group | Box | Shape | Stroke | TextBlock | Icon;

/** A look, by what it is for. `styles.ts` gives each its colours and lines. */
export type StyleName = string;

/** Things that belong together. `of` leads back to what they show. */
export interface Group {
  readonly kind: 'group';
  readonly role: GroupRole;
  readonly of?: Origin;
  /** For assistive technology, a whole sentence. */
  readonly label?: string;
  /** Whether what it stands for is unfolded; missing where nothing can be folded. */
  readonly expanded?: boolean;
  /** It may move to the right, by so much at most, to stay in view while the part of the picture that begins at `from` is. */
  readonly glides?: { readonly from: number; readonly by: number };
  readonly children: readonly SceneNode[];
}

export type GroupRole =
  | 'header'
  | 'stage'
  | 'stage-name'
  | 'lane-label'
  | 'cell'
  | 'card'
  | 'details'
  | 'curve'
  | 'point'
  | 'path'
  | 'findings'
  | 'finding'
  | 'legend'
  | 'minimap'
  | 'minimap-stage'
  | 'band';

/** What of the model a group shows: a key, and where it is written. */
interface Origin {
  readonly journey?: string;
  readonly stage?: string;
  readonly touchpoint?: string;
  /** Whose it is, where it is not everybody's. */
  readonly persona?: string;
  /** The other end, for what stands between two touchpoints. */
  readonly next?: string;
  readonly place?: Place;
}

/** A rectangle. */
interface Box {
  readonly kind: 'box';
  readonly style: StyleName;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
}

/** A filled outline, as SVG path data. */
interface Shape {
  readonly kind: 'shape';
  readonly style: StyleName;
  readonly data: string;
}

/** A line, as SVG path data. */
interface Stroke {
  readonly kind: 'stroke';
  readonly style: StyleName;
  readonly data: string;
}

/** Text, broken into lines. */
export interface TextBlock {
  readonly kind: 'text';
  readonly style: StyleName;
  readonly font: Font;
  /** The box that every line stands in. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly align: 'start' | 'middle' | 'end';
  readonly lines: readonly TextLine[];
  readonly lang: Locale;
  readonly rightToLeft: boolean;
  readonly italic?: true;
  /** The whole text where the lines hold only the beginning. */
  readonly full?: string;
}

interface TextLine {
  readonly text: string;
  /** Measured; never wider than the block. */
  readonly width: number;
  readonly baseline: number;
}

/** An icon in a square. */
export interface Icon {
  readonly kind: 'icon';
  readonly style: StyleName;
  readonly name: IconName;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}
