import type { RelatedPlace } from '../../model/finding.ts';
import type { Touchpoint } from '../../model/journey.ts';
import type { Model } from '../../model/model.ts';
import type { Path } from '../../model/path.ts';
import { waysFrom } from '../../model/paths.ts';
import { percentText, quoted, titled } from '../../model/phrases.ts';
import type { Percentage, Quantity } from '../../model/values.ts';
import type { Report } from './statement.ts';
import { ownDeclarations } from './own.ts';

/** Rounded shares such as three times 33.4 % may add up to a little more. */
const ROUNDING = 0.005;

/** What the ways on from a touchpoint say together. */
export function checkWaysOn(model: Model, report: Report): void {
  for (const journey of ownDeclarations(model, model.journeys)) {
    const waysOn = waysFrom(journey);
    for (const { touchpoints } of journey.stages) {
      for (const touchpoint of touchpoints) {
        const ways = waysOn.get(touchpoint.key);
        if (ways === undefined) continue;
        checkBranchShares(touchpoint, ways, report);
        checkEnds(touchpoint, ways, report);
        checkFailures(ways, report);
      }
    }
  }
}

/** The shares of the ways on, for everybody and for each persona. */
function checkBranchShares(touchpoint: Touchpoint, ways: readonly Path[], report: Report): void {
  const arrows = ways.filter(isArrow);
  // What is not too much for all of them is not too much for some.
  if (sumOf(arrows) <= 1 + ROUNDING) return;
  const over = groupsOf(arrows).find((group) => sumOf(group) > 1 + ROUNDING);
  const last = over?.findLast(({ share }) => share !== undefined)?.share;
  if (over === undefined || last === undefined) return;
  const name = titled(touchpoint);
  const sum = percentText(sumOf(over));
  report({
    code: 'shares-over-100',
    message: {
      en: `The ways on from ${name.en} add up to ${sum.en}.`,
      ja: `${name.ja}から先の割合の合計が${sum.ja}になっています。`,
    },
    help: { en: 'Make them add up to 100% at most.', ja: '合計が100%以下になるようにしてください。' },
    range: last.place.range,
    related: related(over.flatMap(({ share }) => (share === undefined || share === last ? [] : share))),
  });
}

/**
 * `on failure -> Help when "…"`: an arrow from which the failure does not get its target, because something stands there that a
 * failure cannot have. Both would be read as statements of their own, and nobody would see it.
 */
function checkFailures(ways: readonly Path[], report: Report): void {
  for (const [index, failure] of ways.entries()) {
    const arrow = ways[index + 1];
    if (failure.kind !== 'failure' || failure.to !== undefined || failure.end !== undefined) continue;
    if (arrow === undefined || !isArrow(arrow)) continue;
    if (arrow.place.range.start.line !== failure.place.range.end.line) continue;
    report({
      code: 'failure-and-arrow',
      message: {
        en: 'This arrow does not belong to "on failure" before it: it is read as a way of its own, which everybody can take.',
        ja: 'この矢印は前の「on failure」とつながらず、失敗していないお客様も通る別の経路として読まれます。',
      },
      help: {
        en: 'After "on failure" stand, in this order: -> and a touchpoint, a share, and explains with what the customer is told.',
        ja: '「on failure」のあとには、「->」とタッチポイント、割合、「explains」とお客様への説明を、この順に書いてください。',
      },
      range: arrow.place.range,
      related: [{ message: { en: 'The failure', ja: '失敗の記述' }, place: failure.place }],
    });
  }
}

/** An end beside arrows that take everybody already. */
function checkEnds(touchpoint: Touchpoint, ways: readonly Path[], report: Report): void {
  const end = ways.find((path) => path.kind === 'end' && !(path.end !== undefined && 'implied' in path.end));
  if (end === undefined) return;
  const forAll = ways.filter((path) => isArrow(path) && path.personas.length === 0 && path.condition === undefined);
  // Above 100 % the shares themselves are the mistake.
  if (Math.abs(sumOf(forAll) - 1) > ROUNDING) return;
  const name = titled(touchpoint);
  report({
    code: 'end-and-arrows',
    message: {
      en: `Nobody reaches this end: the arrows take everybody on from ${name.en}.`,
      ja: `この終わり方に至るお客様はいません。${name.ja}からの矢印が全員(100%)を先へ進めています。`,
    },
    help: {
      en: 'Remove the end, or lower the shares of the arrows.',
      ja: 'endを削除するか、矢印の割合を下げてください。',
    },
    range: end.place.range,
    related: forAll.map(({ place }) => ({ message: { en: 'Takes them on', ja: '先へ進める矢印' }, place })),
  });
}

