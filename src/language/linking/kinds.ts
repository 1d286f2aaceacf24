import type { Text } from '../../model/text.ts';
import type { Sought } from '../scope/resolver.ts';

/** How messages call a kind of thing. */
export interface KindText {
  readonly one: Text;
  /** With the article that English needs. */
  readonly any: Text;
  /** The keyword that declares it at the top of a file; missing for what stands elsewhere. */
  readonly keyword?: string;
}

/** What a name can turn out to be, besides what names are looked up as. */
export type Nameable = Sought | 'Stage';

export function kindText(kind: Nameable): KindText {
  return KIND_TEXTS[kind];
}

function called(en: string, ja: string, keyword?: string): KindText {
  const any = { en: `${/^[aeiou]/.test(en) ? 'an' : 'a'} ${en}`, ja };
  return { one: { en, ja }, any, ...(keyword === undefined ? {} : { keyword }) };
}

const KIND_TEXTS: Readonly<Record<Nameable, KindText>> = {
  Persona: called('persona', 'ペルソナ', 'persona'),
  Segment: called('segment', 'セグメント', 'segment'),
  Channel: called('channel', 'チャネル', 'channel'),
  System: called('system', 'システム', 'system'),
  Team: called('team', '部門', 'team'),
  Data: called('data item', 'データ項目', 'data'),
  Consent: called('consent', '同意項目', 'consent'),
  Metric: called('metric', '指標', 'metric'),
  Goal: called('goal', '目標', 'goal'),
  Fact: called('fact', '事実', 'fact'),
  Brand: called('brand', 'ブランド', 'brand'),
  Emotion: called('emotion', '感情', 'emotion'),
  Action: called('action', '施策', 'action'),
  Experiment: called('experiment', '実験', 'experiment'),
  Journey: called('journey', 'ジャーニー', 'journey'),
  Stage: called('stage', 'ステージ'),
  Touchpoint: called('touchpoint', 'タッチポイント'),
  Barrier: called('barrier', '障壁'),
  Question: called('question', '質問'),
  Need: called('need', 'ニーズ'),
  Pain: called('pain', '課題'),
  Variant: called('variant', 'バリアント'),
  Solvable: called('barrier, question, pain or need', '障壁・質問・課題・ニーズ'),
  Answerable: called('question', '質問'),
  Addressable: called('need or pain', 'ニーズ・課題'),
  Felt: called('emotion', '感情', 'emotion'),
};
