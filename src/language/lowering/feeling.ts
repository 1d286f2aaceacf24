import type { AstNode } from 'langium';
import type { Feeling } from '../../model/journey.ts';
import { Kept } from '../../model/kept.ts';
import type * as ast from '../generated/ast.ts';
import { type Context, contextAt, type DeclaredEmotion } from './context.ts';
import { finish } from './declare.ts';
import { HIGHEST_FEELING, LOWEST_FEELING } from './plans.ts';
import { Reader } from './reader.ts';

/**
 * A feeling: a declared emotion brings its value unless a number is written; any other word needs the number. Of a
 * persona's name alone, as in `feels Ken -1`, the reference of the grammar says that it is a persona and no emotion.
 */
export function lowerFeeling(reader: Reader<ast.Feeling>): Feeling | undefined {
  const { node } = reader;
  const felt = node.emotion?.ref;
  const emotion = felt?.$type === 'Emotion' ? declaredEmotion(reader.context, felt) : undefined;
  if (node.emotion !== undefined)
    reader.context.notes?.push({ reference: node.emotion, key: undefined, type: felt?.$type, emotion });
  const stated = reader.number('value', LOWEST_FEELING, HIGHEST_FEELING);
  // A number that is off the scale is a mistake, not a reason to fall back to the emotion's own value.
  const value = node.value === undefined ? emotion?.value : stated?.value;
  if (value === undefined) return undefined;
  const isPersona = felt?.$type === 'Persona';
  return finish<Feeling>({
    persona: isPersona ? reader.reference('emotion') : reader.reference('persona'),
    name: isPersona ? undefined : (emotion?.label ?? node.emotion?.$refText),
    emotion: felt?.$type === 'Emotion' ? reader.reference('emotion')?.key : undefined,
    face: emotion?.face,
    value,
    valueStated: stated !== undefined,
    place: reader.extent,
  });
}

const emotions = new Kept<AstNode, DeclaredEmotion>();

/** What an emotion brings. The same few are felt again and again, and reading one means reading its text. */
export function declaredEmotion(context: Context, node: ast.Emotion): DeclaredEmotion {
  let emotion = emotions.get(node);
  if (emotion === undefined) {
    const home = contextAt(context, node);
    const value = new Reader(home, node).number('value', LOWEST_FEELING, HIGHEST_FEELING)?.value;
    // The standard library has its titles in English first; the author's own word is better.
    const label = home.library ? undefined : node.label;
    emotion = { label, face: node.face, value };
    emotions.set(node, emotion);
  }
  return emotion;
}
