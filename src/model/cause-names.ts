import type { Text } from './text.ts';
import type { CauseName } from './words.ts';

/** What the five causes of friction, and everything else, are called in a sentence of a report. */
export const CAUSE_LABELS: Readonly<Record<CauseName | 'other', Text>> = {
  empowerment: { en: 'lack of empowerment', ja: 'エンパワーメントの欠如' },
  duration: { en: 'long or uncertain waits', ja: '待ち時間の長さ・不確かさ' },
  identity: { en: 'not recognised', ja: '顧客として認識されない' },
  transparency: { en: 'lack of transparency', ja: '透明性の欠如' },
  consistency: { en: 'lack of consistency', ja: '一貫性の欠如' },
  other: { en: 'other', ja: 'その他' },
};

/** The same where there is room for one word only, as beside an icon of a map. */
export const CAUSES_SHORT: Readonly<Record<CauseName | 'other', Text>> = {
  empowerment: { en: 'Empowerment', ja: '自分でできない' },
  duration: { en: 'Duration', ja: '待ち時間' },
  identity: { en: 'Identity', ja: '認識されない' },
  transparency: { en: 'Transparency', ja: '不透明' },
  consistency: { en: 'Consistency', ja: '不一致' },
  other: { en: 'Other', ja: 'その他' },
};
