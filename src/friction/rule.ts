import type { Edit, Finding, Fix, RelatedPlace, Severity, Subject } from '../model/finding.ts';
import type { JourneyAnalysis } from '../model/analysis.ts';
import type { Journey } from '../model/journey.ts';
import type { Model } from '../model/model.ts';
import type { Place } from '../model/place.ts';
import type { Text } from '../model/text.ts';
import type { CauseName } from '../model/words.ts';
import type { Settings } from './settings.ts';

/** The groups of the catalogue. The first five are the five causes of friction. */
export const GROUPS = [
  'empowerment',
  'duration',
  'identity',
  'transparency',
  'consistency',
  'redundancy',
  'channel',
  'emotion',
  'question',
  'silo',
  'privacy',
  'personalisation',
  'measurement',
  'structure',
] as const;
export type Group = (typeof GROUPS)[number];

/** One rule of the catalogue: what it is, and the function of the model that decides it. */
export interface Rule {
  readonly meta: RuleMeta;
  /** Looks at one journey and reports what it finds. Pure: the same journey and settings give the same findings. */
  readonly check: (context: RuleContext) => void;
}

/** Everything about a rule that documentation, configuration and reports need. The folder's name is the id. */
export interface RuleMeta {
  readonly id: string;
  readonly group: Group;
  /** The version that brought the rule. */
  readonly since: string;
  /** The severity when nothing lowers it. */
  readonly severity: Severity;
  /** Which fixes it can offer. */
  readonly fix?: 'safe' | 'unsafe';
  /** One line: what the rule says about a journey. */
  readonly summary: Text;
  /** Why it matters to the customer, and how the rule decides, including every choice that the sources leave open. */
  readonly why: Text;
  /** How to put it right. */
  readonly remedy: Text;
  /** Where the rule and its numbers come from; empty means: our own choice, and `why` says so. */
  readonly sources: readonly Source[];
  /** Names of the settings that the rule reads (settings.ts). */
  readonly settings: readonly (keyof Settings)[];
  /** Complete files; both are run as tests. `bad` reports this rule, `good` is the same story put right. */
  readonly examples: { readonly bad: string; readonly good: string };
}

export interface Source {
  readonly title: string;
  readonly url?: string;
}

/** What a rule is given. */
export interface RuleContext {
  readonly model: Model;
  readonly journey: Journey;
  /** The graph and the data-flow for each persona of the journey, computed when first asked for. */
  readonly analysis: JourneyAnalysis;
  readonly settings: Settings;
  readonly report: (observation: Observation) => void;
}

/**
 * One thing that a rule has seen, for one persona or for all. Observations at the same place with the same `same` key
 * become one finding that names all personas; the highest severity wins, and its message is kept.
 */
export interface Observation {
  readonly place: Place;
  readonly message: Text;
  readonly help: Text;
  /** Default: the rule's. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
  readonly subject?: Subject;
  /** Key of the persona for whom it was seen; missing when the persona does not matter. */
  readonly persona?: string;
  /** Tells apart observations at one place that are not the same, e.g. the datum asked. Default: empty. */
  readonly same?: string;
}

/** The cause of friction that a group stands for; the other groups have none. */
export function causeOf(group: Group): CauseName | undefined {
  switch (group) {
    case 'empowerment':
    case 'duration':
    case 'identity':
    case 'transparency':
    case 'consistency':
      return group;
    default:
      return undefined;
  }
}

export type { Edit, Finding, Fix };
