// `npm start`: builds, then checks the examples and draws their maps with the command just built.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, root, runNode } from './run.ts';

if ((await runNode(['scripts/build.ts'])) !== 0) process.exit(1);

const code = await runNode(['dist/cli.cjs', 'check', 'examples']);
// 1 means findings: the examples may show friction on purpose. 2 (usage) and 3 (internal error) are failures.
if (code > 1) fail(`journey check examples ended with exit code ${code}`);

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
console.log(`\nMaps of the examples, to open in a browser:\n${maps.map((map) => `  ${map}`).join('\n')}`);
