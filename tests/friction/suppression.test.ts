import { describe, expect, test } from 'vitest';
import { frictionOf } from '../../src/friction/runner.ts';
import { applySuppressions, type Suppressed } from '../../src/friction/suppression.ts';
import { openFile, openFiles, withFix } from './workspace.ts';

/** One warning of the rule wait-untold, on the line of `waits`. */
function story(comment: string, behind = ''): string {
  return `system Crm "CRM"
journey Outage "Outage" {
  stage Report "Report" {
    touchpoint Calls "Calls" on phone by customer {
      ${comment}
      waits 4 min${behind}
    }
  }
}
`;
}

async function suppressed(text: string): Promise<Suppressed & { readonly text: string }> {
  const file = await openFile(text);
  return { ...applySuppressions(file.model, frictionOf(file.model)), text: file.text };
}

function codes(result: Suppressed): readonly string[] {
  return result.problems.map(({ code }) => code);
}

describe('a suppression with a reason', () => {
  test.each([
    ['above the line', story('// journey-ignore wait-untold: the tariff forbids it')],
    ['behind the statement', story('', ' // journey-ignore wait-untold: the tariff forbids it')],
    ['with a wide colon', story('/* journey-ignore wait-untold:the tariff forbids it */')],
  ])('silences the rule %s', async (_, text) => {
    const plain = await suppressed(story(''));
    expect(plain.kept.map(({ code }) => code)).toContain('wait-untold');
    const result = await suppressed(text);
    expect(result.kept.map(({ code }) => code)).not.toContain('wait-untold');
    expect(result.kept).toHaveLength(plain.kept.length - result.suppressed.length);
    expect(result.suppressed.map(({ reason }) => reason)).toEqual(['the tariff forbids it']);
    expect(codes(result)).toEqual([]);
  });

  test('silences no other line', async () => {
    const result = await suppressed(`// journey-ignore wait-untold: elsewhere\n${story('')}`);
    expect(result.kept.map(({ code }) => code)).toContain('wait-untold');
    expect(codes(result)).toEqual(['unused-suppression']);
  });
});

describe('what is wrong with a suppression is said:', () => {
  test('no reason, and then nothing is silenced', async () => {
    const result = await suppressed(story('// journey-ignore wait-untold'));
    expect(codes(result)).toEqual(['suppression-without-reason']);
    expect(result.suppressed).toEqual([]);
    expect(result.problems[0]?.message.ja).toContain('理由');
  });

  test('an unknown rule, with the one that was meant', async () => {
    const result = await suppressed(story('// journey-ignore wait-untolt: because'));
    expect(codes(result)).toEqual(['unknown-rule']);
    expect(result.problems[0]?.message.en).toBe('There is no rule "wait-untolt"; did you mean "wait-untold"?');
    expect(result.problems[0]?.message.ja).toContain('「wait-untold」ではありませんか');
  });

  test('an error of form or names cannot be silenced', async () => {
    expect(codes(await suppressed(story('// journey-ignore unresolved-reference: because')))).toEqual(['unknown-rule']);
  });

  test('no rule at all', async () => {
    expect(codes(await suppressed('// journey-ignore\nteam Sales "S"\n'))).toEqual(['unknown-rule']);
  });

  test.each([
    ['a line of its own', '// journey-ignore asks-again: x\nteam Sales "S"\n', 'team Sales "S"\n'],
    ['behind a statement', 'team Sales "S" // journey-ignore asks-again: x\n', 'team Sales "S"\n'],
    [
      'one line of several',
      '/* Why.\njourney-ignore asks-again: x\n*/\nteam Sales "S"\n',
      '/* Why.\n*/\nteam Sales "S"\n',
    ],
  ])('not used; the fix removes %s', async (_, text, fixed) => {
    const files = await openFiles(new Map([['main.journey', text]]));
    const { model } = await openFile(text);
    const [problem, ...rest] = applySuppressions(model, frictionOf(model)).problems;
    expect(rest).toEqual([]);
    expect(problem).toMatchObject({ code: 'unused-suppression', severity: 'warning', tags: ['unnecessary'] });
    const [fix] = problem?.fixes ?? [];
    if (fix === undefined) throw new Error('There is no fix.');
    expect(fix.safe).toBe(true);
    expect(withFix(files, fix).get('main.journey')).toBe(fixed);
  });
});

describe('nothing is called unused', () => {
  const text = '// journey-ignore asks-again: x\nteam Sales "S"\n';

  test('when the text has errors, or the rule is off', async () => {
    const { model } = await openFile(text);
    expect(applySuppressions(model, [], { hasErrors: true }).problems).toEqual([]);
    expect(applySuppressions(model, [], { severities: new Map([['asks-again', 'off']]) }).problems).toEqual([]);
  });

  test('while the journey around it is being written', async () => {
    const { model } = await openFile('journey J {\n  // journey-ignore asks-again: x\n  stage S "S" {\n');
    expect(applySuppressions(model, []).problems).toEqual([]);
  });
});
