import { AstUtils } from 'langium';
import type * as ast from '../generated/ast.ts';
import { readQuantity } from '../quantity.ts';
import { addStatements, type Change } from './addition.ts';
import { cstOf, insertableOf } from './block.ts';
import { layoutOf } from './layout.ts';
import { type Planned, Planner } from './plan.ts';
import { brokenRefusal } from './refusals.ts';
import { writtenFor } from '../lowering/source.ts';

/**
 * Says how a touchpoint feels, from −2 to +2 with one decimal at most: to a persona, or to everybody it says nothing special
 * about. The word for the feeling stays; it needs no number where it has that value by itself.
 */
export function setEmotion(touchpoint: ast.Touchpoint, value: number, persona?: ast.Persona): Planned {
  const document = AstUtils.getDocument<ast.JourneyFile>(touchpoint);
  const refusal = brokenRefusal(document, [touchpoint]);
  if (refusal !== undefined) return { refusal };
  const rounded = Math.round(value * 10) / 10;
  if (!(Math.abs(rounded) <= 2)) {
    return {
      refusal: { en: 'Feelings go from -2 to +2.', ja: '感情の値は-2〜+2の範囲で指定してください。' },
    };
  }
  const feeling = touchpoint.feelings.find((each) => personaOf(each) === persona);
  const changes =
    feeling === undefined
      ? addStatements(
          insertableOf(touchpoint, document),
          [['feels', ...(persona === undefined ? [] : [persona.name]), signed(rounded)].join(' ')],
          layoutOf(document.textDocument),
        )
      : change(feeling, rounded);
  return new Planner().add(document, ...changes).plan();
}

/** Whose feeling it is; missing when it is everybody's. */
function personaOf({ persona, emotion }: ast.Feeling): ast.Persona | undefined {
  const named = persona?.ref ?? emotion?.ref;
  return named?.$type === 'Persona' ? named : undefined;
}

function change(feeling: ast.Feeling, value: number): readonly Change[] {
  const number = writtenFor(feeling, 'value');
  const emotion = feeling.emotion?.ref;
  const byItself = emotion?.$type === 'Emotion' ? numberOf(emotion.value) : undefined;
  if (number === undefined) {
    const { end } = cstOf(feeling);
    return byItself === value ? [] : [{ start: end, end, newText: ` ${signed(value)}` }];
  }
  if (numberOf(feeling.value) === value) return [];
  if (byItself === value) {
    const { end } = writtenFor(feeling, 'emotion') ?? number;
    return [{ start: end, end: number.end, newText: '' }];
  }
  return [{ start: number.offset, end: number.end, newText: signed(value) }];
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : value === 0 ? '0' : String(value);
}

function numberOf(written: string | undefined): number | undefined {
  const read = readQuantity(written ?? '');
  return read.ok && read.value.kind === 'number' ? read.value.value : undefined;
}
