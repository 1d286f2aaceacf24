import type { Handover } from '../../model/entities.ts';
import type { Touchpoint } from '../../model/journey.ts';
import type { Model } from '../../model/model.ts';
import { quoted, titled } from '../../model/phrases.ts';
import type { Reference } from '../../model/values.ts';
import { ownDeclarations } from './own.ts';
import type { Report } from './statement.ts';

/** Systems that share with themselves, and teams that hand over to themselves. */
export function checkSharing(model: Model, report: Report): void {
  for (const system of ownDeclarations(model, model.systems)) {
    for (const { targets } of system.shares) {
      const self = targets.find(({ key }) => key === system.key);
      if (self === undefined) continue;
      const name = titled(system);
      report({
        code: 'shares-to-itself',
        message: {
          en: `The system ${name.en} shares data with itself.`,
          ja: `システム${name.ja}が自分自身にデータを共有しています。`,
        },
        help: {
          en: 'Name the system that receives the data, or remove the statement.',
          ja: '共有先のシステムを書くか、この記述を削除してください。',
        },
        range: self.place.range,
      });
    }
  }
  for (const { from, to } of ownHandovers(model)) {
    if (from.key !== to.key) continue;
    const team = model.teams.get(to.key);
    const name = team === undefined ? quoted(to.key) : titled(team);
    report({
      code: 'shares-to-itself',
      message: {
        en: `The team ${name.en} hands over to itself.`,
        ja: `部門${name.ja}が自分自身に引き継いでいます。`,
      },
      help: {
        en: 'Name the team that takes over, or remove the handover.',
        ja: '引き継ぎ先の部門を書くか、この引き継ぎを削除してください。',
      },
      range: to.place.range,
    });
  }
}

/** What cannot sensibly speak of itself. An arrow back to the same touchpoint can: it is a loop. */
export function checkSelfReferences(model: Model, report: Report): void {
  for (const journey of ownDeclarations(model, model.journeys)) {
    if (journey.improves?.key === journey.key) {
      const name = titled(journey);
      report({
        code: 'refers-to-itself',
        message: {
          en: `The journey ${name.en} improves itself.`,
          ja: `ジャーニー${name.ja}が自分自身の改善になっています。`,
        },
        help: {
          en: 'Name the as-is journey that it improves.',
          ja: '改善の対象となる現状(As-Is)のジャーニーを書いてください。',
        },
        range: journey.improves.place.range,
      });
    }
    for (const touchpoint of journey.stages.flatMap((stage) => stage.touchpoints)) checkTouchpoint(touchpoint, report);
  }
}

function checkTouchpoint(touchpoint: Touchpoint, report: Report): void {
  const isSelf = (reference: Reference | undefined): reference is Reference => reference?.key === touchpoint.key;
  if (isSelf(touchpoint.during)) {
    const name = titled(touchpoint);
    report({
      code: 'refers-to-itself',
      message: {
        en: `${name.en} happens during itself.`,
        ja: `${name.ja}が自分自身の最中に起きることになっています。`,
      },
      help: {
        en: 'Name the touchpoint at which the customer waits meanwhile.',
        ja: 'そのときお客様が待っているタッチポイントを書いてください。',
      },
      range: touchpoint.during.place.range,
    });
  }
  for (const { target } of touchpoint.tells) {
    if (!isSelf(target)) continue;
    const name = titled(touchpoint);
    report({
      code: 'refers-to-itself',
      message: {
        en: `${name.en} is announced as the step that comes next after itself.`,
        ja: `${name.ja}の次の手順として、${name.ja}自身を案内しています。`,
      },
      help: { en: 'Name the touchpoint that really comes next.', ja: '実際に次に来るタッチポイントを書いてください。' },
      range: target.place.range,
    });
  }
}

/** Handovers written in the file, at its top or in a journey. */
function ownHandovers(model: Model): readonly Handover[] {
  const all = [...model.handovers, ...ownDeclarations(model, model.journeys).flatMap(({ handovers }) => handovers)];
  return [...new Set(all)].filter(({ place }) => place.uri === model.uri);
}
