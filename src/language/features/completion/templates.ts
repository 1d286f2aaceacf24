import type { Locale, Text } from '../../../model/text.ts';
import { TOP } from '../../repair/block-texts.ts';
import type { WritingPlace } from './place.ts';
import type { Proposal } from './proposal.ts';

/** Several statements at once, to be filled in: in the language of the file, where they may stand. */
export function templates({ reading, written, locale }: WritingPlace): readonly Proposal[] {
  return TEMPLATES.filter(({ block }) => block === reading.state.block).map(({ name, about, snippet }) => ({
    kind: 'template',
    text: name[locale],
    // Readers of Japanese find it by what they type while their keyboard writes Latin letters, too.
    title: name.en,
    snippet: snippet[written],
    about: { kind: 'text', text: about },
  }));
}

interface Template {
  /** The block whose statements these are. */
  readonly block: string;
  readonly name: Text;
  readonly about: Text;
  readonly snippet: Readonly<Record<Locale, string>>;
}

const TEMPLATES: readonly Template[] = [
  {
    block: TOP,
    name: { en: 'new persona', ja: '新しいペルソナ' },
    about: { en: 'A persona with what they need and what bothers them.', ja: 'ニーズと悩みを持つペルソナです。' },
    snippet: {
      en: `persona \${1:Customer} "\${2:Who this is about}" {
	need \${3:Goal} "\${4:What they want to get done}"
	pain \${5:Pain} "\${6:What bothers them}"
	prefers \${7:web}, \${8:phone}
}`,
      ja: `persona \${1:顧客} "\${2:どのような人か}" {
	need \${3:目的} "\${4:達成したいこと}"
	pain \${5:悩み} "\${6:困っていること}"
	prefers \${7:web}, \${8:phone}
}`,
    },
  },
  {
    block: TOP,
    name: { en: 'new journey', ja: '新しいジャーニー' },
    about: {
      en: 'A journey with its first stage and touchpoint.',
      ja: '最初のステージとタッチポイントを備えたジャーニーです。',
    },
    snippet: {
      en: `journey \${1:FirstOrder} "\${2:Placing a first order}" {
	kind \${3|asIs,toBe|}
	scenario "\${4:What has just happened}"

	stage \${5:Find} "\${6:Finding out}" : \${7|awareness,search,compare,consider,purchase|} {
		touchpoint \${8:Searches} "\${9:Searches the web}" on \${10:web} by customer {
			thinks "\${11:What goes through their mind}"
			feels \${12|hopeful,confused,anxious,relieved,tired|}
		}
	}
}`,
      ja: `journey \${1:初めての注文} "\${2:初めて注文する}" {
	kind \${3|asIs,toBe|}
	scenario "\${4:きっかけとなる出来事}"

	stage \${5:情報収集} "\${6:調べる}" : \${7|awareness,search,compare,consider,purchase|} {
		touchpoint \${8:検索} "\${9:Webで検索する}" on \${10:web} by customer {
			thinks "\${11:そのとき考えていること}"
			feels \${12|hopeful,confused,anxious,relieved,tired|}
		}
	}
}`,
    },
  },
  {
    block: 'Stage',
    name: { en: 'promised wait', ja: '案内のある待ち時間' },
    about: {
      en: 'A touchpoint at which the customer waits and is told how long.',
      ja: '待つ時間と、その案内を記したタッチポイントです。',
    },
    snippet: {
      en: `touchpoint \${1:Waits} "\${2:Waits for an answer}" on \${3:email} by customer {
	waits \${4:2 days} max \${5:5 days}
	told "\${6:What they are told about it}"
	feels \${7|anxious,hopeful,tired|}
}`,
      ja: `touchpoint \${1:待つ} "\${2:回答を待つ}" on \${3:email} by customer {
	waits \${4:2日} max \${5:5日}
	told "\${6:顧客への案内}"
	feels \${7|anxious,hopeful,tired|}
}`,
    },
  },
];
