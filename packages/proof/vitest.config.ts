import { defineConfig } from 'vitest/config';

// Properties over many trees take their time on a busy machine.
export default defineConfig({ test: { include: ['src/**/*.test.ts'], testTimeout: 60_000 } });
