import { describe, expect, test } from 'vitest';
import type { JourneyContext, ModelContext, Observation, Rule, RuleMeta } from '../../src/friction/rule.ts';
import {
  type FrictionInput,
  type FrictionOptions,
  frictionOf,
  frictionOfAll,
  RULE_FAILED,
} from '../../src/friction/runner.ts';
import { defaultSettings } from '../../src/friction/settings.ts';
import type { Finding } from '../../src/model/finding.ts';
import { measuredIn, ruleFolders } from './rule-folders.ts';
import { openFile } from './workspace.ts';

const text = `persona Ken "Ken"
persona Sato "Sato"

journey Visit "A visit" {
  for Ken, Sato
  stage Go "Go" {
    touchpoint First "The first" on web
    touchpoint Second "The second" on web
  }
}
`;

describe('personas', () => {
  test('are not named when all of them are hit', async () => {
    const [finding] = await run(text, ruleFor(['Ken', 'Sato']));
    expect(finding?.message).toEqual({ en: 'It hurts.', ja: '困ります。' });
    expect(finding?.personas).toEqual(['Ken', 'Sato']);
  });

  test('are named when it hits some of them', async () => {
    const [finding, ...more] = await run(text, ruleFor(['Sato']));
    expect(finding?.message).toEqual({ en: 'It hurts (for "Sato").', ja: '困ります(「Sato」の場合)。' });
    expect(finding?.personas).toEqual(['Sato']);
    expect(more).toEqual([]);
  });

  test('whom it hits less are named apart, and the severest words are kept', async () => {
    const rule = rules((report, place) => {
      report({ ...observation(place), personas: ['Ken'], severity: 'information', message: said('It is a nuisance.') });
      report({ ...observation(place), personas: ['Sato'] });
    });
    const [finding] = await run(text, rule);
    expect(finding?.severity).toBe('warning');
    expect(finding?.message.en).toBe('It hurts (for "Sato", and less severely for "Ken").');
    expect(finding?.personas).toEqual(['Ken', 'Sato']);
  });

  test('are not named once more when the message names them', async () => {
    const rule = rules((report, place) => report({ ...observation(place), personas: ['Ken'], namesPersona: true }));
    expect((await run(text, rule)).map(({ message }) => message.en)).toEqual(['It hurts.']);
  });

  test('do not matter where an observation is about nobody in particular', async () => {
    const rule = rules((report, place) => {
      report({ ...observation(place), personas: ['Ken'] });
      report(observation(place));
    });
    const [finding] = await run(text, rule);
    expect(finding?.message.en).toBe('It hurts.');
    expect(finding?.personas).toEqual([]);
  });
});

test('different things at one place stay apart', async () => {
  const rule = rules((report, place) => {
    report({ ...observation(place), same: 'name' });
    report({ ...observation(place), same: 'email' });
  });
  expect(await run(text, rule)).toHaveLength(2);
});

test('findings stand in the order of the text and know their stage and journey', async () => {
  const rule = rules((report, _, { journey }) => {
    for (const { place, key } of journey.stages.flatMap(({ touchpoints }) => touchpoints).toReversed()) {
      report({ ...observation(place), subject: { touchpoint: key } });
    }
  });
  const findings = await run(text, rule);
  expect(findings.map(({ subject }) => subject)).toEqual([
    { journey: 'Visit', stage: 'Visit.Go', touchpoint: 'Visit.Go.First' },
    { journey: 'Visit', stage: 'Visit.Go', touchpoint: 'Visit.Go.Second' },
  ]);
});

describe('severities of the configuration', () => {
  const rule = rules((report, place) => {
    report(observation(place));
    report({ ...observation(place), severity: 'information', same: 'on some paths' });
  });

  test('take the place of the rule, and what is milder stays milder', async () => {
    const findings = await run(text, rule, { severities: new Map([['test-rule', 'error']]) });
    expect(findings.map(({ severity }) => severity)).toEqual(['error', 'warning']);
    const hints = await run(text, rule, { severities: new Map([['test-rule', 'hint']]) });
    expect(hints.map(({ severity }) => severity)).toEqual(['hint', 'hint']);
  });

  test('turn a rule off', async () => {
    expect(await run(text, rule, { severities: new Map([['test-rule', 'off']]) })).toEqual([]);
  });
});

test('a broken rule is reported and does not keep the others from working', async () => {
  const broken: Rule = {
    meta: { ...meta, id: 'broken-rule' },
    check: () => {
      throw new Error('a bug');
    },
  };
  const findings = await run(text, broken, { rules: [broken, ruleFor(['Ken', 'Sato'])] });
  expect(findings.map(({ code }) => code).toSorted()).toEqual([RULE_FAILED, 'test-rule']);
  expect(findings.find(({ code }) => code === RULE_FAILED)?.message.en).toContain('"broken-rule"');
});

