// Small files that declare, import and use some of a few names, now and then with a mistake in them.
import * as fc from './properties.ts';

export const PATHS = ['a.journey', 'b.journey', 'c.journey', 'sub/d.journey'] as const;

const NAMES = ['Ken', 'Sales', 'Web'];
const DECLARED: Readonly<Record<string, string>> = {
  Ken: 'persona Ken "健" { pain slow "Slow" }',
  Sales: 'team Sales',
  Web: 'channel Web : web',
};
const USED: Readonly<Record<string, string>> = { Ken: 'for Ken', Sales: 'owner Sales', Web: 'note "on the web"' };

/** A text for a path: imports depend on the folder. */
export const fileText: fc.Arbitrary<(path: string) => string> = fc
  .record({
    imports: fc.subarray([...PATHS]),
    declares: fc.subarray(NAMES),
    uses: fc.subarray(NAMES, { minLength: 1 }),
    solves: fc.boolean(),
    broken: fc.boolean(),
    titled: fc.constantFrom('One', '二つ目'),
  })
  .map(
    ({ imports, declares, uses, solves, broken, titled }) =>
      (path: string) =>
        [
          ...imports.map((target) => `import "${path.includes('/') ? '../' : ''}${target}"`),
          ...declares.map((name) => DECLARED[name] ?? ''),
          `journey J "${titled}" {`,
          ...uses.map((name) => `  ${USED[name] ?? ''}`),
          ...(broken
            ? ['  stage S {', '    touchpoint']
            : [`  stage S { touchpoint T on Web { asks name ${solves ? '; solves slow' : ''} } }`.replace(';', '\n')]),
          '}',
          '',
        ].join('\n'),
  );

/** What a `journey.config.json` may say, with a mistake in the last ones. */
export const CONFIGURATIONS = [
  '{}',
  '{ "extends": "strict" }',
  '{ "extends": "all", "settings": { "today": "2027-01-01" } }',
  '{ "rules": { "asks-again": "error", "stale-map": "warning" }, "ignore": ["c.journey"] }',
  '{ "overrides": [{ "files": ["sub/**"], "rules": { "asks-again": "hint", "bad-ending": "off" } }] }',
  '{ "rules": { "no-such-rule": "error" }',
];

/** What may have been measured of journey J. */
export const RESULTS = [100, 2000].map((cases) =>
  JSON.stringify({
    journeys: {
      J: {
        cases,
        on: '2026-10-01',
        conforming: 90,
        finished: 95,
        fitness: 0.9,
        touchpoints: [],
        ways: [],
        stages: [],
        extra: [{ event: 'Call', cases: 50 }],
      },
    },
  }),
);
