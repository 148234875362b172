import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Bundles app/server/main.ts with the rooms into build/main/main.js, so that plain node runs it. */
export default defineConfig({
  resolve: { alias: { '~': fileURLToPath(new URL('./app', import.meta.url)) } },
  ssr: { noExternal: [/^@baunghe\//], external: ['vite'] },
  build: {
    ssr: 'app/server/main.ts',
    outDir: 'build/main',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rollupOptions: { output: { entryFileNames: 'main.js', inlineDynamicImports: false } },
  },
});
