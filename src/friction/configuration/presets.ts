import { SEVERITIES, type Severity } from '../../model/finding.ts';
import type { Text } from '../../model/text.ts';
import type { RuleMeta } from '../rule.ts';

export const PRESET_NAMES = ['recommended', 'strict', 'all'] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

/** What a rule is set to in a configuration. */
export type Level = Severity | 'off';
export const LEVELS = ['off', ...SEVERITIES] as const satisfies readonly Level[];

interface Preset {
  readonly meaning: Text;
  readonly levelOf: (meta: RuleMeta) => Level;
}

/** Every preset with what it makes of a rule. A new rule needs no entry: it is judged by what it says of itself. */
export const PRESETS: Readonly<Record<PresetName, Preset>> = {
  recommended: {
    meaning: {
      en: 'Every rule at its own severity, except hints that speak about the description alone and not about the customer.',
      ja: 'すべてのルールを既定の重大度で使います。ただし、お客様への影響ではなく記述の不足だけを指摘するヒントは使いません。',
    },
    levelOf: (meta) => (isPedantic(meta) ? 'off' : meta.severity),
  },
  strict: {
    meaning: {
      en: 'Every rule, and one step graver where it would not fail the check: information becomes a warning, a hint information.',
      ja: 'すべてのルールを使い、情報は警告に、ヒントは情報に引き上げます。',
    },
    levelOf: ({ severity }) => raisedTo[severity],
  },
  all: {
    meaning: { en: 'Every rule at its own severity.', ja: 'すべてのルールを既定の重大度で使います。' },
    levelOf: ({ severity }) => severity,
  },
};

/** A hint on how complete the description is. Who has measured a journey wants to know what has become of the numbers. */
function isPedantic({ id, group, severity, reads }: RuleMeta): boolean {
  if (severity !== 'hint' || reads === 'measurement') return false;
  return group === 'structure' || group === 'measurement' || group === 'silo' || incompleteElsewhere.has(id);
}

/** Rules that speak about the description, in groups whose other rules speak about the customer. */
const incompleteElsewhere: ReadonlySet<string> = new Set(['missing-emotion', 'orphan-solution']);

const raisedTo: Readonly<Record<Severity, Severity>> = {
  error: 'error',
  warning: 'warning',
  information: 'warning',
  hint: 'information',
};
