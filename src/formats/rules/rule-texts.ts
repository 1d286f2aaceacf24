import { GROUPS, type Group, type RuleMeta } from '../../friction/rule.ts';
import { defaultSettings, SETTINGS, type Settings } from '../../friction/settings.ts';
import { durationText } from '../../model/phrases.ts';
import type { Locale, Text } from '../../model/text.ts';

/** What the groups of the catalogue are called. The first five are the causes of friction. */
export const GROUP_LABELS: Readonly<Record<Group, Text>> = {
  empowerment: { en: 'Lack of empowerment', ja: 'エンパワーメントの欠如' },
  duration: { en: 'Long or uncertain waits', ja: '待ち時間の長さ・不確かさ' },
  identity: { en: 'Not recognised', ja: '顧客として認識されない' },
  transparency: { en: 'Lack of transparency', ja: '透明性の欠如' },
  consistency: { en: 'Lack of consistency', ja: '一貫性の欠如' },
  redundancy: { en: 'Redundancy', ja: '重複' },
  channel: { en: 'Channels', ja: 'チャネル' },
  emotion: { en: 'Emotions', ja: '感情' },
  question: { en: 'Questions and barriers', ja: '質問と障壁' },
  silo: { en: 'Silos', ja: '組織の分断' },
  privacy: { en: 'Privacy', ja: 'プライバシー' },
  personalisation: { en: 'Personalisation', ja: 'パーソナライゼーション' },
  measurement: { en: 'Measurement', ja: '測定' },
  structure: { en: 'The description itself', ja: '記述そのもの' },
};

/** Whether a rule can fix what it finds, in a word. */
export function fixLabel({ fix }: Pick<RuleMeta, 'fix'>): Text {
  switch (fix) {
    case 'safe':
      return { en: 'safe', ja: '安全' };
    case 'unsafe':
      return { en: 'to be looked at', ja: '要確認' };
    default:
      return { en: '–', ja: '–' };
  }
}

/** Where the page of a rule is in the repository. */
export function pageOf(id: string, locale: Locale): string {
  return `${locale === 'ja' ? 'docs/ja/rules' : 'docs/rules'}/${id}.md`;
}

/** In the order of the catalogue's groups, then by id. */
export function byGroup(metas: readonly RuleMeta[]): readonly RuleMeta[] {
  return metas.toSorted(
    (a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
}

/** The value of a setting, as people write it. */
export function settingValue(name: keyof Settings, settings: Settings = defaultSettings): Text {
  const value = settings[name];
  if (typeof value === 'string') return value === '' ? { en: 'not set', ja: '未設定' } : same(value);
  if (typeof value === 'number') return SETTINGS[name].unit === 'seconds' ? durationText(value) : same(String(value));
  const kinds = Object.entries(value).map(([kind, limit]) => {
    const parts = Object.entries(limit).map(([part, seconds]) => ({ part, text: durationText(Number(seconds)) }));
    return {
      en: `${kind} (${parts.map(({ part, text }) => `${part} ${text.en}`).join(', ')})`,
      ja: `${kind}(${parts.map(({ part, text }) => `${part} ${text.ja}`).join('、')})`,
    };
  });
  return { en: kinds.map(({ en }) => en).join(', '), ja: kinds.map(({ ja }) => ja).join('、') };
}

function same(text: string): Text {
  return { en: text, ja: text };
}
