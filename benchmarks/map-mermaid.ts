// A map against Mermaid's picture of as many tasks, in the same browser: ours is everything from the journey to SVG.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../tests/support/browser.ts';
import { pageClock } from './page-clock.ts';

const rounds = 15;
/** As for our own code: the first times do not count. */
const warmUp = 10;

/** How long Mermaid takes from a `journey` of so many tasks to SVG, in milliseconds, without the first times. */
export async function mermaidTime(tasks: number): Promise<readonly number[]> {
  const script = readFileSync(
    fileURLToPath(new URL('../node_modules/@mermaid-js/tiny/dist/mermaid.tiny.js', import.meta.url)),
    'utf8',
  );
  const texts = Array.from({ length: warmUp + rounds }, (_, round) => journeyText(tasks, round));
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<div id="place"></div>');
    await page.addScriptTag({ content: script });
    const clock = await pageClock(page);
    await page.evaluate('mermaid.initialize({ startOnLoad: false })');
    const times: number[] = [];
    for (const [round, text] of texts.entries()) {
      const started = await clock();
      const svg = await page.evaluate<string>(
        `mermaid.render('journey-${round}', ${JSON.stringify(text)}).then(({ svg }) => svg)`,
      );
      times.push((await clock()) - started);
      if (!svg.includes('Task')) throw new Error('Mermaid drew no tasks');
    }
    return times.slice(warmUp);
  } finally {
    await browser.close();
  }
}

/** The same in both pictures. */
export function taskName(index: number, round: number): string {
  return `Task ${index} of round ${round}`;
}

function journeyText(tasks: number, round: number): string {
  const lines = Array.from({ length: tasks }, (_, index) => {
    const section = index % 8 === 0 ? [`  section Stage ${index / 8}`] : [];
    return [...section, `    ${taskName(index, round)}: ${(index % 5) + 1}: Customer`].join('\n');
  });
  return ['journey', '  title A journey', ...lines].join('\n');
}
