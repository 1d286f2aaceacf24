// What a log said, laid over the map: against what is written at each touchpoint and way, with a curve and thick ways.
import { expect, test } from 'vitest';
import { readResults } from '../../src/evidence/result-file.ts';
import type { MapContent } from '../../src/map/content/content.ts';
import { mapContent, mapScene } from '../../src/map/map.ts';
import { LOOKS } from '../../src/map/style/styles.ts';
import { writeSvg } from '../../src/map/svg/write-svg.ts';
import { analysisOf } from '../../src/model/analysis.ts';
import type { Measured, MeasuredTouchpoint } from '../../src/model/measured/measured.ts';
import { ownJourneys } from '../../src/model/model.ts';
import type { Locale } from '../../src/model/text.ts';
import { outageResults } from '../evidence/results.ts';
import { fileOf } from '../support/documents.ts';

const text = `
journey Outage "Report a power cut" {
  stage Report "Report it" {
    touchpoint Calls "Calls the hotline" on phone by customer {
      waits 3 min
      -> Answer 80%
      -> Chat 20%
    }
    touchpoint Chat "Asks in the chat" on chat by customer
    touchpoint Answer "Is called back" on phone by company { feels +1 }
    touchpoint Repaired "Has power again" on email by company
  }
}
`;

function touchpoint(id: string, more: Partial<MeasuredTouchpoint>): MeasuredTouchpoint {
  return {
    touchpoint: `Outage.Report.${id}`,
    cases: 200,
    left: 0,
    repeated: 0,
    deviations: {},
    place: '',
    limits: [],
    ...more,
  };
}

const [example] = readResults(outageResults, 'x').results.values();
const measured: Measured = {
  ...(example as Measured),
  cases: 200,
  touchpoints: [
    touchpoint('Calls', {
      place: ' > Answer Chat',
      left: 40,
      time: { times: 200, median: 2460, p90: 5700, written: 'waits 3 min' },
      feeling: { value: -0.9, answers: 80 },
    }),
    touchpoint('Answer', { deviations: { missing: 30, failed: '<5' }, feeling: { value: 0.4, answers: 60 } }),
    touchpoint('Repaired', { cases: '<5', place: 'Answer > end:success' }),
  ],
  ways: [
    { from: 'Outage.Report.Calls', to: 'Outage.Report.Answer', passages: 20, all: 160, written: 0.8 },
    { from: 'Outage.Report.Calls', to: 'Outage.Report.Chat', passages: 140, all: 160, written: 0.2 },
  ],
};

async function contentOf(locale: Locale, overlay: Measured | undefined): Promise<MapContent> {
  const { model } = await fileOf(text);
  const [journey] = ownJourneys(model);
  if (journey === undefined) throw new Error('There is no journey');
  const input = { analysis: analysisOf(model, journey), findings: [], ...(overlay && { measured: overlay }) };
  return mapContent(input, { locale });
}

test('says at each touchpoint what was measured against what is written', async () => {
  const { touchpoints, lanes } = await contentOf('en', measured);
  expect(lanes).toContain('measured');
  const cells = touchpoints.map(({ cells: { measured: items = [] } }) => items.map((item) => [item.text, item.badge]));
  expect(cells[0]).toEqual([
    ['100% of the cases', undefined],
    ['41 minutes (written 3 minutes), 9 of 10 within 1 hour 35 minutes', undefined],
    ['20% left here', undefined],
    ['felt −0.9 (80 answers)', undefined],
  ]);
  // It stood elsewhere when it was measured.
  expect(cells[2]?.slice(0, 2)).toEqual([
    ['100% of the cases', 'outdated'],
    ['missing in 15%', 'outdated'],
  ]);
  expect(cells[3]).toEqual([['<2.5% of the cases', undefined]]);
});

test('draws the measured share and its thickness on the ways, and the curve of what customers said', async () => {
  const { joints, curves, measured: note } = await contentOf('en', measured);
  expect(joints.map(({ toKey, share, weight }) => [toKey.split('.').at(-1), share, weight])).toEqual([
    ['Chat', '20% meas. 88%', 4],
    ['Answer', '80% meas. 13%', 1],
    ['Answer', undefined, undefined],
    ['Repaired', undefined, 1],
  ]);
  expect(curves.map(({ name, compared }) => [name, compared])).toContainEqual(['Measured', true]);
  expect(note).toBe('Measured: 200 cases (2026-01-05 to 2026-03-31); the thicker a way, the more customers went it');
});

test.each(['en', 'ja'] as const)('is drawn wide and narrow in %s with styles that exist', async (locale) => {
  const content = await contentOf(locale, measured);
  for (const width of [1200, 480]) {
    const svg = writeSvg(mapScene(content, { locale, width }), { id: 'm', theme: 'light' });
    expect(svg).toContain(locale === 'ja' ? '実測' : 'Measured');
  }
  for (const weight of [1, 2, 3, 4]) expect(LOOKS).toHaveProperty([`way-${weight}`]);
});

test('leaves a map without measurements as it is', async () => {
  const content = await contentOf('en', undefined);
  expect(content.lanes).not.toContain('measured');
  expect(content.measured).toBeUndefined();
  expect(content.joints.map(({ share }) => share)).toEqual(['20%', '80%', undefined, undefined]);
});
