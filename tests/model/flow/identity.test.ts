import * as fc from '../../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { IDENTITY_LEVELS, type IdentityLevel } from '../../../src/model/words.ts';
import { randomJourney, SYSTEMS } from '../random-journeys.ts';
import { flowOf, nodeOf } from './flow-of.ts';

describe('identity', () => {
  const flow = flowOf([
    { id: 'A', system: 'Shop', identity: 'cookie', ways: [{ to: 'B' }, { to: 'C' }] },
    { id: 'B', system: 'Shop', identity: 'login' },
    { id: 'C', system: 'Crm', identity: 'verified' },
    { id: 'D', system: 'Shop', identity: 'anonymous' },
    { id: 'E', identity: 'login' },
    { id: 'F' },
  ]);

  it.each([
    ['A', 'Shop', 'anonymous', 'anonymous'],
    ['B', 'Shop', 'cookie', 'cookie'],
    ['C', 'Shop', 'cookie', 'login'],
    ['D', 'Shop', 'cookie', 'login'],
    ['D', 'Crm', 'verified', 'verified'],
    ['E', 'Shop', 'anonymous', 'anonymous'],
    ['E', undefined, 'anonymous', 'anonymous'],
    ['F', undefined, 'login', 'login'],
  ])('at %s is known to %s between %s and %s', (key, system, least, most) => {
    expect(flow.identity.before(nodeOf(flow, key), system)).toEqual({ least, most });
  });

  it('remembers the highest level at any system', () => {
    expect(flow.identity.highestBefore(nodeOf(flow, 'C'))).toEqual({ least: 'cookie', most: 'login' });
    expect(flow.identity.highestBefore(nodeOf(flow, 'F'))).toEqual({ least: 'verified', most: 'verified' });
  });

  it('is on leaving what the touchpoint says', () => {
    expect(flow.identity.after(nodeOf(flow, 'D'), 'Shop')).toEqual({ least: 'anonymous', most: 'anonymous' });
  });

  it('has its least below its most, and the highest above every system', () => {
    fc.assert(
      fc.property(randomJourney({ most: 8, optional: true }), (spec) => {
        const { graph, identity } = flowOf(spec);
        for (const node of graph.nodes) {
          const highest = identity.highestBefore(node);
          for (const system of [...SYSTEMS, undefined]) {
            const { least, most } = identity.before(node, system);
            expect(rank(least)).toBeLessThanOrEqual(rank(most));
            expect(rank(least)).toBeLessThanOrEqual(rank(highest.least));
            expect(rank(most)).toBeLessThanOrEqual(rank(highest.most));
          }
        }
      }),
    );
  });
});

function rank(level: IdentityLevel): number {
  return IDENTITY_LEVELS.indexOf(level);
}
