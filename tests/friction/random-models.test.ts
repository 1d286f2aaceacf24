// Ten thousand random models: no rule fails on any, and the same model gives the same findings.
import { assert, property } from '../support/properties.ts';
import { expect, test } from 'vitest';
import type { ModelContext, Rule } from '../../src/friction/rule.ts';
import { rules } from '../../src/friction/rules/index.ts';
import { frictionOf, RULE_FAILED } from '../../src/friction/runner.ts';
import { randomJourney } from '../model/random-journeys.ts';
import { buildJourney } from '../support/model-builder.ts';

test('no rule fails on a random model, and what is found does not change', () => {
  let count = 0;
  const shape = { most: 8, optional: true, personas: true };
  assert(
    property(randomJourney(shape), (spec) => {
      const { model } = buildJourney(spec);
      const findings = frictionOf(model, undefined, { rules: makingFixes });
      expect(findings.filter(({ code }) => code === RULE_FAILED)).toEqual([]);
      // To ask all of them twice would double the time, and chance would show in some.
      if (count++ % 5 === 0) expect(frictionOf(buildJourney(spec).model)).toEqual(findings);
    }),
    { numRuns: 10_000 },
  );
});

/** Fixes are made when somebody asks for them, which is too late for a rule to be said to have failed. */
const makingFixes: readonly Rule[] = rules.map(({ meta, check, checkModel }) => ({
  meta,
  check: (context) => check?.({ ...context, report: asking(context.report) }),
  checkModel: (context) => checkModel?.({ ...context, report: asking(context.report) }),
}));

function asking(report: ModelContext['report']): ModelContext['report'] {
  return (observation, personas) => {
    observation.fixes?.();
    report(observation, personas);
  };
}
