// What the journeys of benchmarks say: real words in both languages, for texts are measured and broken.

export const stageKinds = ['search', 'compare', 'purchase', 'onboarding', 'use', 'support'] as const;
export const stageTitles = ['探す', 'Compare', '申し込む', 'Pay and confirm', '利用する', 'Get help'] as const;
export const causes = ['empowerment', 'duration', 'identity', 'transparency', 'consistency'] as const;
export const doings = [
  'サイトの番号をタップして電話をかける',
  'Looks for a meeting room near the station',
  '人数と時間を伝え、担当者が台帳をめくるのを待つ',
  'Types the same address once more',
] as const;
export const questions = [
  '今日の夕方、6人で入れる部屋は空いている?',
  'Can I pay by invoice?',
  '送料はいくら?',
] as const;
export const barriers = ['空き状況の画像は週に一度しか差し替わらない', 'The calendar is a week old'] as const;
export const touchpointTitles = [
  '受付に電話をかける',
  'Fills in the application form',
  '空き状況のページを見る',
  'Gets the confirmation',
  '申込書がメールで届く',
] as const;
