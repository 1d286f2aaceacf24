// The `journey` command. It only starts the rest, so that the rest can be loaded with its compiled code.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { loadBundle } from './bundle.ts';
import type * as whole from './journey.ts';

/** The file that holds the rest, beside this one. The build puts it in. */
declare const JOURNEY_BUNDLE: string;

void start();

async function start(): Promise<void> {
  const args = process.argv.slice(2);
  // Node 20 has no such folder yet; there every start compiles anew.
  const cacheFolder = (enableCompileCache as typeof enableCompileCache | undefined)?.().directory;
  const bundle = loadBundle(join(__dirname, JOURNEY_BUNDLE), { cacheFolder, purpose: args[0] ?? '', keeps: true });
  const { journey } = bundle as typeof whole;
  // Not process.exit(): what is still on its way to a pipe would be lost.
  process.exitCode = await journey(args, process);
}
