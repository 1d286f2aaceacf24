import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

declare const JOURNEY_SOURCES: string | undefined;

/** Where results are kept between two runs, and by which program. Plain data, so that a thread can be given it. */
export interface KeptPlace {
  readonly folder: string;
  /** Differs between programs that may find different things in the same files. */
  readonly program: string;
}

/** The variable that moves the folder, or switches it off. */
const VARIABLE = 'JOURNEY_CACHE';

/** Where this program keeps results; undefined when it is to keep none, and where it runs from its sources. */
export function keptPlace(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): KeptPlace | undefined {
  const sources = typeof JOURNEY_SOURCES === 'string' ? JOURNEY_SOURCES : '';
  const folder = keptFolder(env, platform);
  if (sources === '' || folder === undefined) return undefined;
  // What a letter is depends on the version of Unicode.
  return { folder, program: `${sources} ${process.versions['unicode'] ?? ''}` };
}

function keptFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  const own = env[VARIABLE];
  if (own === 'off') return undefined;
  if (own !== undefined && own !== '') return own;
  const caches = cachesFolder(env, platform);
  return caches !== undefined && isAbsolute(caches) ? join(caches, 'journey') : undefined;
}

/** Where the programs of this user keep what they can make again. */
function cachesFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  const home = homeFolder();
  switch (platform) {
    case 'win32':
      return env['LOCALAPPDATA'];
    case 'darwin':
      return home && join(home, 'Library', 'Caches');
    default:
      // A relative path is to be ignored, says the specification of these folders.
      return isAbsolute(env['XDG_CACHE_HOME'] ?? '') ? env['XDG_CACHE_HOME'] : home && join(home, '.cache');
  }
}

/** Some users of containers have none. */
function homeFolder(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}

/** By this two contents are known to be the same. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 27);
}
