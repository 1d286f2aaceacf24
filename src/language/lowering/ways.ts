import type { WrittenWay } from '../../model/paths.ts';
import { comparePlaces } from '../../model/place.ts';
import { END_KINDS } from '../../model/words.ts';
import type * as ast from '../generated/ast.ts';
import { finish } from './declare.ts';
import type { Reader } from './reader.ts';
import { statementRange } from './source.ts';

/** Everything that a touchpoint says about the way on, in the order of the text. */
export function lowerWays(reader: Reader<ast.Touchpoint>): readonly WrittenWay[] {
  const { arrows, failures, loops, ends } = reader.node;
  if (arrows.length + failures.length + loops.length + ends.length === 0) return NONE;
  const onward = reader.items('arrows', lowerArrow);
  const unread = lowerUnread(reader);
  if (failures.length + loops.length + ends.length + unread.length === 0) return onward;
  const others = [
    ...unread,
    ...reader.items('failures', lowerFailure),
    ...reader.items('loops', lowerLoop),
    ...lowerEnds(reader),
  ];
  return [...onward, ...others].toSorted((a, b) => comparePlaces(a.place, b.place));
}

function lowerArrow(reader: Reader<ast.Arrow>): WrittenWay {
  return finishWay<'arrow'>({
    kind: 'arrow',
    to: reader.reference('target')?.key,
    share: reader.share('share'),
    condition: reader.text('conditions'),
    personas: reader.references('personas'),
    carries: reader.references('carries'),
    transfer: reader.node.transfers.length > 0,
    place: reader.statement,
  });
}

function lowerFailure(reader: Reader<ast.Failure>): WrittenWay {
  return finishWay<'failure'>({
    kind: 'failure',
    to: reader.reference('target')?.key,
    end: reader.chosen('end', END_KINDS),
    share: reader.share('share'),
    explains: reader.text('explains'),
    place: reader.statement,
  });
}

function lowerLoop(reader: Reader<ast.Loop>): WrittenWay {
  return finishWay<'loop'>({
    kind: 'loop',
    to: reader.reference('target')?.key,
    end: reader.chosen('end', END_KINDS),
    carries: reader.references('carries'),
    place: reader.statement,
  });
}

/**
 * Somebody who goes on behind an arrow, as in `-> Card 95%, Cash 5%`, means another way. It is reported as a mistake and not
 * read; that it is there is kept, so that nobody takes its target for out of reach or its share for forgotten.
 */
function lowerUnread(reader: Reader<ast.Touchpoint>): readonly WrittenWay[] {
  let unread: WrittenWay[] | undefined;
  for (const { property, node } of reader.source.parts) {
    if (property !== 'arrows' && property !== 'failures' && property !== 'loops') continue;
    goesOn.lastIndex = node.end;
    if (!goesOn.test(reader.context.text)) continue;
    const { end } = node.range;
    const place = reader.place({ start: end, end });
    (unread ??= []).push({ kind: 'arrow', personas: NONE, carries: NONE, transfer: false, place });
  }
  return unread ?? NONE;
}

/** What stands between the members of a list, in the languages and habits of people; no comment. */
const goesOn = /[ \t\u3000]*(?:[,，、|｜&＆]|[/／](?![/*]))/y;

/** An end of an unknown kind is an end all the same, so that its touchpoint is not taken for a dead end. */
function lowerEnds(reader: Reader<ast.Touchpoint>): readonly WrittenWay[] {
  return reader.source.parts
    .filter((part) => part.property === 'ends')
    .map((part) => {
      const value = reader.textOf(part.node);
      const end = END_KINDS.find((kind) => kind === value);
      return finishWay<'end'>({
        kind: 'end',
        end: end && { value: end, place: reader.place(part.node.range) },
        place: reader.place(statementRange(part)),
      });
    });
}

const NONE: readonly never[] = [];

type WayOf<Kind extends WrittenWay['kind']> = Extract<WrittenWay, { readonly kind: Kind }>;

const finishWay = finish as <Kind extends WrittenWay['kind']>(
  draft: Parameters<typeof finish<WayOf<Kind>>>[0],
) => WayOf<Kind>;
