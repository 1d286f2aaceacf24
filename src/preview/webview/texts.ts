import type { Text } from '../../model/text.ts';

/** What the page says by itself in VS Code; what it shares with a page of its own stands in map/labels.ts. */
export const TEXTS = {
  journey: { en: 'Journey', ja: 'ジャーニー' },
  export: { en: 'Export…', ja: 'エクスポート…' },
  copy: { en: 'Copy as image', ja: '画像としてコピー' },
  compareWith: { en: 'Compare with…', ja: '比較…' },
  findings: { en: 'Findings', ja: '指摘' },
  noFindings: { en: 'No friction found here.', ja: 'ここに摩擦は見つかりませんでした。' },
  close: { en: 'Close', ja: '閉じる' },
  showSource: { en: 'Show source', ja: 'ソースを表示' },
  addAfter: { en: 'Add touchpoint after', ja: '後にタッチポイントを追加' },
  rename: { en: 'Rename', ja: '名前を変更' },
  newTouchpoint: { en: 'Title of the new touchpoint', ja: '新しいタッチポイントの名前' },
  moveBack: { en: 'Move earlier', ja: '一つ前へ移動' },
  moveOn: { en: 'Move later', ja: '一つ後ろへ移動' },
  better: { en: 'Feels better', ja: '感情を上げる' },
  worse: { en: 'Feels worse', ja: '感情を下げる' },
  loading: { en: 'Drawing the map…', ja: 'マップを描いています…' },
} as const satisfies Readonly<Record<string, Text>>;
