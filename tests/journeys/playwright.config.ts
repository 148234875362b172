import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.journey.ts',
  globalSetup: './start-server.ts',
  outputDir: '../../test-results',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.JOURNEYS_URL,
    launchOptions: {
      executablePath: process.env.JOURNEYS_BROWSER,
      // Containers run the tests as root, where Chromium's sandbox does not start.
      args: ['--no-sandbox', '--font-render-hinting=none'],
    },
    screenshot: 'only-on-failure',
  },
});
