import { listed, titled } from '../../../model/phrases.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'sequence-missing-job-step',
    group: 'structure',
    since: '0.1.0',
    severity: 'hint',
    waitsFor: 'journey',

    summary: {
      en: 'The job has no step of monitoring or concluding.',
      ja: '用事の「見守る」「終える」の段階が抜けています。',
    },
    why: {
      en: `People who get a job done also watch whether it goes well and bring it to an end; both are easily forgotten in a map.

Reported when at least three touchpoints of the journey state a \`job\` step, and none of them is \`monitor\`, or none is \`conclude\`.`,
      ja: `人は用事を進めながら様子を見守り、最後に締めくくります。どちらもマップでは忘れられがちです。

三つ以上のタッチポイントに \`job\` の段階が書かれているのに、\`monitor\`(見守る)または \`conclude\`(終える)が一つもなければ指摘します。`,
    },
    remedy: {
      en: 'Ask how customers see that it goes well, and when they call it done (`job monitor`, `job conclude`).',
      ja: 'うまく進んでいることをどう確かめ、何をもって終えるのかを確認します(`job monitor`・`job conclude`)。',
    },
    sources: [{ title: 'Bettencourt, Ulwick: The Customer-Centered Innovation Map. Harvard Business Review, 2008' }],
    settings: [],
  },
  check: ({ journey, analysis, report }) => {
    const nodes = analysis.whole.graph.nodesWith('job');
    if (nodes.length < enough) return;
    const isMissing = (step: string): boolean => nodes.every(({ touchpoint }) => touchpoint.job?.value !== step);
    const missing = steps.flatMap(({ value, name }) => (isMissing(value) ? [name] : []));
    if (missing.length === 0) return;
    const [name, what] = [titled(journey), listed(missing)];
    report({
      place: journey.place,
      message: {
        en: `The job in ${name.en} has no step of ${what.en}.`,
        ja: `${name.ja}の用事には、${what.ja}の段階がありません。`,
      },
      help: rule.meta.remedy,
    });
  },
};

const enough = 3;
const steps = [
  { value: 'monitor', name: { en: 'monitoring', ja: '見守る' } },
  { value: 'conclude', name: { en: 'concluding', ja: '終える' } },
];