/** The personas of a file share its customers among them. */
export function checkPersonaShares(model: Model, report: Report): void {
  const shares = ownDeclarations(model, model.personas).flatMap(({ share }) => share ?? []);
  const last = shares.at(-1);
  const total = shares.reduce((sum, { ratio }) => sum + ratio, 0);
  if (last === undefined || total <= 1 + ROUNDING) return;
  const sum = percentText(total);
  report({
    code: 'shares-over-100',
    severity: 'warning',
    message: {
      en: `The shares of the personas in this file add up to ${sum.en}.`,
      ja: `このファイルのペルソナの割合を合計すると${sum.ja}になります。`,
    },
    help: {
      en: 'Make them add up to 100% at most; a customer who fits several personas counts for the nearest one.',
      ja: '合計が100%以下になるようにしてください。複数に当てはまるお客様は、最も近いペルソナに数えます。',
    },
    range: last.place.range,
    related: related(shares.slice(0, -1)),
  });
}

/** The split of an experiment: one share for each variant, and together everybody. */
export function checkSplits(model: Model, report: Report): void {
  for (const { split, variants } of ownDeclarations(model, model.experiments)) {
    const last = split.at(-1);
    const first = split[0];
    if (last === undefined || first === undefined) continue;
    const range = { start: first.place.range.start, end: last.place.range.end };
    if (variants.length > 0 && variants.length !== split.length) {
      report({
        code: 'split-mismatch',
        message: {
          en: `The split has ${split.length} shares for ${variants.length} variants.`,
          ja: `バリアントは${variants.length}個ですが、配分は${split.length}個あります。`,
        },
        help: { en: 'Give each variant one share.', ja: 'バリアントごとに割合を1つずつ書いてください。' },
        range,
        related: variants.map((variant) => ({
          message: { en: `Variant ${quoted(variant.id).en}`, ja: `バリアント${quoted(variant.id).ja}` },
          place: variant.place,
        })),
      });
      continue;
    }
    const total = totalOf(split);
    if (total === undefined || Math.abs(total - 1) <= ROUNDING) continue;
    const sum = percentText(total);
    report({
      code: 'split-mismatch',
      message: { en: `The split adds up to ${sum.en}.`, ja: `配分の合計が${sum.ja}になっています。` },
      help: {
        en: 'Write shares that add up to 100%, such as: split 50%, 50%',
        ja: '「split 50%, 50%」のように、合計が100%になるようにしてください。',
      },
      range,
    });
  }
}

/** As a share of one; undefined when that makes no sense. Without a percent sign both `50, 50` and `0.5, 0.5` are usual. */
function totalOf(split: readonly Quantity[]): number | undefined {
  let total = 0;
  const numbers: number[] = [];
  for (const part of split) {
    if (part.kind === 'percentage') total += part.ratio;
    else if (part.kind === 'number') numbers.push(part.value);
    else return undefined;
  }
  const unit = numbers.some((number) => number > 1) ? 100 : 1;
  return total + numbers.reduce((sum, number) => sum + number, 0) / unit;
}

function sumOf(paths: readonly Path[]): number {
  return paths.reduce((sum, { share }) => sum + (share?.ratio ?? 0), 0);
}

/** The arrows that one customer has before them: those for everybody, together with those for each persona. */
function groupsOf(arrows: readonly Path[]): readonly (readonly Path[])[] {
  const personas = new Set(arrows.flatMap((arrow) => arrow.personas.map(({ key }) => key)));
  const seenBy = (persona: string): readonly Path[] =>
    arrows.filter((arrow) => arrow.personas.length === 0 || arrow.personas.some(({ key }) => key === persona));
  return [arrows.filter((arrow) => arrow.personas.length === 0), ...[...personas].map(seenBy)];
}

function isArrow({ kind }: Path): boolean {
  return kind === 'arrow';
}

function related(shares: readonly Percentage[]): readonly RelatedPlace[] {
  return shares.map(({ place, written }) => ({
    message: { en: `${written} here`, ja: `ここで${written}` },
    place,
  }));
}
