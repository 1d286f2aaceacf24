import type { JourneyAnalysis } from '../model/analysis.ts';
import type { FindingTag, Fix, RelatedPlace, Severity, Subject } from '../model/finding.ts';
import type { Journey } from '../model/journey.ts';
import type { Model } from '../model/model.ts';
import type { Measured } from '../model/measured/measured.ts';
import type { Place } from '../model/place.ts';
import type { Text } from '../model/text.ts';
import type { CauseName } from '../model/words.ts';
import type { Ages } from './ages.ts';
import type { RuleSettings, Settings } from './settings.ts';

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

/**
 * One rule of the catalogue: what it is, and the functions of the model that decide it; at least one of the two. Both are
 * pure: the same model and settings give the same observations.
 */
export interface Rule {
  readonly meta: RuleMeta;
  /** Looks at one journey. Called once for each journey of the file. */
  readonly check?: (context: JourneyContext) => void;
  /** Looks at the file's other declarations, such as its experiments, actions and goals. Called once for the file. */
  readonly checkModel?: (context: ModelContext) => void;
}

/** A file that a rule finds something in, and the same story put right, for readers of one language. */
export interface RuleExample {
  readonly bad: string;
  readonly good: string;
}

/**
 * Everything about a rule that documentation, configuration and reports need. The folder's name is the id, and its files
 * `invalid.journey` and `valid.journey` are the examples in the documentation, `invalid.ja.journey` and `valid.ja.journey`
 * those for Japanese readers.
 */
export interface RuleMeta {
  readonly id: string;
  readonly group: Group;
  /** The version that brought the rule. */
  readonly since: string;
  /** The severity when nothing lowers it. */
  readonly severity: Severity;
  /**
   * The smallest block that must be closed before the rule speaks about it; while it is open, the author is still writing
   * it. `touchpoint` for what one touchpoint says and leaves out, `stage` and `journey` for what is missing elsewhere.
   * Held by the runner (drafts.ts), for every touchpoint, stage and journey that an observation's subject names.
   */
  readonly waitsFor: 'touchpoint' | 'stage' | 'journey';
  /** Speaks only where there is a measurement beside the journey. */
  readonly reads?: 'measurement';
  /** Speaks about what the company plans and answers for, so a competitor's journey is nothing to it. */
  readonly ownOnly?: true;
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
}

interface Source {
  readonly title: string;
  readonly url?: string;
}

export interface ModelContext {
  readonly model: Model;
  readonly settings: RuleSettings;
  readonly ages: Ages;
  /** Whether another rule speaks at all: what nobody else says is not left to it. */
  readonly isOn: (rule: string) => boolean;
  /**
   * Reports something in the model's own file.
   *
   * @param personas instead of those of the observation
   */
  readonly report: (observation: Observation, personas?: readonly string[]) => void;
}

export interface JourneyContext extends ModelContext {
  readonly journey: Journey;
  /** The graph and the data-flow for each persona of the journey, computed when first asked for. */
  readonly analysis: JourneyAnalysis;
  /** What a log said about the journey, if somebody has measured it. */
  readonly measured: Measured | undefined;
}

/**
 * One thing that a rule has seen, for one persona or for all. Observations at the same place with the same `same` key
 * become one finding that names all personas (merge.ts); the highest severity wins, and its message is kept.
 */
export interface Observation {
  /** In the model's own file; what is written in another file can only be a related place. */
  readonly place: Place;
  /** One sentence with a full stop. The runner adds the personas in brackets when it does not hit all. */
  readonly message: Text;
  readonly help: Text;
  /** Default: the rule's. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
  /** Made when somebody asks for them: few surfaces do, and of observations that are merged only one keeps its own. */
  readonly fixes?: () => readonly Fix[];
  /** The runner adds the journey, and the stage of the touchpoint. */
  readonly subject?: Subject;
  /** Keys of the personas for whom it was seen; missing when the persona does not matter. */
  readonly personas?: readonly string[] | undefined;
  /** The message itself says which persona; the runner then does not name it once more. */
  readonly namesPersona?: true;
  /** Tells apart observations at one place that are not the same, e.g. the datum asked. Default: empty. */
  readonly same?: string;
  /** The cause of friction that the author states, as for a barrier. Default: the one that the rule's group stands for. */
  readonly cause?: CauseName;
  /** What must be finished before this is said, if it is more than what the rule waits for. */
  readonly waitsFor?: RuleMeta['waitsFor'];
  readonly tags?: readonly FindingTag[];
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
