import { titled } from '../../../model/phrases.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'orphan-solution',
    group: 'question',
    since: '0.1.0',
    severity: 'hint',
    waitsFor: 'journey',

    summary: {
      en: 'An action solves nothing that is written down.',
      ja: '何を解決するのか書かれていない施策があります。',
    },
    why: {
      en: `A solution without a problem is a wish. Saying what it solves shows whether it will help anybody.

Reported for an action of the file that supports a goal, is not rejected, and names neither a barrier, question, pain or need with \`solves\` nor a touchpoint with \`at\`; only where another visible action does.`,
      ja: `課題と結び付かない解決策は、願望にすぎません。何を解決するかを書けば、誰の役に立つかが分かります。

目標を支え、見送られておらず、\`solves\` も \`at\` もない施策を指摘します。ほかの施策に書かれている場合に限ります。`,
    },
    remedy: {
      en: 'Name what it solves (`solves`), or where it changes something (`at`).',
      ja: '何を解決するか(`solves`)、どこを変えるか(`at`)を書きます。',
    },
    sources: [],
    settings: [],
  },
  checkModel: ({ model, report }) => {
    const actions = [...model.actions.values()];
    if (!actions.some(({ solves }) => solves.length > 0)) return;
    for (const action of actions) {
      if (action.place.uri !== model.uri || action.status?.value === 'rejected') continue;
      if (action.supports.length === 0 || action.solves.length > 0 || action.at.length > 0) continue;
      const name = titled(action);
      report({
        place: action.place,
        message: {
          en: `The action ${name.en} does not say what it solves, or where.`,
          ja: `施策${name.ja}には、何をどこで解決するのかが書かれていません。`,
        },
        help: rule.meta.remedy,
      });
    }
  },
};
