import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type * as v8 from 'node:v8';
import { Script } from 'node:vm';

/** What the module system of Node gives to a file in CommonJS. */
type Wrapper = (
  exports: unknown,
  require: (id: string) => unknown,
  module: { exports: unknown },
  filename: string,
  dirname: string,
) => void;

export interface LoadOptions {
  /** Where compiled code may be kept; undefined: nowhere. */
  readonly cacheFolder: string | undefined;
  /** What is going to be done, so that what is kept is what it needs. */
  readonly purpose: string;
  /** Whether compiled code is to be kept, or only used. */
  readonly keeps: boolean;
}

/**
 * Loads a bundle that lies beside this one, and what it requires of other such bundles. It does what `require` does, and keeps
 * the compiled form of every function that ran: Node's compile cache keeps only what runs at once, and compiling the
 * rest again took a third of the time of a check of one file.
 */
export function loadBundle(file: string, options: LoadOptions): unknown {
  // The build lets nothing but ASCII into a bundle, and this way takes no time to decode.
  const source = readFileSync(file, 'latin1');
  const kept = options.cacheFolder === undefined ? undefined : keptFile(options.cacheFolder, options.purpose, source);
  const cachedData = kept === undefined ? undefined : readOwn(kept);
  const script = new Script(`${head}${source}\n})`, {
    filename: file,
    columnOffset: -head.length,
    ...(cachedData !== undefined && { cachedData }),
  });
  const nodeRequire = createRequire(file);
  if (options.keeps && kept !== undefined && (cachedData === undefined || script.cachedDataRejected === true)) {
    keepLater(script, kept, nodeRequire);
  }
  const module = { exports: {} };
  const folder = dirname(file);
  const requireAny = (id: string): unknown =>
    id.startsWith('./') ? loadBundle(join(folder, id), options) : (nodeRequire(id) as unknown);
  (script.runInThisContext() as Wrapper)(module.exports, requireAny, module, file, folder);
  return module.exports;
}

const head = '(function(exports,require,module,__filename,__dirname){';

/** How long the stamp is that the build writes at the end of each bundle, in characters. */
const stampLength = 32;

/** Where the code of a bundle is kept: one file for each build, version of Node, user and purpose. */
function keptFile(folder: string, purpose: string, source: string): string | undefined {
  const stamp = source.slice(-stampLength);
  if (!/^[0-9a-f]+$/.test(stamp) || !/^[a-z]+$/.test(purpose)) return undefined;
  const user = process.getuid?.() ?? 0;
  return join(folder, `journey-${stamp}-${process.version}-${process.arch}-${user}-${purpose}`);
}

/** The content of a file that this user has written: what somebody else puts there must not run. */
function readOwn(file: string): Buffer | undefined {
  try {
    if (process.getuid !== undefined && statSync(file).uid !== process.getuid()) return undefined;
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Writes down which functions ran. Whether that works does not matter to anybody but the next run. */
function keepLater(script: Script, file: string, nodeRequire: NodeJS.Require): void {
  const { setFlagsFromString } = nodeRequire('node:v8') as typeof v8;
  // Else functions that have not run for a while are gone by then.
  setFlagsFromString('--no-flush-bytecode');
  const keep = (): void => {
    // Code is good only under the flags that it was written with.
    setFlagsFromString('--flush-bytecode');
    try {
      removeStale(file);
      const unfinished = `${file}.${process.pid}`;
      writeFileSync(unfinished, script.createCachedData(), { mode: 0o600 });
      renameSync(unfinished, file);
    } catch {
      // A folder that cannot be written to.
    }
  };
  // After wrong use only little has run.
  process.once('exit', (code) => code <= 1 && keep());
  // An editor may end its server without a word.
  setTimeout(keep, keepAfter).unref();
}

/** What earlier builds have left for the same purpose. Not what is new: two builds may be in use at the same time. */
function removeStale(file: string): void {
  const folder = dirname(file);
  const own = nameOfBuild(basename(file));
  for (const name of readdirSync(folder)) {
    if (nameOfBuild(name) !== own) continue;
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > staleAfter) rmSync(path, { force: true });
  }
}

/** A name without the stamp; undefined when it is none of ours. */
function nameOfBuild(name: string): string | undefined {
  return /^journey-[0-9a-f]{32}-([^.]*\.[^.]*\.[^.]*)$/.exec(name)?.[1];
}

/** Milliseconds. */
const keepAfter = 20_000;
const staleAfter = 3_600_000;
