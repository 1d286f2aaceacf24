// `npm start`: builds, then checks the examples with the command just built.
import { fail, runNode } from './run.ts';

if ((await runNode(['scripts/build.ts'])) !== 0) process.exit(1);

const code = await runNode(['dist/cli.cjs', 'check', 'examples']);
// 1 means findings: the examples may show friction on purpose. 2 (usage) and 3 (internal error) are failures.
if (code > 1) fail(`journey check examples ended with exit code ${code}`);
