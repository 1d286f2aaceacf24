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

test('what is said during long work stands above its progress', async () => {
  const cwd = folderWith({
    'shop.journey': 'journey Shop { stage Buy { touchpoint Cart { event "cart" } touchpoint Pay { event "pay" } } }\n',
    'log.csv': 'case,activity,time\n1,cart,2026-01-01\n1,pay,2026-01-02\n',
  });
  const { stderr } = await journey(['conform', 'shop.journey', '--log', 'log.csv'], {
    cwd,
    node: ['--import', 'data:text/javascript,process.stderr.isTTY = true;'],
  });
  // Each line as the terminal shows it: what was written after the last time that it was emptied.
  const lines = stderr.split('\n').map((line) => line.split('\r\u001B[K').at(-1));
  expect(lines).toEqual(['journey: columns: case "case", event "activity", time "time"', '']);
});
