import { configureGlobal } from 'fast-check';

export * from 'fast-check';

/**
 * Whoever builds a commit tries what its author tried: random inputs begin from one number.
 * `npm run test:random` begins somewhere else every time; what it finds becomes a case of the test.
 */
if (process.env['MODE'] !== 'random') configureGlobal({ seed: 20_261_122 });
