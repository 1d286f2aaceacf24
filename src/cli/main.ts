// The `journey` command. It only starts the rest, so that the rest can come from the compile cache.
import { enableCompileCache } from 'node:module';

// Node 20 has none yet; there every start compiles anew.
(enableCompileCache as typeof enableCompileCache | undefined)?.();

void start();

async function start(): Promise<void> {
  const { journey } = await import('./journey.ts');
  // Not process.exit(): what is still on its way to a pipe would be lost.
  process.exitCode = await journey(process.argv.slice(2), process);
}
