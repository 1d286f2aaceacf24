import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
    globalSetup: ['tests/build-once.ts'],
    globals: false,
    environment: 'node',
    // What the tests find is not for the next check of the person who runs them.
    env: { JOURNEY_CACHE: 'off' },
    // Threads start faster than processes; two of them suit the smallest machine that this is meant to run on.
    pool: 'threads',
    maxWorkers: 2,
    // Bounds against hanging, the same for all and not a measure of speed: a busy machine must not fail a test of what is right.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 300_000 } },
  },
});
