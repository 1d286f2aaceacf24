import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../../src/model/analysis.ts';
import { crossingsOf } from '../../../src/model/flow/crossings.ts';
import { buildJourney, type TouchpointSpec } from '../../support/model-builder.ts';

describe('crossingsOf', () => {
  const silent = {
    stage: undefined,
    owner: undefined,
    system: undefined,
    channel: undefined,
    family: undefined,
    initiator: undefined,
  };

  it.each<[string, Partial<TouchpointSpec>, Partial<TouchpointSpec>, object]>([
    ['nothing when nothing is written', {}, {}, {}],
    ['the stage', { stage: 'Buy' }, { stage: 'Use' }, { stage: { from: 'Buy', to: 'Use' } }],
    ['the owner', { owner: 'Sales' }, { owner: 'Field' }, { owner: { from: 'Sales', to: 'Field' } }],
    ['no owner when one side is silent', { owner: 'Sales' }, {}, {}],
    ['the system', { system: 'Shop' }, { system: 'Crm' }, { system: { from: 'Shop', to: 'Crm' } }],
    ['who begins', { by: 'customer' }, { by: 'company' }, { initiator: { from: 'customer', to: 'company' } }],
    ['the channel within a family', { on: ['web'] }, { on: ['app'] }, { channel: { from: 'web', to: 'app' } }],
    [
      'the family of the channel',
      { on: ['web'] },
      { on: ['store', 'counter'] },
      { channel: { from: 'web', to: 'store' }, family: { from: 'digital', to: 'inPerson' } },
    ],
    ['no channel when one of them stays', { on: ['web', 'phone'] }, { on: ['store', 'phone'] }, {}],
    [
      'no family when one of them stays',
      { on: ['web', 'phone'] },
      { on: ['ivr', 'post'] },
      { channel: { from: 'web', to: 'ivr' } },
    ],
  ])('finds %s', (_name, from, to, expected) => {
    const { model, journey } = buildJourney({
      touchpoints: [
        { id: 'A', ...from },
        { id: 'B', ...to },
      ],
    });
    const [edge] = analysisOf(model, journey).whole.graph.edges;
    if (edge === undefined) throw new Error('no edge');
    const { stage, owner, system, channel, family, initiator } = crossingsOf(model, edge);
    expect({ stage, owner, system, channel, family, initiator }).toEqual({ ...silent, ...expected });
  });
});
