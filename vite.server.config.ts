import { defineConfig } from 'vite';
import { PAGES, SENTENCES } from './vite.aliases.ts';
import { inAscii } from './vite.ascii.ts';

/** Bundles app/server/main.ts with the rooms into build/main/main.js, so that plain node runs it. */
export default defineConfig({
  plugins: [inAscii()],
  resolve: { alias: [SENTENCES, PAGES] },
  // better-auth lies under packages/coop only, where plain node would not look from build/main.
  ssr: { noExternal: [/^@baunghe\//, /^better-auth/, /^@better-auth\//, /^@noble\//], external: ['vite'] },
  build: {
    ssr: 'app/server/main.ts',
    outDir: 'build/main',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    // better-auth asks for it and does without; bundled, an empty stand-in would be taken for it.
    rollupOptions: {
      external: ['@opentelemetry/api'],
      output: { entryFileNames: 'main.js', inlineDynamicImports: false },
    },
  },
});
