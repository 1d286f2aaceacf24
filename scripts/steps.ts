// `npm test`: every check in sequence, a heading for each, stopping at the first that fails.
import { runNode } from './run.ts';

const steps: readonly { readonly heading: string; readonly script: string }[] = [
  { heading: 'Generated files are current', script: 'generate:check' },
  { heading: 'Formatting', script: 'format:check' },
  { heading: 'Lint', script: 'lint' },
  { heading: 'Types', script: 'typecheck' },
  { heading: 'Nothing unused', script: 'unused' },
  { heading: 'Build', script: 'build' },
  { heading: 'Tests', script: 'test:unit' },
  { heading: 'Tests in VS Code', script: 'test:vscode' },
];

const npm = process.env['npm_execpath'];
if (npm === undefined) {
  console.error('Start this as an npm script: npm test');
  process.exit(1);
}

const started = performance.now();
for (const [index, { heading, script }] of steps.entries()) {
  console.log(`\n── ${index + 1}/${steps.length} ${heading} (npm run ${script})`);
  // One after the other on purpose: a later step is only worth reading when the earlier ones hold.
  const code = await runNode([npm, 'run', '--silent', script]);
  if (code !== 0) {
    console.error(`\n✖ ${heading} failed. To see it alone: npm run ${script}`);
    process.exit(1);
  }
}
console.log(`\n✔ All ${steps.length} steps passed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
