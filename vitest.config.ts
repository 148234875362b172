import { mergeConfig } from 'vitest/config';
import { PAGES, SENTENCES } from './vite.aliases.ts';
import { withDatabase } from './vitest.base.ts';

/** What lies outside the rooms: pages, the demo season, and what crosses rooms. Browser journeys are Playwright's; faults
 * want the built server and have their own settings. */
export default mergeConfig(
  withDatabase({
    include: ['{app,prisma,tests}/**/*.test.{ts,tsx}'],
    exclude: ['tests/{faults,journeys}/**', '**/node_modules/**'],
  }),
  { resolve: { alias: [SENTENCES, PAGES] } },
);
