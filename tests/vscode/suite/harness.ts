// A test runner small enough for every extension host: there is no Node in a web worker.

interface Test {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** A pattern for the names of the tests that are to run; the bundler puts it in. */
declare const ONLY: string;

const tests: Test[] = [];

/** Declares a test. Tests run one after the other, in the order of the files that index.ts imports. */
export function test(name: string, run: () => Promise<void>): void {
  tests.push({ name, run });
}

/** Runs all tests, or those whose name matches. Says each result as a line; returns how many failed. */
export async function runTests(): Promise<number> {
  let failed = 0;
  const wanted = tests.filter(({ name }) => new RegExp(ONLY).test(name));
  for (const { name, run } of wanted) {
    const started = Date.now();
    try {
      await run();
      say(`✓ ${name} (${Date.now() - started} ms)`);
    } catch (error) {
      failed++;
      say(`✗ ${name}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  say(`${wanted.length - failed} of ${wanted.length} passed`);
  return failed;
}

/** A line for who started the window. Everything that the host prints arrives there too, hence the mark. */
export function say(line: string): void {
  // The console of the extension host is the one way out that all hosts have.
  console.log(`${MARK}${line}`);
}

export const MARK = '@journey ';

/** Compares by value. */
export function equal(actual: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(actual, undefined, 1), JSON.stringify(expected, undefined, 1)];
  if (left !== right) throw new Error(`expected ${right}\nbut got ${left}`);
}

export function ok(condition: unknown, message: string): asserts condition {
  if (condition === undefined || condition === null || condition === false) throw new Error(message);
}

/** Waits until something holds and returns it. Fails after `limit` milliseconds with what was there instead. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | PromiseLike<T | undefined | false>,
  limit = 30_000,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const found = await ask();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
