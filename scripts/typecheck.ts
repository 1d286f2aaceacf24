// Type-checks the sources once per environment, so that code for a browser or of the pure rooms cannot see Node's types.
import { runTool } from './run.ts';

/** `tsconfig.json` covers what runs in Node, and everything that the others cover too. */
const projects = [
  'tsconfig.json',
  'tsconfig.pure.json',
  'tsconfig.language.json',
  'tsconfig.worker.json',
  'tsconfig.webview.json',
];

const failed: string[] = [];
for (const project of projects) {
  // One at a time: the compiler already uses every core.
  if ((await runTool('tsc', ['-p', project])) !== 0) failed.push(project);
}
if (failed.length > 0) {
  console.error(`Type errors in: ${failed.join(', ')}`);
  process.exit(1);
}
