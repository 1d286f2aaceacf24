import type { Fix } from '../../../model/finding.ts';
import type { Goal, Metric } from '../../../model/entities.ts';
import type { Model } from '../../../model/model.ts';
import { asWritten, titled } from '../../../model/phrases.ts';
import type { Place } from '../../../model/place.ts';
import type { Text } from '../../../model/text.ts';
import type { Quantity } from '../../../model/values.ts';
import { amountOf } from '../../amounts.ts';
import { adding } from '../../fixes.ts';
import { metricUsesIn } from '../../metric-uses.ts';
import { referable } from '../../names.ts';
import type { ModelContext, Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'goal-without-metric',
    group: 'measurement',
    since: '0.1.0',
    severity: 'warning',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'A business goal has no metric, no target, or a target that is no improvement.',
      ja: '目標に、指標・目標値がありません。',
    },
    why: {
      en: `A goal without a number cannot be missed, and so it is never reached either.

A \`goal\` needs a \`metric\` (otherwise a warning) and a target value, its own or its metric's (otherwise a piece of information). A target that is equal to or worse than the baseline, in the direction that the metric calls \`better\`, is a warning. A goal with a metric that no touchpoint measures is a piece of information, if the file measures anything at a touchpoint. A goal with no more than a name is a note to oneself and left alone.`,
      ja: `数字のない目標は外れることもなく、したがって達成されることもありません。

\`goal\` には \`metric\`(なければ警告)と、目標自身または指標の目標値(なければ情報)が必要です。指標が \`better\` とする方向に対して、目標値が現状値と同じか悪ければ警告です。目標の指標をどのタッチポイントでも測っていなければ、ファイル内で何かを測っている場合に限り情報です。名前だけの目標は覚え書きとみなし、何も言いません。`,
    },
    remedy: {
      en: 'Say how you will know: `metric`, `baseline`, `target … by …`, and where it is measured (`at`).',
      ja: '何で達成を知るのかを書きます。`metric`・`baseline`・`target … by …`、そして測る場所(`at`)です。',
    },
    sources: [],
    settings: [],
  },
  checkModel: (context) => {
    const { model } = context;
    for (const goal of model.goals.values()) if (goal.place.uri === model.uri) checkGoal(context, goal);
  },
};

function checkGoal(context: ModelContext, goal: Goal): void {
  const { model } = context;
  const name = titled(goal);
  const report = (place: Place, same: string, message: Text, severity?: 'information'): void => {
    const fixes = (): readonly Fix[] => (same === 'metric' ? proposals(model, goal) : []);
    context.report({ place, same, message, help: rule.meta.remedy, fixes, ...(severity ? { severity } : {}) });
  };
  const [reference] = goal.metrics;
  if (reference === undefined) {
    if (goal.body === undefined) return;
    report(goal.place, 'metric', {
      en: `The goal ${name.en} has no metric, so nobody can tell whether it is reached.`,
      ja: `目標${name.ja}には指標がなく、達成したかどうかが分かりません。`,
    });
    return;
  }
  const metric = model.metrics.get(reference.key);
  const target = goal.target ?? metric?.target;
  if (target === undefined) {
    report(
      goal.place,
      'target',
      {
        en: `The goal ${name.en} has a metric, but no target.`,
        ja: `目標${name.ja}には指標がありますが、目標値がありません。`,
      },
      'information',
    );
  } else {
    checkDirection(metric, goal.baseline ?? metric?.baseline, target.value, target.place, name, report);
  }
  if (metric !== undefined && isUnmeasured(model, metric)) {
    report(
      reference.place,
      'measured',
      {
        en: `${titled(metric).en} decides about the goal ${name.en}, but no touchpoint measures it.`,
        ja: `目標${name.ja}を決める${titled(metric).ja}を、どのタッチポイントでも測っていません。`,
      },
      'information',
    );
  }
}

function checkDirection(
  metric: Metric | undefined,
  baseline: Quantity | undefined,
  target: Quantity,
  place: Place,
  name: Text,
  report: (place: Place, same: string, message: Text) => void,
): void {
  const better = metric?.better?.value;
  if (better === undefined || baseline === undefined || baseline.kind !== target.kind) return;
  const change = amountOf(target) - amountOf(baseline);
  if (better === 'up' ? change > 0 : change < 0) return;
  const [now, then] = [asWritten(baseline), asWritten(target)];
  const direction = better === 'up' ? { en: 'higher', ja: '高い' } : { en: 'lower', ja: '低い' };
  report(place, 'direction', {
    en: `The target ${then.en} of the goal ${name.en} is no improvement on ${now.en}: ${direction.en} is better.`,
    ja: `目標${name.ja}の目標値${then.ja}は、現状の${now.ja}から改善していません(${direction.ja}ほどよい指標です)。`,
  });
}

function isUnmeasured(model: Model, metric: Metric): boolean {
  if (metric.at.length > 0 || metric.source !== undefined) return false;
  const { metrics, atTouchpoints } = metricUsesIn(model);
  return atTouchpoints && !metrics.has(metric.key);
}

/** The metrics of the file itself, as long as the choice is short enough to be read. */
function proposals(model: Model, goal: Goal): ReturnType<typeof adding>[] {
  const own = [...model.metrics.values()].filter(({ library }) => !library);
  if (own.length > 6) return [];
  return own.flatMap((metric) => {
    const id = referable(model.metrics, metric.key);
    const name = titled(metric);
    return id === undefined
      ? []
      : [adding(goal, [`metric ${id}`], { en: `Measure it by ${name.en}`, ja: `${name.ja}で測る` })];
  });
}
