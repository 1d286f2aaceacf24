import { basename } from 'node:path';
import { watch } from 'chokidar';
import { RESULT_ENDING } from '../../evidence/result-file.ts';
import { CONFIGURATION_FILE } from '../../friction/configuration/configuration.ts';
import { JOURNEY_EXTENSION } from '../../language/journey-extension.ts';
import { isIgnored } from '../files/discover.ts';

/** Editors write a file in several steps, and `git switch` writes many files. */
const quietMilliseconds = 60;

/**
 * Calls back whenever journeys or their configuration may have changed, one call after the other.
 *
 * @param paths files and folders, absolute; folders with all that is in them
 * @returns what ends it
 */
export async function followFiles(
  paths: readonly string[],
  onChange: () => Promise<void>,
): Promise<() => Promise<void>> {
  const named = new Set(paths);
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (path, stats) => !named.has(path) && isOfNoInterest(basename(path), stats?.isFile() === true),
  });
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(onChange);
    }, quietMilliseconds);
  });
  await new Promise<void>((ready) => watcher.once('ready', ready));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
    await running;
  };
}

function isOfNoInterest(name: string, isFile: boolean): boolean {
  const endings = [JOURNEY_EXTENSION, RESULT_ENDING];
  if (isFile) return name !== CONFIGURATION_FILE && !endings.some((ending) => name.endsWith(ending));
  return isIgnored(name);
}
