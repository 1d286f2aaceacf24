// Random models: no rule fails on ten thousand of them, and the same model gives the same findings.
import { assert, property } from '../support/properties.ts';
import { expect, test } from 'vitest';
import type { ModelContext, Rule } from '../../src/friction/rule.ts';
import { rules } from '../../src/friction/rules/index.ts';
import { frictionOf, RULE_FAILED } from '../../src/friction/runner.ts';
import { randomJourney } from '../model/random-journeys.ts';
import { buildJourney } from '../support/model-builder.ts';

const models = randomJourney({ most: 8, optional: true, personas: true });

test('no rule fails on a random model', () => {
  assert(
    property(models, (spec) => {
      const findings = frictionOf(buildJourney(spec).model, undefined, { rules: makingFixes });
      expect(findings.filter(({ code }) => code === RULE_FAILED)).toEqual([]);
    }),
    { numRuns: 10_000 },
  );
});

test('what is found in a random model does not change', () => {
  assert(
    property(models, (spec) => {
      expect(frictionOf(buildJourney(spec).model)).toEqual(frictionOf(buildJourney(spec).model));
    }),
    { numRuns: 1_000 },
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
