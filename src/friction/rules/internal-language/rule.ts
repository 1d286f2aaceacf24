import type { Stage, Touchpoint } from '../../../model/journey.ts';
import { quoted, titled } from '../../../model/phrases.ts';
import type { JourneyContext, Rule } from '../../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'internal-language',
    group: 'structure',
    since: '0.1.0',
    severity: 'hint',
    waitsFor: 'touchpoint',

    summary: {
      en: 'A title speaks the language of the company and not of the customer.',
      ja: '社内の言葉で書かれたタイトルがあります。',
    },
    why: {
      en: `A customer does not enter a lead into the CRM; they ask for an offer. Titles in the language of the company are a sign that the map shows the process and not the journey.

Reported when the title of a touchpoint or stage contains the name of a declared system (not one that is also the name of a channel), or a word from the engine room such as API, backend or batch.`,
      ja: `お客様は「CRM にリード登録」しません。見積もりを頼むのです。社内の言葉で書かれたタイトルは、ジャーニーではなく業務を描いている兆しです。

タッチポイントやステージのタイトルに、宣言されたシステムの名前(チャネルの名前と同じものは除く)や、API・バッチなどの裏側の言葉が含まれていれば指摘します。`,
    },
    remedy: {
      en: 'Say what the customer does, and put the system behind the line (`system`, `backstage`).',
      ja: 'お客様の行動として書き、システムは裏側に置きます(`system`・`backstage`)。',
    },
    sources: [],
    settings: [],
  },
  check: (context) => {
    const { journey } = context;
    const names = systemNames(context);
    for (const stage of journey.stages) {
      check(stage, names, context);
      for (const touchpoint of stage.touchpoints) check(touchpoint, names, context);
    }
  },
};

function check(thing: Stage | Touchpoint, names: readonly string[], { model, report }: JourneyContext): void {
  if (thing.label === undefined) return;
  const label = thing.label.normalize('NFKC');
  const word = names.find((name) => label.includes(name)) ?? engineRoom.exec(label)?.[0];
  if (word === undefined) return;
  const [name, said] = [titled(thing), quoted(word)];
  report({
    place: thing.place,
    message: {
      en: `${name.en} speaks of ${said.en}, a word of the company and not of the customer.`,
      ja: `${name.ja}には、お客様の言葉ではない社内の言葉${said.ja}が使われています。`,
    },
    help: rule.meta.remedy,
    subject: 'stage' in thing ? { touchpoint: thing.key } : { stage: thing.key },
    same: `${model.uri} ${word}`,
  });
}

const engineRoom =
  /\b(APIs?|backend|batch( job)?|webhook|database|SQL|JSON|CRM|SFA)\b|バッチ処理|データ連携|マスタ登録|リード登録/;

/** Names of systems that are long enough not to be found by chance, and no channel. */
function systemNames({ model }: JourneyContext): readonly string[] {
  const names: string[] = [];
  for (const { id, label, labelJa } of model.systems.values()) {
    for (const name of [id, label, labelJa]) if (name !== undefined && name.length >= 4) names.push(name);
  }
  if (names.length === 0) return names;
  const channels = new Set([...model.channels.values()].flatMap(({ id, label, labelJa }) => [id, label, labelJa]));
  return names.filter((name) => !channels.has(name));
}
