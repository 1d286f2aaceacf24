// How long all rules take on one long journey, against what it takes to read its file: with our parser up to the model, and
// with the one that Langium makes of the same grammar, the text alone.
import { createLangiumParser } from 'langium';
import { rules } from '../src/friction/rules/index.ts';
import { frictionOf } from '../src/friction/runner.ts';
import { createWorkspace, type JourneyWorkspace } from '../src/language/workspace/journey-workspace.ts';
import { modelOf } from '../src/language/lowering/model-of.ts';
import { type Benchmark, median, type Measurement } from './benchmark.ts';
import { makeLongJourney } from './long-journey.ts';

export const friction: Benchmark = {
  name: 'friction rules on one long journey',
  run: async () => {
    const workspace = createWorkspace({ files: noFiles });
    const langium = createLangiumParser(workspace.journey);
    const measurements: Measurement[] = [];
    for (const touchpoints of [100, 1000, 10_000]) {
      measurements.push(...(await measure(workspace, langium, touchpoints)));
    }
    return measurements;
  },
};

const noFiles = {
  read: () => ({ absence: 'missing', reason: { en: 'not there', ja: 'ありません' } }) as const,
  list: () => [],
};

async function measure(
  workspace: JourneyWorkspace,
  langium: ReturnType<typeof createLangiumParser>,
  touchpoints: number,
): Promise<readonly Measurement[]> {
  const rounds = touchpoints > 1000 ? 5 : 21;
  const times = { parse: [] as number[], langium: [] as number[], read: [] as number[], rules: [] as number[] };
  let found = 0;
  for (let round = -2; round < rounds; round += 1) {
    const text = makeLongJourney(touchpoints, round + 2);
    const parse = await timeOf(() => workspace.journey.parser.LangiumParser.parse(text));
    const theirs = await timeOf(() => langium.parse(text));
    const { value: read, result: model } = await timeOf(async () =>
      modelOf(await workspace.open('file:///long.journey', text)),
    );
    const check = await timeOf(() => frictionOf(model));
    found = check.result.length;
    // The first rounds only warm up.
    if (round < 0) continue;
    times.parse.push(parse.value);
    times.langium.push(theirs.value);
    times.read.push(read);
    times.rules.push(check.value);
  }
  const checked = {
    name: `${touchpoints} touchpoints: ${rules.length} rules, ${found} findings`,
    value: median(times.rules),
  };
  const byLangium = median(times.langium);
  return [
    { name: `${touchpoints} touchpoints: parsed`, value: median(times.parse) },
    { name: `${touchpoints} touchpoints: parsed by Langium's own parser`, value: byLangium },
    { name: `${touchpoints} touchpoints: understood, from the text to the model`, value: median(times.read) },
    { ...checked, budget: median(times.read) },
    { ...checked, name: `${checked.name}, against Langium's parser`, budget: byLangium },
  ];
}

async function timeOf<T>(work: () => T | Promise<T>): Promise<{ readonly value: number; readonly result: T }> {
  const started = performance.now();
  const result = await work();
  return { value: performance.now() - started, result };
}
