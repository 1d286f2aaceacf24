import type { Fix } from '../../../model/finding.ts';
import type { GraphNode } from '../../../model/graph.ts';
import type { Touchpoint } from '../../../model/journey.ts';
import { titled, titles } from '../../../model/phrases.ts';
import { effortChains } from '../../effort-chains.ts';
import { insertable } from '../../fixes.ts';
import type { JourneyContext, Rule } from '../../rule.ts';
import { originOf } from '../../settings.ts';
import { forEachFlow } from '../../views.ts';

export const rule: Rule = {
  meta: {
    id: 'no-progress-shown',
    group: 'transparency',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'stage',
    fix: 'unsafe',
    summary: {
      en: 'Several steps of work in a row, and nothing shows how far one has got.',
      ja: '作業が続くのに、いまどの段階かが示されていません。',
    },
    why: {
      en: `Who does not see how much is still to come gives up early, or begins without the time that it takes.

Looked at are 3 or more touchpoints in a row, in the same stage, that the customer begins and where something is asked (\`asks\`) or the effort is 3 or more. They must belong to one procedure: each of them asks something, or one of them names a \`task\` or \`commits\` the customer. Conversations, as on the phone, at a counter or with a chatbot, are left out, because who answers says how it goes on.

It is silent when one of them \`shows progress\`, \`status\` or \`steps\`. Waits without a sign of progress are for \`wait-untold\`.`,
      ja: `あとどれだけ続くのか見えないと、お客様は早めにあきらめるか、時間のないときに始めてしまいます。

同じステージで、お客様から始めるタッチポイントが3つ以上続き、どれも情報を尋ねる(\`asks\`)か手間が3以上(\`effort\`)の場合を調べます。一つの手続きであること、つまりすべてが情報を尋ねるか、どれかに用件(\`task\`)または申し込みなど(\`commits\`)があることが条件です。電話・窓口・チャット・チャットボットのようにやり取りをするタッチポイントは、その場で先の流れを聞けるため除きます。

どれかが \`shows progress\`・\`status\`・\`steps\` としていれば何も言いません。待ち時間中の進み具合は \`wait-untold\` が扱います。`,
    },
    remedy: {
      en: 'Show at each step which one it is of how many: `shows progress "2/3"`.',
      ja: '各段階で、全体の何番目かを示します(`shows progress "2/3"`)。',
    },
    sources: [
      {
        title: 'Nielsen: 10 Usability Heuristics (visibility of system status)',
        url: 'https://www.nngroup.com/articles/ten-usability-heuristics/',
      },
    ],
    settings: ['progressSteps'],
  },
  check: (whole) => {
    forEachFlow(whole, (context, view) => {
      const { progressSteps } = context.settings;
      for (const chain of effortChains(context.model, view, workAt, progressSteps)) checkChain(context, chain);
    });
  },
};

/** From here on, on the scale 1…7, an effort counts as work. */
const noticeable = 3;
const signs: ReadonlySet<string> = new Set(['progress', 'status', 'steps']);

function workAt({ asks, effort }: Touchpoint): number {
  return asks.length > 0 || (effort?.value ?? 0) >= noticeable ? 1 : 0;
}

function checkChain(context: JourneyContext, chain: readonly GraphNode[]): void {
  const { settings, report } = context;
  const [first, ...rest] = chain;
  if (first === undefined || chain.length < settings.progressSteps || !isProcedure(chain)) return;
  if (chain.some(({ touchpoint }) => touchpoint.shows.some(({ word }) => signs.has(word?.value ?? '')))) return;
  const last = rest.at(-1) ?? first;
  const [from, to] = [titled(first.touchpoint), titled(last.touchpoint)];
  const origin = originOf('progressSteps', settings);
  const count = chain.length;
  report({
    place: first.touchpoint.place,
    message: {
      en: `From ${from.en} to ${to.en} the customer works through ${count} steps and never sees how many are left (due from ${settings.progressSteps} on; ${origin.en}).`,
      ja: `${from.ja}から${to.ja}まで作業が${count}段階続きますが、いまどの段階かが示されていません(${settings.progressSteps}段階以上で必要、${origin.ja})。`,
    },
    help: rule.meta.remedy,
    related: rest.map(({ touchpoint: { place } }, index) => ({
      place,
      message: { en: `step ${index + 2}`, ja: `${index + 2}段階目` },
    })),
    fixes: () => [showProgress(chain)],
    subject: { touchpoint: first.key },
  });
}

function isProcedure(chain: readonly GraphNode[]): boolean {
  return (
    chain.every(({ touchpoint: { asks } }) => asks.length > 0) ||
    chain.some(({ touchpoint: { task, commits } }) => task !== undefined || commits.length > 0)
  );
}

function showProgress(chain: readonly GraphNode[]): Fix {
  const where = titles(chain.map(({ touchpoint }) => touchpoint));
  return {
    title: { en: `Show the progress at ${where.en}`, ja: `${where.ja}で進み具合を示す` },
    safe: false,
    edits: chain.map(({ touchpoint }, index) => ({
      kind: 'addStatements',
      to: insertable(touchpoint),
      statements: [`shows progress "${index + 1}/${chain.length}"`],
    })),
  };
}
