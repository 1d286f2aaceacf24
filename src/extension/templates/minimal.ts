import { Ids } from '../../formats/journey-text/ids.ts';
import type { Locale } from '../../model/text.ts';

/** The smallest journey that is one, as a snippet: what is to be written stands where it belongs. */
export function minimalJourney(title: string, locale: Locale): string {
  const written = title.replaceAll(/["\\]/g, '\\$&');
  return TEXTS[locale]
    .replace('ID', () => new Ids().make(title, 'Journey'))
    .replace('TITLE', () => written.replaceAll(/[\\$}]/g, '\\$&'));
}

/** What a journey is called that has not been called anything. */
export const FIRST_TITLE = { en: 'Placing a first order', ja: '初めて注文する' } as const;

const TEXTS = {
  en: `persona \${1:Customer} "\${2:Who this is about}" {
  need \${3:Goal} "\${4:What they want to get done}"
}

journey \${5:ID} "TITLE" {
  kind \${7|asIs,toBe|}
  for $1
  scenario "\${8:What has just happened}"

  stage \${9:Find} "\${10:Finding out}" : search {
    touchpoint \${11:Searches} "\${12:Searches the web}" on web by customer {
      thinks "\${13:What goes through their mind}"
      feels \${14|hopeful,confused,anxious,relieved,tired|}
    }
  }

  stage \${15:Buy} "\${16:Buying}" : purchase {
    touchpoint \${17:Orders} "\${18:Places the order}" on web by customer {
      feels \${19|relieved,tired,anxious,confused,hopeful|}
      end success
    }
  }
}
$0`,
  ja: `persona \${1:顧客} "\${2:どのような人か}" {
  need \${3:目的} "\${4:達成したいこと}"
}

journey \${5:ID} "TITLE" {
  kind \${7|asIs,toBe|}
  for $1
  scenario "\${8:きっかけとなる出来事}"

  stage \${9:情報収集} "\${10:調べる}" : search {
    touchpoint \${11:検索} "\${12:Webで検索する}" on web by customer {
      thinks "\${13:そのとき考えていること}"
      feels \${14|hopeful,confused,anxious,relieved,tired|}
    }
  }

  stage \${15:購入} "\${16:購入する}" : purchase {
    touchpoint \${17:注文} "\${18:注文する}" on web by customer {
      feels \${19|relieved,tired,anxious,confused,hopeful|}
      end success
    }
  }
}
$0`,
} as const;
