import type { FlowView } from '../model/analysis.ts';
import type { Certainty } from '../model/flow/facts.ts';
import type { GraphNode } from '../model/graph.ts';
import type { Model } from '../model/model.ts';
import { announcedBy } from './announcements.ts';
import { comfortableWait } from './limits.ts';
import type { RuleSettings } from './settings.ts';
import { longestOf } from './waits.ts';
import { isOwnWait } from './while-waiting.ts';

/** Whether customers have to be told how long the wait at a touchpoint takes: it is no moment, and not one of their own. */
export function mustBeTold(model: Model, settings: RuleSettings, view: FlowView, node: GraphNode): boolean {
  const { touchpoint } = node;
  if (touchpoint.wait === undefined) return false;
  const { longestSeconds } = longestOf(touchpoint.wait);
  if (longestSeconds <= settings.untoldWait) return false;
  return longestSeconds > comfortableWait(model, touchpoint, settings) && !isOwnWait(view, node);
}

/** How surely nobody tells them, neither there nor before. */
export function untoldAt(view: FlowView, node: GraphNode): Certainty | undefined {
  if (node.touchpoint.told !== undefined) return undefined;
  const announced = announcedBy(view, node);
  if (announced === 'always') return undefined;
  return announced === undefined ? 'always' : 'sometimes';
}
