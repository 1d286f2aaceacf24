import type { Declaration } from '../../model/declaration.ts';
import type { Need, Pain, Persona, Segment } from '../../model/entities.ts';
import { meansOf } from '../../model/means.ts';
import type { Reference, Word } from '../../model/values.ts';
import { KANO_CLASSES } from '../../model/words.ts';
import type * as ast from '../generated/ast.ts';
import { calledOf } from './called.ts';
import { contextAt } from './context.ts';
import { declare, finish } from './declare.ts';
import { Reader } from './reader.ts';
import { lowerAssumption, lowerEvidence, lowerExpectation, lowerQuestion } from './shared.ts';

export function lowerPersona(reader: Reader<ast.Persona>): Persona {
  const segments = segmentReaders(reader);
  const declared = declare(reader);
  return finish<Persona>({
    ...declared,
    called: calledOf(finish<Declaration>(declared)),
    segments: reader.references('segments'),
    age: reader.textOrQuantity('ages'),
    occupation: reader.text('occupations'),
    demographics: reader.texts('demographics'),
    interests: reader.texts('interests'),
    attitudes: reader.texts('attitudes'),
    values: reader.texts('values'),
    behaviours: reader.texts('behaviours'),
    quotes: reader.texts('quotes'),
    image: reader.text('images'),
    wants: reader.texts('wants'),
    notes: reader.texts('notes'),
    needs: reader.items('needs', lowerNeed),
    pains: reader.items('pains', (pain) => finish<Pain>(declare(pain))),
    questions: reader.items('questions', lowerQuestion),
    ...preferences(reader, segments),
    ...means(reader, segments),
    languages: ownFirst(reader.words('languages'), segments, (segment) => segment.words('languages'), byValue),
    hours: reader.hours('hours'),
    patience: reader.duration('patience'),
    expectations: reader.items('expectations', lowerExpectation),
    ltv: reader.money('ltv'),
    worth: reader.word('worth'),
    share: reader.share('shares'),
    evidence: reader.items('evidence', lowerEvidence),
    assumptions: reader.items('assumptions', lowerAssumption),
  });
}

export function lowerSegment(reader: Reader<ast.Segment>): Segment {
  return finish<Segment>({
    ...declare(reader),
    prefers: reader.references('prefers'),
    avoids: reader.references('avoids'),
    has: reader.words('has'),
    lacks: reader.words('lacks'),
    languages: reader.words('languages'),
    share: reader.share('shares'),
    criteria: reader.texts('criteria'),
    notes: reader.texts('notes'),
    evidence: reader.items('evidence', lowerEvidence),
  });
}

function lowerNeed(reader: Reader<ast.Need>): Need {
  return finish<Need>({ ...declare(reader), kano: reader.chosen('kano', KANO_CLASSES) });
}

function segmentReaders(reader: Reader<ast.Persona>): readonly Reader<ast.Segment>[] {
  return reader.node.segments.flatMap(({ ref }) =>
    ref === undefined ? [] : [new Reader(contextAt(reader.context, ref), ref)],
  );
}

/** What the persona says itself wins over the segment: a channel that it avoids is not preferred by inheritance. */
function preferences(
  reader: Reader<ast.Persona>,
  segments: readonly Reader<ast.Segment>[],
): Pick<Persona, 'prefers' | 'avoids'> {
  const own = { prefers: reader.references('prefers'), avoids: reader.references('avoids') };
  const prefers = ownFirst(own.prefers, segments, (segment) => segment.references('prefers'), byKey, own.avoids);
  const avoids = ownFirst(own.avoids, segments, (segment) => segment.references('avoids'), byKey, own.prefers);
  return { prefers, avoids };
}

function means(reader: Reader<ast.Persona>, segments: readonly Reader<ast.Segment>[]): Pick<Persona, 'has' | 'lacks'> {
  const own = { has: reader.words('has'), lacks: reader.words('lacks') };
  const has = ownFirst(own.has, segments, (segment) => segment.words('has'), byMeans, own.lacks);
  const lacks = ownFirst(own.lacks, segments, (segment) => segment.words('lacks'), byMeans, own.has);
  return { has, lacks };
}

/** Own and inherited values without repeats, and without inherited ones that the persona contradicts. */
function ownFirst<Value>(
  own: readonly Value[],
  segments: readonly Reader<ast.Segment>[],
  inherited: (segment: Reader<ast.Segment>) => readonly Value[],
  identify: (value: Value) => string,
  contradicted: readonly Value[] = [],
): readonly Value[] {
  const denied = new Set(contradicted.map(identify));
  const result = new Map<string, Value>();
  const add = (value: Value): void => {
    const id = identify(value);
    if (!result.has(id)) result.set(id, value);
  };
  own.forEach(add);
  for (const segment of segments)
    inherited(segment)
      .filter((value) => !denied.has(identify(value)))
      .forEach(add);
  return [...result.values()];
}

function byKey(reference: Reference): string {
  return reference.key;
}

function byValue(word: Word): string {
  return word.value;
}

function byMeans({ value }: Word): string {
  return meansOf(value);
}
