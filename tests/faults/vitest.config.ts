import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vitest/config';
import { withDatabase } from '../../vitest.base.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Faults done to the built server as a process; `npm test -- faults` builds it first. */
export default mergeConfig(withDatabase(), {
  root: here('../..'),
  test: {
    include: ['tests/faults/**/*.test.ts'],
    globalSetup: [here('prepared-shop.ts')],
    // What ends a file's servers is registered as its modules are read.
    isolate: true,
  },
});
