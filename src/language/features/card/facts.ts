import type { Text, Locale } from '../../../model/text.ts';
import type * as ast from '../../generated/ast.ts';
import { valuesOf } from './fact-values.ts';

/** One line of a card. */
export interface Fact {
  readonly label: Text;
  readonly values: readonly string[];
}

/** What is stated about a declaration itself, as far as a reader elsewhere wants to know it. */
export function factsOf(node: ast.Named, locale: Locale): readonly Fact[] {
  const features = FACTS[node.$type] ?? [];
  return features.flatMap((feature) => {
    const sources = INHERITED.has(feature) ? [node, ...segmentsOf(node)] : [node];
    const values = new Set(sources.flatMap((source) => valuesOf(source, feature, locale)));
    const label = LABELS[feature];
    return label === undefined || values.size === 0 ? [] : [{ label, values: [...values] }];
  });
}

/** What a persona has of its segments, besides its own. */
const INHERITED: ReadonlySet<string> = new Set(['prefers', 'avoids', 'has', 'lacks']);

function segmentsOf(node: ast.Named): readonly ast.Segment[] {
  return node.$type === 'Persona' ? (node as ast.Persona).segments.flatMap(({ ref }) => ref ?? []) : [];
}

/** Which properties a card shows, in its order. */
const FACTS: Readonly<Record<string, readonly string[]>> = {
  Persona: [
    'segments',
    'ages',
    'occupations',
    'quotes',
    'wants',
    'prefers',
    'avoids',
    'pains',
    'needs',
    'has',
    'lacks',
    'expectations',
    'patience',
  ],
  Segment: ['criteria', 'prefers', 'avoids', 'has', 'lacks', 'shares'],
  Channel: ['kinds', 'flags', 'hours', 'requires', 'limits', 'partners', 'notes'],
  System: ['kinds', 'holds', 'shares', 'recognises', 'latencies', 'owners', 'notes'],
  Team: ['notes'],
  Data: ['kinds', 'retentions', 'valid', 'aliases', 'notes'],
  Consent: ['covers', 'flags', 'notes'],
  Metric: ['kinds', 'better', 'baselines', 'targets', 'sources', 'owners', 'notes'],
  Goal: ['metrics', 'baselines', 'targets', 'by', 'owners', 'notes'],
  Fact: ['value', 'from', 'until', 'personas'],
  Brand: ['tones', 'never', 'notes'],
  Action: ['solves', 'statuses', 'owners', 'due', 'efforts', 'impacts', 'notes'],
  Experiment: ['touchpoints', 'hypotheses', 'metrics', 'variants', 'statuses', 'owners'],
  Journey: ['kinds', 'personas', 'scenarios', 'goals', 'owners', 'improves'],
  Stage: ['kinds', 'owners', 'personas', 'goals'],
  Touchpoint: ['channels', 'alternatives', 'owners', 'systems', 'feelings', 'waits', 'asks'],
  Barrier: ['causes', 'severities', 'personas'],
  Question: ['personas', 'blocks'],
  Need: ['kano'],
};

const LABELS: Readonly<Record<string, Text>> = {
  ages: { en: 'Age', ja: '年齢' },
  aliases: { en: 'Also called', ja: '別名' },
  alternatives: { en: 'Also on', ja: '他のチャネル' },
  asks: { en: 'Asks', ja: '尋ねる情報' },
  avoids: { en: 'Avoids', ja: '避けるチャネル' },
  baselines: { en: 'Today', ja: '現状値' },
  better: { en: 'Better', ja: '望ましい方向' },
  blocks: { en: 'Blocks', ja: '答えがないと進めない場面' },
  by: { en: 'By', ja: '期日' },
  causes: { en: 'Cause', ja: '原因' },
  channels: { en: 'On', ja: 'チャネル' },
  covers: { en: 'Covers', ja: '対象' },
  criteria: { en: 'Who', ja: '条件' },
  due: { en: 'Due', ja: '期限' },
  efforts: { en: 'Effort', ja: '労力' },
  expectations: { en: 'Expects', ja: '期待' },
  feelings: { en: 'Feels', ja: '感情' },
  flags: { en: 'Marks', ja: '特徴' },
  from: { en: 'From', ja: '開始日' },
  goals: { en: 'Goals', ja: '目標' },
  has: { en: 'Has', ja: '持っているもの' },
  holds: { en: 'Holds', ja: '保持するデータ' },
  hours: { en: 'Hours', ja: '時間帯' },
  hypotheses: { en: 'Hypothesis', ja: '仮説' },
  impacts: { en: 'Impact', ja: '効果' },
  improves: { en: 'Improves', ja: '改善の対象' },
  kano: { en: 'Kano', ja: '品質要素' },
  kinds: { en: 'Kind', ja: '種類' },
  lacks: { en: 'Lacks', ja: '持っていないもの' },
  latencies: { en: 'Behind by', ja: '反映の遅れ' },
  limits: { en: 'Longest wait', ja: '待ち時間の上限' },
  metrics: { en: 'Metrics', ja: '指標' },
  needs: { en: 'Needs', ja: 'ニーズ' },
  never: { en: 'Never', ja: '避ける語り口' },
  notes: { en: 'Note', ja: 'メモ' },
  occupations: { en: 'Occupation', ja: '職業' },
  owners: { en: 'Owner', ja: '担当' },
  pains: { en: 'Pains', ja: '課題' },
  partners: { en: 'Run by', ja: '運営' },
  patience: { en: 'Patience', ja: '待てる時間' },
  personas: { en: 'For', ja: '対象' },
  prefers: { en: 'Prefers', ja: '好むチャネル' },
  quotes: { en: 'Says', ja: '発言' },
  recognises: { en: 'Recognises by', ja: '顧客を見分ける情報' },
  requires: { en: 'Requires', ja: '必要なもの' },
  retentions: { en: 'Kept for', ja: '保存期間' },
  scenarios: { en: 'Scenario', ja: 'シナリオ' },
  segments: { en: 'Segment', ja: 'セグメント' },
  severities: { en: 'Severity', ja: '深刻さ' },
  shares: { en: 'Share', ja: '割合' },
  solves: { en: 'Solves', ja: '解決すること' },
  sources: { en: 'Source', ja: '出典' },
  statuses: { en: 'Status', ja: '状況' },
  systems: { en: 'System', ja: 'システム' },
  targets: { en: 'Target', ja: '目標値' },
  tones: { en: 'Tone', ja: '語り口' },
  touchpoints: { en: 'On', ja: '実施する場面' },
  until: { en: 'Until', ja: '終了日' },
  valid: { en: 'Valid on', ja: '使えるチャネル' },
  value: { en: 'Value', ja: '値' },
  variants: { en: 'Variants', ja: 'バリアント' },
  waits: { en: 'Waits', ja: '待ち時間' },
  wants: { en: 'Wants', ja: '望み' },
};
