import type { Barrier } from '../../../model/entities.ts';
import type { RelatedPlace } from '../../../model/finding.ts';
import { lowerSeverity } from '../../../model/finding.ts';
import type { Journey, Stage, Touchpoint } from '../../../model/journey.ts';
import { lazyFor } from '../../../model/lazy.ts';
import { quoted, titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import { adding, isJapanese, literal } from '../../fixes.ts';
import { referable } from '../../names.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { hasOpenIdeas, solutionsIn } from '../../solutions.ts';
import type { Solution } from '../../solutions.ts';

export const rule: Rule = {
  meta: {
    id: 'unsolved-barrier',
    group: 'question',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    ownOnly: true,
    fix: 'unsafe',
    summary: {
      en: "Nothing removes a barrier that stands in the customer's way.",
      ja: 'お客様の障壁に、解決策がありません。',
    },
    why: {
      en: `A barrier that is known and left alone is the cheapest friction to remove: the research is done, only the decision is missing. Removing the obstacle works better than pushing people over it with a discount or a reminder.

A barrier counts as solved when a touchpoint, an action or an opportunity \`solves\` it, in this journey or in another one that the file can see. An opportunity beside the barrier that names nothing counts as well. Without any, and when all that there is was rejected, this is a warning; when all that is left are nudges (\`kind nudge\`), a piece of information. A barrier of low severity is one step milder.

In a to-be journey a barrier with the same id as one of the as-is journey that it improves is the same barrier, carried over: what solves the one solves the other. The finding carries the cause that the barrier states.`,
      ja: `分かっているのに放置された障壁は、最も安く取り除ける摩擦です。調査は済んでおり、決めるだけだからです。値引きやリマインドで背中を押す(ナッジ)より、障害そのものを取り除くほうが効きます。

タッチポイント・施策・改善機会のいずれかが障壁を \`solves\` としていれば、解決策があるとみなします。同じファイルから見える別のジャーニーのものでも構いません。障壁と同じ場所にある、対象を書いていない改善機会も数えます。一つもない場合、またはすべて見送られた場合は警告、残りがナッジ(\`kind nudge\`)だけなら情報です。重大度が低い(\`severity low\`)障壁は一段軽くします。

理想(To-Be)のジャーニーにある障壁が、改善元の現状(As-Is)の障壁と同じ id なら、引き継がれた同じ障壁とみなし、一方の解決策は他方にも当てはまります。指摘の原因には、障壁に書かれた原因を使います。`,
    },
    remedy: {
      en: 'Write down what will remove it, with an owner: an `opportunity … solves`, an `action`, or a touchpoint that `solves` it.',
      ja: '取り除く方法を担当とともに書きます(`opportunity … solves`、`action`、またはタッチポイントの `solves`)。',
    },
    sources: [],
    settings: [],
  },
  check: (context) => {
    const { journey, analysis } = context;
    checkBlock(context, journey);
    for (const stage of journey.stages) checkBlock(context, stage);
    for (const { touchpoint } of analysis.whole.graph.nodesWith('barriers')) checkBlock(context, touchpoint);
  },
};

/** Where a barrier can stand. */
type Block = Journey | Stage | Touchpoint;

function checkBlock(context: JourneyContext, block: Block): void {
  if (block.barriers.length === 0 || hasOpenIdeas(block.opportunities)) return;
  for (const barrier of block.barriers) checkBarrier(context, block, barrier);
}

function checkBarrier(context: JourneyContext, block: Block, barrier: Barrier): void {
  const { model, journey, report } = context;
  const before = barrierBefore(context, barrier);
  const solutions = solutionsIn(model);
  const named = [barrier, ...(before === undefined ? [] : [before])].flatMap(({ key }) => solutions.get(key) ?? []);
  const open = named.filter(({ rejected }) => !rejected);
  if (open.some(({ nudge }) => !nudge)) return;
  const severity = open.length > 0 ? 'information' : 'warning';
  const message = messageFor(barrier, before, named, open);
  const personas = barrier.personas.length === 0 ? [undefined] : barrier.personas.map(({ key }) => key);
  for (const persona of personas) {
    report({
      place: barrier.place,
      severity: barrier.severity?.value === 'low' ? lowerSeverity(severity) : severity,
      message,
      help: rule.meta.remedy,
      related: [...fromBefore(before), ...named.map(saidHere)],
      fixes: () => [noteIdea(context, block, barrier)],
      subject: subjectOf(journey, block),
      personas: persona !== undefined && model.personas.has(persona) ? [persona] : undefined,
      ...(barrier.cause === undefined ? {} : { cause: barrier.cause.value }),
      same: barrier.key,
    });
  }
}

/** The barrier of the same id in the journey that this one improves. */
function barrierBefore({ model, journey }: JourneyContext, { id }: Barrier): Barrier | undefined {
  const improved = model.journeys.get(journey.improves?.key ?? '');
  return improved && barriersById(improved).get(id);
}

/** Of several with one id the first: the journey's, its stages', its touchpoints'. */
const barriersById = lazyFor((journey: Journey): ReadonlyMap<string, Barrier> => {
  const { stages } = journey;
  const blocks: readonly Block[] = [journey, ...stages, ...stages.flatMap(({ touchpoints }) => touchpoints)];
  const barriers = blocks.flatMap((block) => block.barriers);
  return new Map(barriers.toReversed().map((barrier) => [barrier.id, barrier]));
});

function messageFor(
  barrier: Barrier,
  before: Barrier | undefined,
  named: readonly Solution[],
  open: readonly Solution[],
): Text {
  const name = titled(barrier);
  if (open.length > 0) {
    return {
      en: `The barrier ${name.en} stays: what is planned only nudges the customer over it.`,
      ja: `障壁${name.ja}は残ったままです。予定されているのは、お客様の背中を押す施策(ナッジ)だけです。`,
    };
  }
  if (named.length > 0) {
    return {
      en: `The barrier ${name.en} has no solution: everything that was planned against it is rejected.`,
      ja: `障壁${name.ja}に解決策がありません。検討された施策はすべて見送られています。`,
    };
  }
  if (before !== undefined) {
    return {
      en: `The barrier ${name.en} is carried over from the as-is journey, and nothing solves it.`,
      ja: `障壁${name.ja}は現状のジャーニーから引き継がれたままで、解決策がありません。`,
    };
  }
  return {
    en: `Nothing removes the barrier ${name.en}: no touchpoint, action or opportunity solves it.`,
    ja: `障壁${name.ja}に解決策がありません。これを解消するタッチポイントも施策も改善機会も書かれていません。`,
  };
}

function fromBefore(before: Barrier | undefined): readonly RelatedPlace[] {
  if (before === undefined) return [];
  return [{ place: before.place, message: { en: 'the barrier as it is', ja: '現状の障壁' } }];
}

function saidHere({ place, rejected }: Solution): RelatedPlace {
  return {
    place,
    message: rejected
      ? { en: 'rejected', ja: '見送られています' }
      : { en: 'only a nudge', ja: '背中を押すだけの施策です' },
  };
}

function noteIdea({ model }: JourneyContext, block: Block, barrier: Barrier): ReturnType<typeof adding> {
  const name = titled(barrier);
  const title = barrier.labelJa ?? barrier.labelEn ?? barrier.label ?? barrier.id;
  const text = isJapanese(title) ? `${quoted(title).ja}を取り除く` : `Remove: ${title}`;
  const owner = block.owner === undefined ? undefined : referable(model.teams, block.owner.key);
  const statement = `opportunity ${literal(text)}${owner === undefined ? '' : ` owner ${owner}`} status idea solves ${barrier.id}`;
  return adding(block, [statement], {
    en: `Note an idea for the removal of ${name.en}`,
    ja: `${name.ja}を取り除く改善機会を書く`,
  });
}

function subjectOf(journey: Journey, block: Block): { readonly stage?: string; readonly touchpoint?: string } {
  if (block === journey) return {};
  return 'stage' in block ? { touchpoint: block.key } : { stage: block.key };
}
