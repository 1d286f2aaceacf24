import type { Range } from '../../model/place.ts';
import type * as ast from '../generated/ast.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { readQuantity } from '../quantity.ts';
import { writtenFor } from '../lowering/source.ts';

/** A feeling in the text with its value on the scale from −2 to +2. */
export interface ColouredFeeling {
  readonly range: Range;
  readonly value: number;
}

/** The values of all feelings, where they are written; where only the emotion is named, its name. */
export function feelingsOf(document: JourneyDocument): readonly ColouredFeeling[] {
  return document.parseResult.value.declarations.flatMap((declaration) => {
    if (declaration.$type === 'Emotion') return coloured(declaration, declaration.value, 'value');
    if (declaration.$type !== 'Journey') return [];
    const touchpoints = declaration.stages.flatMap((stage) => stage.touchpoints);
    return touchpoints.flatMap(({ feelings }) => feelings.flatMap(feelingOf));
  });
}

function feelingOf(feeling: ast.Feeling): readonly ColouredFeeling[] {
  if (feeling.value !== undefined) return coloured(feeling, feeling.value, 'value');
  const emotion = feeling.emotion?.ref;
  return emotion?.$type === 'Emotion' ? coloured(feeling, emotion.value, 'emotion') : [];
}

function coloured(
  node: ast.Emotion | ast.Feeling,
  written: string | undefined,
  property: 'value' | 'emotion',
): readonly ColouredFeeling[] {
  const range = writtenFor(node, property)?.range;
  const reading = readQuantity(written ?? '');
  if (range === undefined || !reading.ok || reading.value.kind !== 'number') return [];
  const { value } = reading.value;
  return Math.abs(value) <= 2 ? [{ range, value }] : [];
}
