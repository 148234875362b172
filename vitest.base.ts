import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The settings of every package whose tests want a database: one PostgreSQL for the run, errors on the console fail. */
export function withDatabase(settings: ViteUserConfig['test'] = {}) {
  return defineConfig({
    test: {
      globalSetup: [here('packages/db/src/testing/global-setup.ts')],
      setupFiles: [here('packages/db/src/testing/no-noise.ts')],
      // All workers share one server of 60 connections, and turbo runs two packages at once.
      maxWorkers: 2,
      // A file's modules are read once a worker and not once a file: what a test changes of them, it puts back.
      isolate: false,
      testTimeout: 60_000,
      hookTimeout: 60_000,
      ...settings,
    },
  });
}
