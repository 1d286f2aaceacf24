// Preloaded (`node --import`) by every npm script. Plain JavaScript, so that a Node too old for the rest can still say so.
import { existsSync } from 'node:fs';

const wanted = 24;
const install = 'Run `npm ci` first: it also installs the right Node for the npm scripts.';

if (!existsSync(new URL('../node_modules', import.meta.url))) {
  fail(`The packages are not installed (no node_modules). ${install}`);
}
if (Number.parseInt(process.versions.node, 10) < wanted) {
  fail(
    `This needs Node ${wanted} or newer, but runs on ${process.versions.node}. ${install} ` +
      'If you did: start it as an npm script (`npm test`), and check that npm may run install scripts (ignore-scripts is off).',
  );
}

/** @param {string} message */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
