import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
    globals: false,
    environment: 'node',
    // Threads start faster than processes; two of them suit the smallest machine that this is meant to run on.
    pool: 'threads',
    maxWorkers: 2,
  },
});
