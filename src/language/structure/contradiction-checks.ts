import type { Model } from '../../model/model.ts';
import { asWritten, quoted, titled } from '../../model/phrases.ts';
import { comparePositions, type Place } from '../../model/place.ts';
import type { Text } from '../../model/text.ts';
import type { CalendarDate, Reference, Word } from '../../model/values.ts';
import { ownDeclarations } from './own.ts';
import type { Report } from './statement.ts';
import { sizeOf } from './value-checks.ts';

/** What is stated to be so and not to be so in one block. */
export function checkOpposites(model: Model, report: Report): void {
  for (const who of [...ownDeclarations(model, model.personas), ...ownDeclarations(model, model.segments)]) {
    // What a persona inherits is said by its segments; two of them may well differ.
    const own = ({ place }: Named): boolean => isInside(place, who.extent);
    const [prefers, avoids] = [who.prefers.map(ofReference), who.avoids.map(ofReference)];
    opposites('prefers', prefers.filter(own), 'avoids', avoids.filter(own), report);
    opposites('has', who.has.map(ofWord).filter(own), 'lacks', who.lacks.map(ofWord).filter(own), report);
  }
  for (const brand of ownDeclarations(model, model.brands)) {
    opposites('tone', brand.tones.map(ofWord), 'never', brand.never.map(ofWord), report);
  }
  for (const consent of ownDeclarations(model, model.consents)) {
    const { optional, required } = consent;
    if (optional === undefined || required === undefined) continue;
    const name = titled(consent);
    report({
      code: 'contradictory-statement',
      message: {
        en: `The consent ${name.en} is both optional and required.`,
        ja: `同意${name.ja}が任意(optional)にも必須(required)にもなっています。`,
      },
      help: keepOne,
      range: required.place.range,
      related: [{ message: { en: 'Optional here', ja: 'ここでは任意' }, place: optional.place }],
    });
  }
}

/** Facts that end before they begin. */
export function checkDateOrder(model: Model, report: Report): void {
  for (const fact of ownDeclarations(model, model.facts)) {
    const { from, until } = fact;
    if (from === undefined || until === undefined || !isBefore(until, from)) continue;
    report({
      code: 'date-order',
      message: {
        en: `The fact ${titled(fact).en} ends (${asWritten(until).en}) before it begins (${asWritten(from).en}).`,
        ja: `事実${titled(fact).ja}の終わり(${asWritten(until).ja})が始まり(${asWritten(from).ja})より前です。`,
      },
      help: {
        en: 'Exchange the two dates, or correct one.',
        ja: '2つの日付を入れ替えるか、どちらかを直してください。',
      },
      range: until.place.range,
      related: [{ message: { en: 'Begins here', ja: '始まり' }, place: from.place }],
    });
  }
}

/** Scales of metrics whose low end is not below the high one. */
export function checkScales(model: Model, report: Report): void {
  for (const { scale } of ownDeclarations(model, model.metrics)) {
    if (scale === undefined || sizeOf(scale.low) < sizeOf(scale.high)) continue;
    report({
      code: 'scale-order',
      message: {
        en: `The scale begins at ${asWritten(scale.low).en} and ends at ${asWritten(scale.high).en}.`,
        ja: `尺度の下限(${asWritten(scale.low).ja})が上限(${asWritten(scale.high).ja})以上になっています。`,
      },
      help: { en: 'Write the lower end first: scale 1..5', ja: '「scale 1..5」のように、低い方から書いてください。' },
      range: scale.place.range,
    });
  }
}

