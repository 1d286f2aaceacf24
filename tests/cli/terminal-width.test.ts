// What a terminal shows of a table that is wider: the built command, told that a terminal reads it.
import { expect, test } from 'vitest';
import { folderWith, journey, type Run } from './journey.ts';

const files = {
  'plan.journey': `team Desk "The people who answer every call"
action Call "Call every customer back within an hour" {
  owner Desk
  due 2026-12-01
  impact 5
}
`,
};

async function inTerminal(args: readonly string[], columns: number): Promise<Run> {
  const terminal = `process.stdout.isTTY = true; process.stdout.columns = ${columns};`;
  return journey([...args, '--no-color'], {
    cwd: folderWith(files),
    node: ['--import', `data:text/javascript,${terminal}`],
  });
}

test('a terminal gets what fits, a program a line for each row', async () => {
  const block = `• Call every customer back within an
  hour
  Due:        2026-12-01
  Owner:      The people who answer
              every call
  Impact:     5
  Written at: plan.journey:2
`;
  expect(await inTerminal(['actions'], 40)).toEqual({ code: 0, stdout: block, stderr: '' });
  const piped = (await journey(['actions'], { cwd: folderWith(files) })).stdout;
  expect(piped.split('\n')).toHaveLength(3);
  expect((await inTerminal(['actions'], 300)).stdout).toBe(piped);
});
