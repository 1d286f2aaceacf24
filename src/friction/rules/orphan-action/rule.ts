import type { Action } from '../../../model/entities.ts';
import type { Fix } from '../../../model/finding.ts';
import type { Model } from '../../../model/model.ts';
import { titled } from '../../../model/phrases.ts';
import { adding } from '../../fixes.ts';
import { nameOf, referable } from '../../names.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'orphan-action',
    group: 'measurement',
    since: '0.1.0',
    severity: 'hint',
    waitsFor: 'journey',
    fix: 'unsafe',
    summary: {
      en: 'An action supports no goal.',
      ja: 'どの目標も支えていない施策があります。',
    },
    why: {
      en: `What is done without a goal competes with what is done for one.

Reported for an action of the file that is not rejected, names no goal with \`supports\`, and solves nothing either; only where the file can see a goal.`,
      ja: `目標のない施策は、目標のある施策と人手を奪い合います。

見送られておらず、\`supports\` で目標を示さず、何も解決しない施策を指摘します。ファイルから目標が見える場合に限ります。`,
    },
    remedy: {
      en: 'Say which goal it serves (`supports`), or let it go (`status rejected`).',
      ja: 'どの目標のためかを書くか(`supports`)、やめます(`status rejected`)。',
    },
    sources: [],
    settings: [],
  },
  checkModel: ({ model, report }) => {
    if (model.goals.size === 0) return;
    for (const action of model.actions.values()) {
      if (action.place.uri !== model.uri || action.status?.value === 'rejected') continue;
      if (action.supports.length > 0 || action.solves.length > 0 || action.body === undefined) continue;
      const name = titled(action);
      report({
        place: action.place,
        message: {
          en: `The action ${name.en} supports no goal and solves nothing.`,
          ja: `施策${name.ja}は、どの目標も支えず、何も解決しません。`,
        },
        help: rule.meta.remedy,
        fixes: () => proposals(model, action),
      });
    }
  },
};

/** The first few goals: more is no choice that anybody reads. */
function proposals(model: Model, action: Action): readonly Fix[] {
  const goals = [...model.goals.keys()].flatMap((key) => referable(model.goals, key) ?? []);
  return goals.slice(0, 5).map((goal) => {
    const title = nameOf(model.goals, goal);
    return adding(action, [`supports ${goal}`], { en: `It supports ${title.en}`, ja: `目標${title.ja}を支える` });
  });
}
