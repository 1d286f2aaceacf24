// `npm start`: builds, then checks an example and draws the maps of all with the command just built. Who has come to know
// the product reads one short report to its end, and not three thousand lines.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { localeOf } from '../src/cli/locale.ts';
import { fail, root, runNode } from './run.ts';

if ((await runNode(['scripts/build.ts'])) !== 0) process.exit(1);

const shown = 'examples/quick-start.journey';
const code = await runNode(['dist/cli.cjs', 'check', shown]);
// 1 means findings: the example may show friction on purpose. 2 (usage) and 3 (internal error) are failures.
if (code > 1) fail(`journey check ${shown} ended with exit code ${code}`);

const examples = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /(?:^|\/)(?:as-is|to-be|quick-start)\.journey$/.test(file))
  .toSorted();
const maps = await Promise.all(
  examples.map(async (file) => {
    const map = `dist/maps/${file.replace('.journey', '.html').replaceAll('/', '-')}`;
    const drawn = await runNode(['dist/cli.cjs', 'render', `examples/${file}`, '-o', map]);
    if (drawn !== 0) fail(`journey render examples/${file} ended with exit code ${drawn}`);
    return map;
  }),
);
const heading = {
  en: 'Maps of the examples, to open in a browser:',
  ja: '付属の例のマップ(ブラウザーで開けます):',
};
console.log(`\n${heading[localeOf(process.env)]}\n${maps.map((map) => `  ${map}`).join('\n')}`);
