import { lazyFor } from '../model/lazy.ts';
import type { Model } from '../model/model.ts';
import type { Reference } from '../model/values.ts';

/** What the journeys that a file can see measure. */
interface MetricUses {
  /** Keys of the metrics that a journey, a stage or a touchpoint names. */
  readonly metrics: ReadonlySet<string>;
  /** Some touchpoint names one, so the author has begun to write down what is measured where. */
  readonly atTouchpoints: boolean;
}

export const metricUsesIn = lazyFor((model: Model): MetricUses => {
  const metrics = new Set<string>();
  const add = (block: { readonly metrics: readonly Reference[] }): void => {
    for (const { key } of block.metrics) metrics.add(key);
  };
  let atTouchpoints = false;
  for (const journey of model.journeys.values()) {
    add(journey);
    for (const stage of journey.stages) {
      add(stage);
      for (const touchpoint of stage.touchpoints) {
        add(touchpoint);
        atTouchpoints ||= touchpoint.metrics.length > 0;
      }
    }
  }
  return { metrics, atTouchpoints };
});
