import { LABELS } from '../labels.ts';
import type { Text } from '../../model/text.ts';
import type { IconName } from '../generated/icons.ts';

/** Lanes that hold cells. Steps and the emotion curve are drawn in their own ways. */
export const CELL_LANES = [
  'time',
  'does',
  'sees',
  'thinks',
  'questions',
  'barriers',
  'frontstage',
  'backstage',
  'support',
  'friction',
  'opportunities',
  'metrics',
  'measured',
  'experiments',
  'data',
  'owner',
] as const;
export type CellLane = (typeof CELL_LANES)[number];

/** What a user can ask for. */
export type Lane = CellLane | 'emotion';

/** Where a lane stands: above the curve, below the line of interaction, or with what follows from it all. */
type Zone = 'customer' | 'blueprint' | 'insight';

export interface LaneTraits {
  readonly label: Text;
  readonly icon: IconName;
  readonly zone: Zone;
  /** The line of the service blueprint above it. */
  readonly line?: Text;
}

export const LANES: Readonly<Record<CellLane, LaneTraits>> = {
  time: { label: LABELS.time, icon: 'time', zone: 'customer' },
  does: { label: LABELS.does, icon: 'does', zone: 'customer' },
  sees: { label: LABELS.sees, icon: 'sees', zone: 'customer' },
  thinks: { label: LABELS.thinks, icon: 'thinks', zone: 'customer' },
  questions: { label: LABELS.questions, icon: 'question', zone: 'customer' },
  barriers: { label: LABELS.barriers, icon: 'barrier', zone: 'customer' },
  frontstage: { label: LABELS.frontstage, icon: 'frontstage', zone: 'blueprint', line: LABELS.interactionLine },
  backstage: { label: LABELS.backstage, icon: 'backstage', zone: 'blueprint', line: LABELS.visibilityLine },
  support: { label: LABELS.support, icon: 'system', zone: 'blueprint', line: LABELS.internalLine },
  friction: { label: LABELS.friction, icon: 'friction', zone: 'insight' },
  opportunities: { label: LABELS.opportunities, icon: 'opportunity', zone: 'insight' },
  metrics: { label: LABELS.metrics, icon: 'metric', zone: 'insight' },
  measured: { label: LABELS.measured, icon: 'metric', zone: 'insight' },
  experiments: { label: LABELS.experiments, icon: 'experiment', zone: 'insight' },
  data: { label: LABELS.data, icon: 'data', zone: 'insight' },
  owner: { label: LABELS.owner, icon: 'team', zone: 'insight' },
};

export const PRESETS = {
  workshop: ['does', 'thinks', 'barriers', 'emotion', 'measured', 'opportunities'],
  executive: ['emotion', 'metrics', 'measured', 'opportunities'],
  blueprint: ['time', 'does', 'sees', 'emotion', 'frontstage', 'backstage', 'support', 'measured', 'owner'],
  data: ['does', 'emotion', 'support', 'data', 'owner'],
  full: ['emotion', ...CELL_LANES],
} as const satisfies Readonly<Record<string, readonly Lane[]>>;

export type Preset = keyof typeof PRESETS;

export const PRESET_LABELS: Readonly<Record<Preset, Text>> = {
  workshop: { en: 'Workshop', ja: 'ワークショップ' },
  executive: { en: 'Executive', ja: '経営層向け' },
  blueprint: { en: 'Service blueprint', ja: 'サービスブループリント' },
  data: { en: 'Data and privacy', ja: 'データとプライバシー' },
  full: { en: 'Everything', ja: 'すべて' },
};
