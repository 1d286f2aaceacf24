import type { FlowView } from '../../../model/analysis.ts';
import type { Flow } from '../../../model/flow/flow.ts';
import type { Touchpoint } from '../../../model/journey.ts';
import { lazyFor } from '../../../model/lazy.ts';
import type { Place } from '../../../model/place.ts';
import type { Reference } from '../../../model/values.ts';
import { isCovered } from '../../consents.ts';
import type { JourneyContext } from '../../rule.ts';
import type { Entrance } from './entrances.ts';

/** A way out: the touchpoint that offers it, and the channels on which it goes. */
export interface Exit {
  readonly touchpoint: Touchpoint;
  readonly channels: readonly Reference[];
  readonly place: Place;
  /** The customer does it at that touchpoint, so that what it asks and costs counts. */
  readonly there: boolean;
}

/** Whether a touchpoint can be a way out of anything. */
export function isPlaceToLeave({ abilities, task, withdraws, shows }: Touchpoint): boolean {
  const isTask = task?.value === 'cancel' || task?.value === 'unsubscribe';
  return (
    abilities.length > 0 || isTask || withdraws.length > 0 || shows.some(({ word }) => word?.value === 'unsubscribe')
  );
}

export function exitsFrom(entrance: Entrance, touchpoints: readonly Touchpoint[]): readonly Exit[] {
  return touchpoints.flatMap((touchpoint) => {
    const words = entrance.kind === 'subscription' ? cancelling : withdrawing;
    const promised = touchpoint.abilities
      .filter(({ actions }) => actions.some(({ value }) => words.has(value.toLowerCase())))
      .map(({ channels, place }) => ({
        touchpoint,
        channels: channels.length > 0 ? channels : touchpoint.channels,
        place,
        there: false,
      }));
    const there = leavesAt(entrance, touchpoint);
    return there === undefined ? promised : [...promised, exitAt(touchpoint, there)];
  });
}

function exitAt(touchpoint: Touchpoint, place: Place): Exit {
  const { channels, alternatives } = touchpoint;
  return { touchpoint, channels: [...channels, ...alternatives], place, there: true };
}

/**
 * The ways out of a contract where nobody has written `task cancel`: what customers begin in a stage `: leave` under a title
 * that speaks of cancelling. To look for a way out is none.
 */
export function exitsByTitle({ flow }: FlowView, { kind }: Entrance): readonly Exit[] {
  return kind === 'subscription' ? titledExits(flow) : [];
}

/** Looked for once for each flow, however many entrances there are, as the words below. */
const titledExits = lazyFor((flow: Flow): readonly Exit[] =>
  flow.graph.nodes
    .filter((node) => node.stage.kind?.value === 'leave' && flow.reachable(node))
    .map(({ touchpoint }) => touchpoint)
    .filter((touchpoint) => touchpoint.initiator?.value === 'customer')
    .filter((touchpoint) => says(touchpoint, leavingWords) && !says(touchpoint, lookingWords))
    .map((touchpoint) => exitAt(touchpoint, touchpoint.place)),
);

/** The statement by which a touchpoint is itself the way out. */
function leavesAt(entrance: Entrance, { task, withdraws, shows }: Touchpoint): Place | undefined {
  if (entrance.kind === 'subscription') return task?.value === 'cancel' ? task.place : undefined;
  const withdrawn = withdraws.find(({ key }) => key === entrance.consent.key);
  if (withdrawn !== undefined) return withdrawn.place;
  const isMarketing = isCovered(entrance.consent, undefined, 'marketing');
  if (!isMarketing) return undefined;
  if (task?.value === 'unsubscribe') return task.place;
  return shows.find(({ word }) => word?.value === 'unsubscribe')?.place;
}

/**
 * Whether the journey tells of leaving without saying where exactly: a stage `: leave`, or a title with a word for it. Then
 * there is a way out, though nobody can say how hard it is.
 */
export function tellsOfLeaving({ flow }: FlowView, { kind }: Entrance): boolean {
  return kind === 'subscription' ? tellsOfCancelling(flow) : tellsOfStopping(flow);
}

const tellsOfCancelling = lazyFor((flow: Flow) =>
  flow.graph.nodes.some(
    (node) => flow.reachable(node) && (node.stage.kind?.value === 'leave' || says(node.touchpoint, leavingWords)),
  ),
);

const tellsOfStopping = lazyFor((flow: Flow) =>
  flow.graph.nodes.some((node) => flow.reachable(node) && says(node.touchpoint, stoppingWords)),
);

function says({ id, label, labelJa, labelEn }: Touchpoint, words: RegExp): boolean {
  return [id, label, labelJa, labelEn].some((text) => text !== undefined && words.test(text));
}

const leavingWords = /解約|退会|脱退|\b(cancels?|cancell?ation|cancell?ing|unsubscribes?|terminates?|leaves the)\b/i;
const lookingWords =
  /探|調べ|知る|検討|考え|迷|聞く|問い合わせ|確認|\b(looks?|search(es)?|asks?|thinks?|finds? out|considers?)\b/i;
const stoppingWords = /ブロック|配信停止|同意.{0,4}(撤回|取り消)|\b(unsubscribes?|opts? out|blocks the|withdraws?)\b/i;

const cancelling: ReadonlySet<string> = new Set(['cancel', 'terminate', 'end', 'pause', '解約', '退会', 'キャンセル']);
const withdrawing: ReadonlySet<string> = new Set(['withdraw', 'unsubscribe', 'optout', '撤回', '配信停止']);

/** The touchpoints of other journeys in scope; not of those that this journey improves, or that improve it. */
export const touchpointsElsewhere = lazyFor(({ model, journey }: JourneyContext): readonly Touchpoint[] =>
  [...model.journeys.values()]
    .filter(
      ({ key, improves }) => key !== journey.key && improves?.key !== journey.key && key !== journey.improves?.key,
    )
    .flatMap(({ stages }) => stages.flatMap(({ touchpoints }) => touchpoints)),
);