test('several files at once are told what each is told alone', async () => {
  const alone: (readonly Finding[])[] = [];
  const together: FrictionInput[] = [];
  for (const folder of ruleFolders) {
    for (const name of folder.invalid) {
      const { model } = await openFile(folder.files.get(name) ?? '');
      const severities = new Map([[folder.id, together.length % 3 === 0 ? 'off' : 'hint'] as const]);
      const measured = measuredIn(folder, name);
      together.push({ model, severities, measured });
      alone.push(frictionOf(model, defaultSettings, { severities, measured }));
    }
  }
  expect(alone.flat().length).toBeGreaterThan(400);
  expect(frictionOfAll(together).map(plain)).toEqual(alone.map(plain));
});

test('a rule that fails in one file is heard in the others', async () => {
  const good = await openFile(text);
  const bad = await openFile(text.replaceAll('Visit', 'Bad'));
  const rule: Rule = {
    meta,
    check: ({ journey, report }) => {
      if (journey.key === 'Bad') throw new Error('a bug');
      report(observation(journey.place));
    },
  };
  const [heard = [], failed = []] = frictionOfAll([good, bad].map(({ model }) => ({ model, rules: [rule] })));
  expect(heard.map(({ code }) => code)).toEqual(['test-rule']);
  expect(failed.map(({ code }) => code)).toEqual([RULE_FAILED]);
});

describe('drafts', () => {
  const perTouchpoint = rules((report, _, { journey }) => {
    for (const { place, key } of journey.stages.flatMap(({ touchpoints }) => touchpoints)) {
      report({ ...observation(place), subject: { touchpoint: key } });
    }
  });

  test.each([
    ['journey A { stage S { touchpoint One {', 0],
    ['journey A { stage S { touchpoint One { }', 1],
    ['journey A { stage S { touchpoint One on web', 0],
    ['journey A { stage S { touchpoint One on web\n touchpoint Two {', 1],
    ['journey A { stage S { touchpoint One on web }', 1],
    // An arrow to a touchpoint that is not there yet: nobody knows the paths.
    ['journey A { stage S { touchpoint One {\n -> Two\n }', 0],
    ['journey A { stage S { touchpoint One {\n -> Two\n } } }', 1],
  ])('%j: %d touchpoints are finished', async (draft, count) => {
    expect(await run(draft, perTouchpoint)).toHaveLength(count);
  });

  test.each([
    ['journey A { stage S { touchpoint One { } }', 0],
    ['journey A { stage S { touchpoint One { } } }', 1],
  ])('%j: a rule that waits for the journey says %d things', async (draft, count) => {
    const rule = { ...perTouchpoint, meta: { ...meta, waitsFor: 'journey' as const } };
    expect(await run(draft, rule)).toHaveLength(count);
  });
});

describe('rules about other declarations', () => {
  const rule: Rule = {
    meta,
    checkModel: ({ model, report }: ModelContext) => {
      for (const { place, library } of model.goals.values()) if (!library) report(observation(place));
    },
  };

  test('are asked once for a file', async () => {
    expect(await run('goal Faster "Be faster"\ngoal Cheaper "Be cheaper"', rule)).toHaveLength(2);
  });

  test('wait for a declaration to be finished', async () => {
    expect(await run('goal Faster "Be faster" {', rule)).toEqual([]);
  });
});

const meta: RuleMeta = {
  id: 'test-rule',
  group: 'duration',
  since: '0.1.0',
  severity: 'warning',
  waitsFor: 'touchpoint',
  summary: said('A rule.'),
  why: said('Because.'),
  remedy: said('Help.'),
  sources: [],
  settings: [],
};

type Place = Observation['place'];

function said(en: string): Observation['message'] {
  return { en, ja: '困ります。' };
}

/** Fixes hold functions. */
function plain(findings: readonly Finding[]): readonly unknown[] {
  return findings.map(({ fixes, ...rest }) => ({ ...rest, fixes: fixes.length }));
}

function observation(place: Place): Observation {
  return { place, message: said('It hurts.'), help: said('Help.') };
}

/** A rule that reports something at the journey, or whatever it likes. */
function rules(check: (report: JourneyContext['report'], place: Place, context: JourneyContext) => void): Rule {
  return { meta, check: (context) => check(context.report, context.journey.place, context) };
}

function ruleFor(personas: readonly string[]): Rule {
  return rules((report, place) => {
    for (const persona of personas) report({ ...observation(place), personas: [persona] });
  });
}

async function run(source: string, rule: Rule, options: FrictionOptions = {}): Promise<readonly Finding[]> {
  const { model } = await openFile(source);
  return frictionOf(model, defaultSettings, { rules: [rule], ...options });
}
