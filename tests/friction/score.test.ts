import { expect, test } from 'vitest';
import { scoreOf, scoreText } from '../../src/friction/score.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Journey } from '../../src/model/journey.ts';
import { openFile } from './workspace.ts';

const text = `persona Ken
persona Sato

journey Visit {
  for Ken, Sato
  stage Go {
    touchpoint First on web
    touchpoint Second on web {
      momentOfTruth
    }
  }
  stage Stay {
    touchpoint Third on web
  }
}
`;

test('a finding weighs by severity, by the share of personas and at a moment of truth', async () => {
  const journey = await visit();
  const { total, causes, stages, touchpoints } = scoreOf(journey, [
    finding({ severity: 'warning', cause: 'duration', subject: at('Go.First') }),
    finding({ severity: 'warning', cause: 'identity', subject: at('Go.First'), personas: ['Ken'] }),
    finding({ severity: 'information', subject: at('Go.Second') }),
    finding({ severity: 'hint', subject: at('Stay.Third') }),
    finding({ severity: 'error', cause: 'duration', subject: { journey: 'Visit' } }),
  ]);
  expect(touchpoints.get('Visit.Go.First')?.total).toBe(4.5);
  expect(touchpoints.get('Visit.Go.Second')).toMatchObject({ total: 1.5, causes: { other: 1.5, duration: 0 } });
  expect(touchpoints.get('Visit.Stay.Third')?.total).toBe(0);
  expect(stages.get('Visit.Go')?.total).toBe(6);
  expect(stages.get('Visit.Stay')?.total).toBe(0);
  expect(total).toBe(9);
  expect(causes).toEqual({ empowerment: 0, duration: 6, identity: 1.5, transparency: 0, consistency: 0, other: 1.5 });
});

test('findings about a stage count for it, and those about other journeys for nothing', async () => {
  const { total, stages } = scoreOf(await visit(), [
    finding({ subject: { journey: 'Visit', stage: 'Visit.Stay' } }),
    finding({ subject: { journey: 'Another', stage: 'Visit.Stay' } }),
    finding({ subject: {} }),
  ]);
  expect([total, stages.get('Visit.Stay')?.total]).toEqual([3, 3]);
});

test('what is wrong with the text itself counts for nothing', async () => {
  const { total } = scoreOf(await visit(), [
    finding({ code: 'unknown-keyword', severity: 'error', subject: at('Go.First') }),
    finding({ code: 'rule-failed', severity: 'information', subject: { journey: 'Visit' } }),
  ]);
  expect(total).toBe(0);
});

test('a score is shown with at most one decimal', () => {
  expect([0, 3, 4.5, 1.25, 2 / 3].map(scoreText)).toEqual(['0', '3', '4.5', '1.3', '0.7']);
});

async function visit(): Promise<Journey> {
  const journey = (await openFile(text)).model.journeys.get('Visit');
  if (journey === undefined) throw new Error('There is no journey.');
  return journey;
}

function at(touchpoint: string): Finding['subject'] {
  return { journey: 'Visit', touchpoint: `Visit.${touchpoint}` };
}

function finding(parts: Partial<Finding>): Finding {
  const start = { line: 0, character: 0 };
  return {
    code: 'asks-again',
    severity: 'warning',
    message: { en: '', ja: '' },
    help: { en: '', ja: '' },
    place: { uri: '', range: { start, end: start } },
    related: [],
    fixes: [],
    subject: {},
    personas: [],
    ...parts,
  };
}
