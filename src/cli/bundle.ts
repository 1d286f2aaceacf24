import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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
export function loadBundle(bundle: string, options: LoadOptions): unknown {
  const source = wrapped(bundle);
  const file = options.cacheFolder === undefined ? undefined : keptFile(options.cacheFolder, options.purpose, source);
  const kept = file === undefined ? undefined : readOwn(file);
  const script = new Script(source, {
    filename: bundle,
    columnOffset: -head.length,
    ...(kept !== undefined && { cachedData: kept.code }),
  });
  const nodeRequire = createRequire(bundle);
  if (options.keeps && file !== undefined) {
    keepLater(script, file, script.cachedDataRejected === true ? undefined : kept, nodeRequire);
  }
  const module = { exports: {} };
  const folder = dirname(bundle);
  const requireAny = (id: string): unknown =>
    id.startsWith('./') ? loadBundle(join(folder, id), options) : (nodeRequire(id) as unknown);
  (script.runInThisContext() as Wrapper)(module.exports, requireAny, module, bundle, folder);
  return module.exports;
}

const head = '(function(exports,require,module,__filename,__dirname){';
const tail = '\n})';

/** A bundle as a function, put together before it becomes a text: it is large, and one more copy of it takes 2 ms. */
function wrapped(bundle: string): string {
  const file = openSync(bundle, 'r');
  try {
    const end = head.length + fstatSync(file).size;
    const text = Buffer.allocUnsafe(end + tail.length);
    let length = text.write(head, 'latin1');
    for (let count = -1; count !== 0; length += count) count = readSync(file, text, length, end - length, null);
    length += text.write(tail, length, 'latin1');
    // The build lets nothing but ASCII into a bundle, and this way takes no time to decode.
    return text.toString('latin1', 0, length);
  } finally {
    closeSync(file);
  }
}

/** How long the stamp is that the build writes at the end of each bundle, in characters. */
const stampLength = 32;

/** Where the code of a bundle is kept: one file for each build, version of Node, user and purpose. */
function keptFile(folder: string, purpose: string, source: string): string | undefined {
  const stamp = source.slice(-stampLength - tail.length, -tail.length);
  if (!/^[0-9a-f]+$/.test(stamp) || !/^[a-z]+$/.test(purpose)) return undefined;
  const user = process.getuid?.() ?? 0;
  return join(folder, `journey-${stamp}-${process.version}-${process.arch}-${user}-${purpose}`);
}

interface Kept {
  readonly code: Buffer;
  /** How much the run had done that wrote it: milliseconds of processor time since it was loaded. They stand behind the code. */
  readonly work: number;
}

const workBytes = 4;

/** The content of a file that this user has written: what somebody else puts there must not run. */
function readOwn(file: string): Kept | undefined {
  try {
    if (process.getuid !== undefined && statSync(file).uid !== process.getuid()) return undefined;
    const content = readFileSync(file);
    const end = content.length - workBytes;
    return { code: content.subarray(0, end), work: content.readUInt32LE(end) };
  } catch {
    return undefined;
  }
}

/**
 * Writes down which functions ran: when nothing is kept, and when this run has done twice as much as the one that wrote what
 * is, which may have been no more than `--help`. Whether that works does not matter to anybody but the next run.
 */
function keepLater(script: Script, file: string, kept: Kept | undefined, nodeRequire: NodeJS.Require): void {
  // To load this takes time, and most runs write nothing.
  const setFlag = (flag: string): void => (nodeRequire('node:v8') as typeof v8).setFlagsFromString(flag);
  // Else functions that have not run for a while are gone by then.
  if (kept === undefined) setFlag('--no-flush-bytecode');
  const loaded = process.cpuUsage();
  const keep = (): void => {
    const { user, system } = process.cpuUsage(loaded);
    const work = Math.round((user + system) / 1000);
    if (kept !== undefined && work < 2 * kept.work) return;
    // Code is good only under the flags that it was written with, and this may not be the only one who has set some.
    setFlag('--flush-bytecode');
    setFlag('--allocation-site-pretenuring');
    try {
      const now = script.createCachedData();
      // What was kept comes again, but for what the engine has thrown away meanwhile.
      const code = kept === undefined || now.length > kept.code.length ? now : kept.code;
      removeStale(file);
      write(file, { code, work });
    } catch {
      // A folder that cannot be written to.
    }
  };
  // After wrong use only little has run.
  process.once('exit', (code) => code <= 1 && keep());
  // An editor may end its server without a word.
  setTimeout(keep, keepAfter).unref();
}

/** In one step, as others may be reading. */
function write(file: string, { code, work }: Kept): void {
  const end = Buffer.alloc(workBytes);
  end.writeUInt32LE(work);
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, Buffer.concat([code, end]), { mode: 0o600 });
  renameSync(unfinished, file);
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
