// A fix that would break a file is taken back, and the good ones beside it are still made.
import { afterEach, expect, test, vi } from 'vitest';
import { configure } from '../../src/cli/configuration.ts';
import { fixAll } from '../../src/cli/fixing.ts';
import { findInputs } from '../../src/cli/inputs.ts';
import { openWorkspace } from '../../src/cli/workspace.ts';
import type { Rule } from '../../src/friction/rule.ts';
import { rules } from '../../src/friction/rules/index.ts';
import { folderWith } from './journey.ts';

afterEach(() => vi.restoreAllMocks());

const good = `// journey-ignore asks-again: nothing asks here
team Sales "Sales"

journey Trip "A trip" {
  stage Book "Books it" {
    touchpoint Pays "Pays" on web by customer {
      feels calm 0
    }
  }
}
`;

test('a fix that brings an error is refused', async () => {
  const broken = rules.find(({ meta }) => meta.id === 'dead-end') as Required<Pick<Rule, 'check'>> & Rule;
  const seen = vi.spyOn(broken, 'check').mockImplementation(({ journey, report }) => {
    const text = { en: 'Spoil it.', ja: '壊します。' };
    report({
      place: journey.place,
      message: text,
      help: text,
      fixes: () => [{ title: text, safe: true, edits: [{ kind: 'replace', place: journey.place, text: '{ "' }] }],
    });
  });
  const cwd = folderWith({ 'a.journey': good });
  const inputs = await findInputs(['a.journey'], undefined, { cwd, stdin: () => process.stdin });
  const { workspace } = await openWorkspace(inputs);
  const { files: fixed } = await fixAll(workspace, configure(inputs, undefined), false);
  expect(seen).toHaveBeenCalled();
  expect(fixed.map(({ codes }) => codes)).toEqual([['unused-suppression']]);
  expect(fixed[0]?.after).toBe(good.slice(good.indexOf('team')));
});
