import { spawnSync } from 'node:child_process';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin, transformWithEsbuild } from 'vite';
import remixOptions from './remix.config.js';
import { PAGES, SENTENCES } from './vite.aliases.ts';
import { inAscii } from './vite.ascii.ts';
import { inFewFiles } from './vite.chunks.ts';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

/** In `npm run dev`, compiles the message catalogues anew whenever one is saved. */
function messagesWhileWriting(): Plugin {
  const compile = () => spawnSync(process.execPath, ['bin/messages.mjs'], { stdio: 'inherit' });
  return {
    name: 'messages-while-writing',
    apply: 'serve',
    configureServer(server) {
      server.watcher.add('messages');
      server.watcher.on('change', (file) => {
        if (/messages\/[a-z]+\/[a-z]+\.json$/.test(file)) compile();
      });
    },
  };
}

/**
 * Leaves blanks and comments out of what the server reads, which it keeps in memory; names stay, for what a fault's trace
 * tells. Vite's own setting would also reach the scanned page's script, whose name both builds must agree on.
 */
function shortForServer(): Plugin {
  const how = {
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
  } as const;
  return {
    name: 'short-for-server',
    renderChunk: (code, { fileName }) => transformWithEsbuild(code, fileName, how),
  };
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: process.env.VITEST
    ? []
    : [
        messagesWhileWriting(),
        tailwindcss(),
        remix(remixOptions),
        ...(isSsrBuild ? [shortForServer(), inAscii()] : []),
      ],
  resolve: { alias: isSsrBuild ? [SENTENCES, PAGES] : [PAGES] },
  ssr: { noExternal: [/^@baunghe\//] },
  // The scanned page's own script is bundled the way a worker's would be: by itself, outside the pages' graph.
  worker: {
    format: 'es',
    rollupOptions: {
      output: {
        // A service worker's address stays the same, so that browsers find its next version there; its place bounds
        // which pages it may serve.
        entryFileNames: ({ name }) => (name === 'office-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    rollupOptions: {
      ...(isSsrBuild ? {} : { output: { manualChunks: inFewFiles(), onlyExplicitManualChunks: true } }),
      // A page that takes one word from a room must not bring the whole house into its bundle a second time.
      treeshake: { moduleSideEffects: (id) => !/\/packages\/[a-z0-9]+\/src\//.test(id) },
    },
  },
}));
