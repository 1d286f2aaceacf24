import { CLEARLY_APART } from '../../evidence/discovery/customer-types.ts';
import type { Draft } from '../../evidence/discovery/draft.ts';
import type { Text } from '../../model/text.ts';

/** What the silhouettes say about the number of personas. */
export function silhouetteLine({ types: { tried }, personas }: Draft): Text {
  const values = tried.map(({ count, silhouette }) => `${count}: ${silhouette.toFixed(2)}`);
  const chosen = tried.find(({ count }) => count === personas.length);
  const verdict: Text =
    chosen === undefined
      ? {
          en: 'No groups of customers were found, so the draft is for everybody.',
          ja: 'グループが見つからないため、全員に共通の下書きです。',
        }
      : chosen.silhouette >= CLEARLY_APART
        ? {
            en: `Drafted with ${chosen.count}, which are clearly apart.`,
            ja: `明確に分かれる${chosen.count}つのペルソナとしました。`,
          }
        : {
            en: `Drafted with ${chosen.count}; below 0.5 groups may be artificial.`,
            ja: `${chosen.count}つのペルソナとしました。0.5未満なので、意味のないグループかもしれません。`,
          };
  return {
    en: `Silhouette by number of personas: ${values.join(', ')}. ${verdict.en}`,
    ja: `ペルソナの数ごとのシルエット係数: ${values.join('、')}。${verdict.ja}`,
  };
}

/** What a persona assumes whose group is not clearly apart from the others. */
export function artificial(silhouette: number): Text {
  const value = silhouette.toFixed(2);
  return {
    en: `That these are different customers: the groups lie close together (silhouette ${value})`,
    ja: `異なる顧客層であること(グループどうしが近く、シルエット係数は${value})`,
  };
}
