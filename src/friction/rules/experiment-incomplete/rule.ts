import type { Experiment } from '../../../model/entities.ts';
import { listed, titled } from '../../../model/phrases.ts';
import type { Text } from '../../../model/text.ts';
import type { Reference } from '../../../model/values.ts';
import { adding, isJapanese, literal } from '../../fixes.ts';
import type { ModelContext, Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'experiment-incomplete',
    group: 'measurement',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'An A/B test cannot be trusted as it is planned.',
      ja: '実験の設計が足りません。',
    },
    why: {
      en: `A test shows something only if it was settled beforehand what is expected, on which number it is decided, and when it ends.

An \`experiment\` that is planned, running or done needs a \`hypothesis\`, a \`metric\`, two \`variants\`, and what its size follows from: \`baseline\` and \`effect\`. Missing ones are one warning. \`stop whenSignificant\` is a warning: who looks again and again and stops at the first good number finds effects that are not there. Two experiments that run at the same touchpoint for the same persona disturb each other, unless one is \`exclusive\` (a warning). An experiment without a status is as good as planned once it has variants; a mere idea, and a rejected one, are left alone. A missing \`guardrail\` is a hint, where another experiment has one.`,
      ja: `何を期待し、どの数字で判断し、いつ終えるのかを先に決めておかなければ、テストの結果は何も示しません。

計画・実施中・完了の \`experiment\` には、仮説 \`hypothesis\`、指標 \`metric\`、二つの \`variants\`、そして必要な規模を決める \`baseline\` と \`effect\` が要ります。欠けているものをまとめて警告します。\`stop whenSignificant\`(有意になったら止める)も警告です。途中で何度ものぞき、よい数字が出たところで止めると、ない効果が見えてしまうからです。同じタッチポイント・同じペルソナで同時に走る二つの実験は互いに影響するため、一方が \`exclusive\` でなければ警告です。状態が書かれていなくても、\`variants\` があれば計画とみなします。アイデアや見送られたものは対象外です。ほかの実験に \`guardrail\` があるのにない場合はヒントです。`,
    },
    remedy: {
      en: 'Complete the plan before it starts; `journey explain experiment-incomplete` shows a whole one.',
      ja: '始める前に設計を書き上げます。`journey explain experiment-incomplete` に書き方の例があります。',
    },
    sources: [],
    settings: [],
  },
  checkModel: (context) => {
    const { model } = context;
    const all = [...model.experiments.values()].filter(isDecided);
    const guarded = all.some(({ guardrails }) => guardrails.length > 0);
    for (const [index, experiment] of all.entries()) {
      if (experiment.place.uri !== model.uri) continue;
      checkPlan(context, experiment);
      checkStop(context, experiment);
      if (guarded && experiment.guardrails.length === 0) missGuardrail(context, experiment);
      const other = all.find((each, place) => place !== index && disturb(each, experiment));
      if (other !== undefined) reportDisturbed(context, experiment, other);
    }
  },
};

function isDecided({ status, variants }: Experiment): boolean {
  if (status === undefined) return variants.length > 0;
  return status.value !== 'idea' && status.value !== 'rejected';
}

function checkPlan(context: ModelContext, experiment: Experiment): void {
  const missing: Text[] = [];
  const statements: string[] = [];
  const japanese = isJapanese(`${experiment.label ?? ''}${experiment.id}`);
  const miss = (en: string, ja: string, ...add: readonly string[]): void => {
    missing.push({ en, ja });
    statements.push(...add);
  };
  if (experiment.hypothesis === undefined) {
    const text = japanese ? '〜すれば、〜が上がる。なぜなら〜' : 'If we …, then … rises, because …';
    miss('a hypothesis', '仮説', `hypothesis ${literal(text)}`);
  }
  if (experiment.metrics.length === 0) miss('a metric', '指標', 'metric conversionRate');
  if (experiment.variants.length < 2) {
    miss('two variants', '二つのバリアント', ...(experiment.variants.length === 0 ? ['variants Current, New'] : []));
  }
  if (experiment.baseline === undefined) miss('the baseline', '現状値', 'baseline 10%');
  if (experiment.effect === undefined) miss('the smallest effect that matters', '検出したい最小の効果', 'effect 2 pt');
  if (missing.length === 0) return;
  const [name, what] = [titled(experiment), listed(missing)];
  context.report({
    place: experiment.place,
    message: {
      en: `The experiment ${name.en} lacks ${what.en}.`,
      ja: `実験${name.ja}には${what.ja}がありません。`,
    },
    help: rule.meta.remedy,
    fixes: () => (experiment.variants.length === 1 ? [] : [adding(experiment, statements, complete)]),
    same: 'plan',
  });
}

const complete: Text = { en: 'Add what is missing, to be filled in', ja: '足りないものを書き足す(値は後で直す)' };

function checkStop(context: ModelContext, experiment: Experiment): void {
  if (experiment.stop?.value !== 'whenSignificant') return;
  const name = titled(experiment);
  context.report({
    place: experiment.stop.place,
    message: {
      en: `The experiment ${name.en} stops as soon as it is significant, so it will often find an effect that is not there.`,
      ja: `実験${name.ja}は有意になった時点で止める計画のため、実際にはない効果を見つけてしまいがちです。`,
    },
    help: {
      en: 'Fix the length beforehand (`runs 2 weeks`) and look once, at the end.',
      ja: '期間を先に決め(`runs 2週間`)、終わってから一度だけ判断します。',
    },
    same: 'stop',
  });
}

function missGuardrail(context: ModelContext, experiment: Experiment): void {
  const name = titled(experiment);
  context.report({
    place: experiment.place,
    severity: 'hint',
    message: {
      en: `The experiment ${name.en} has no guardrail, a number that must not get worse.`,
      ja: `実験${name.ja}には、悪化させてはならない指標(ガードレール)がありません。`,
    },
    help: { en: 'Name one: `guardrail churnRate`.', ja: '一つ決めておきます(例: `guardrail churnRate`)。' },
    same: 'guardrail',
  });
}

function disturb(a: Experiment, b: Experiment): boolean {
  if (a.exclusive !== undefined || b.exclusive !== undefined) return false;
  if (a.status?.value !== 'running' || b.status?.value !== 'running') return false;
  const sameCustomers = a.personas.length === 0 || b.personas.length === 0 || haveCommon(a.personas, b.personas);
  return sameCustomers && haveCommon(a.touchpoints, b.touchpoints);
}

function haveCommon(first: readonly Reference[], second: readonly Reference[]): boolean {
  return first.some(({ key }) => second.some((other) => other.key === key));
}

function reportDisturbed(context: ModelContext, experiment: Experiment, other: Experiment): void {
  const [name, second] = [titled(experiment), titled(other)];
  context.report({
    place: experiment.place,
    message: {
      en: `The experiments ${name.en} and ${second.en} run at the same touchpoint for the same customers, so neither result is its own.`,
      ja: `実験${name.ja}と${second.ja}が、同じタッチポイントで同じお客様を対象に走っており、どちらの結果か区別できません。`,
    },
    help: {
      en: 'Run them one after the other, or keep their customers apart (`exclusive`).',
      ja: '順に行うか、対象のお客様を分けます(`exclusive`)。',
    },
    related: [{ place: other.place, message: { en: 'the other one', ja: 'もう一方の実験' } }],
    same: 'disturbed',
  });
}