/** What a journey says about whom it is for and what it improves. */
export function checkJourneys(model: Model, report: Report): void {
  for (const journey of ownDeclarations(model, model.journeys)) {
    const { personas, targets, improves, kind } = journey;
    const forWhom = new Set(personas.map(({ key }) => key));
    for (const target of targets) {
      if (personas.length === 0 || forWhom.has(target.key)) continue;
      const persona = model.personas.get(target.key);
      const name = persona === undefined ? quoted(target.key) : titled(persona);
      report({
        code: 'target-not-for',
        message: {
          en: `The journey targets ${name.en}, but is not for that persona.`,
          ja: `ターゲットの${name.ja}が、このジャーニーの対象(for)に入っていません。`,
        },
        help: {
          en: 'Add the persona after "for", or remove the target.',
          ja: 'forに加えるか、targetから外してください。',
        },
        range: target.place.range,
        related: personas.slice(0, 1).map(({ place }) => ({ message: { en: 'Whom it is for', ja: '対象' }, place })),
      });
    }
    const better = improves === undefined ? undefined : model.journeys.get(improves.key);
    if (improves === undefined || better === undefined || kind.value !== 'asIs' || better.kind.value !== 'toBe')
      continue;
    report({
      code: 'improves-backwards',
      message: {
        en: `This as-is journey improves ${titled(better).en}, which is a to-be journey.`,
        ja: `現状(As-Is)のジャーニーが、理想(To-Be)の${titled(better).ja}を改善することになっています。`,
      },
      help:
        kind.stated === undefined
          ? {
              en: 'Write "kind toBe", or name the as-is journey.',
              ja: 'kind toBe と書くか、現状のジャーニーを指定してください。',
            }
          : {
              en: 'Name the as-is journey that this one improves.',
              ja: '改善の対象となる現状のジャーニーを指定してください。',
            },
      range: improves.place.range,
    });
  }
}

/** Results of experiments that no visitors can have given. */
export function checkResults(model: Model, report: Report): void {
  for (const { results } of ownDeclarations(model, model.experiments)) {
    for (const { conversions, visitors } of results) {
      if (conversions.value <= visitors.value) continue;
      report({
        code: 'impossible-result',
        message: {
          en: `${asWritten(conversions).en} of ${asWritten(visitors).en} visitors cannot have converted.`,
          ja: `訪問者${asWritten(visitors).ja}のうち${asWritten(conversions).ja}がコンバージョンすることはありえません。`,
        },
        help: {
          en: 'Write the conversions first and the visitors second: result A 312 of 4800',
          ja: '「result A 312 of 4800」のように、コンバージョン数、訪問者数の順に書いてください。',
        },
        range: { start: conversions.place.range.start, end: visitors.place.range.end },
      });
    }
  }
}

const keepOne: Text = { en: 'Keep one of the two.', ja: 'どちらか一方にしてください。' };

interface Named {
  readonly id: string;
  readonly place: Place;
}

function ofReference({ key, place }: Reference): Named {
  return { id: key, place };
}

function ofWord({ value, place }: Word): Named {
  return { id: value, place };
}

function isInside({ uri, range }: Place, outer: Place): boolean {
  return (
    uri === outer.uri &&
    comparePositions(range.start, outer.range.start) >= 0 &&
    comparePositions(range.end, outer.range.end) <= 0
  );
}

function opposites(
  yes: string,
  positive: readonly Named[],
  no: string,
  negative: readonly Named[],
  report: Report,
): void {
  for (const { id, place } of negative) {
    const other = positive.find((candidate) => candidate.id === id);
    if (other === undefined) continue;
    const name = quoted(id);
    report({
      code: 'contradictory-statement',
      message: {
        en: `${name.en} stands under both "${yes}" and "${no}".`,
        ja: `${name.ja}が${yes}と${no}の両方に書かれています。`,
      },
      help: keepOne,
      range: place.range,
      related: [{ message: { en: `Under "${yes}" here`, ja: `${yes}の記述` }, place: other.place }],
    });
  }
}

/** A month without a day is as long as it takes: only what is certainly before counts. */
function isBefore(a: CalendarDate, b: CalendarDate): boolean {
  if (a.year !== b.year) return a.year < b.year;
  if (a.month !== b.month) return a.month < b.month;
  return a.day !== undefined && b.day !== undefined && a.day < b.day;
}
