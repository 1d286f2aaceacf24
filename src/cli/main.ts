// The `journey` command, and the threads that help it. It only starts the rest, so that the rest can come from the
// compile cache.
import { enableCompileCache } from 'node:module';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';

// Node 20 has none yet; there every start compiles anew.
(enableCompileCache as typeof enableCompileCache | undefined)?.();

void (isMainThread ? run() : help());

async function run(): Promise<void> {
  const { journey } = await import('./journey.ts');
  // Not process.exit(): what is still on its way to a pipe would be lost.
  process.exitCode = await journey(process.argv.slice(2), process);
}

async function help(): Promise<void> {
  const { helpCheck } = await import('./journey.ts');
  // Nothing is given away: the empty list is what tells this from a window's postMessage.
  parentPort?.postMessage(await helpCheck(workerData), []);
}
