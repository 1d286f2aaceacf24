// How long a map takes: from the analysed journey to SVG, against the time that Chromium needs to show it. Everything is
// processor time of one thread, which hardly depends on what else the machine does.
import { mapContent, mapScene } from '../src/map/map.ts';
import { writeSvg } from '../src/map/svg/write-svg.ts';
import { analysisOf } from '../src/model/analysis.ts';
import type { Touchpoint } from '../src/model/journey.ts';
import type { Prose } from '../src/model/values.ts';
import { openBrowser } from '../tests/support/browser.ts';
import { buildJourney } from '../tests/support/model-builder.ts';
import { mermaidTime, taskName } from './map-mermaid.ts';
import { type Benchmark, median, type Measurement } from './benchmark.ts';
import { pageClock } from './page-clock.ts';

export const map: Benchmark = {
  name: 'map from the journey to SVG',
  run: async () => {
    const painted = await paint(draw(50, 0));
    const mermaid = median(await mermaidTime(50));
    const ours = measure(50, touchpoint);
    const larger = measure(200, touchpoint);
    const largest = measure(1000, touchpoint);
    const same = measure(50, mermaidTask);
    return [
      { name: 'Chromium shows 50 touchpoints', value: painted },
      { ...ours, budget: painted },
      { name: 'Mermaid draws 50 tasks', value: mermaid },
      { ...same, name: 'the same 50 tasks as our map', budget: mermaid / 10 },
      larger,
      // Twenty times as much may take thirty times as long.
      { ...largest, budget: 30 * ours.value },
    ];
  },
};

const rounds = 15;
/** What the browser does for its own code and Mermaid's, too: the first times do not count. */
const warmUp = 10;

function measure(touchpoints: number, task: typeof touchpoint): Measurement {
  const times = Array.from({ length: warmUp + rounds }, (_, round) => {
    const journey = build(touchpoints, round, task);
    const started = process.threadCpuUsage();
    svgOf(journey);
    const { user, system } = process.threadCpuUsage(started);
    return (user + system) / 1000;
  });
  return { name: `${touchpoints} touchpoints`, value: median(times.slice(warmUp)) };
}

async function paint(svg: string): Promise<number> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const clock = await pageClock(page);
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const started = await clock();
      await page.evaluate(`(async () => {
        document.body.innerHTML = ${JSON.stringify(svg)};
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      })()`);
      times.push((await clock()) - started);
    }
    return median(times);
  } finally {
    await browser.close();
  }
}

function draw(touchpoints: number, round: number): string {
  return svgOf(build(touchpoints, round, touchpoint));
}

function svgOf({ model, journey }: ReturnType<typeof buildJourney>): string {
  const content = mapContent({ analysis: analysisOf(model, journey), findings: [] }, { locale: 'ja' });
  return writeSvg(mapScene(content, { locale: 'ja' }), { id: 'map', theme: 'light' });
}

function build(touchpoints: number, round: number, task: typeof touchpoint): ReturnType<typeof buildJourney> {
  return buildJourney({
    touchpoints: Array.from({ length: touchpoints }, (_, index) => ({
      id: `T${index}`,
      stage: `Stage${Math.floor(index / 8)}`,
      on: ['phone'],
      feels: (index % 5) - 2,
      more: task(index, round),
    })),
  });
}

/** As much as people write. Texts differ from round to round, so that nothing is remembered. */
function touchpoint(index: number, round: number): Partial<Touchpoint> {
  return {
    label: `受付に電話をかけて空きを確かめる ${index}-${round}`,
    does: [prose(`「会議室 6人 今日」で検索し、駅から近い順に見ていく ${index}-${round}`)],
    thinks: [prose(`Which of these is free today, and what does it cost? ${index}-${round}`)],
  };
}

/** What Mermaid's journey can say: a name and a score. */
function mermaidTask(index: number, round: number): Partial<Touchpoint> {
  return { label: taskName(index, round) };
}

function prose(text: string): Prose {
  const start = { line: 0, character: 0 };
  return { kind: 'text', text, written: text, place: { uri: 'file:///a.journey', range: { start, end: start } } };
}
