import type { Server } from 'node:http';
import type { ServerBuild } from '@remix-run/node';

/** Pages from their sources, for `npm run dev`: Vite builds each as it is asked for. */
export async function devPages(server: Server, atEnd: (undo: () => Promise<void>) => void) {
  const { createServer } = await import('vite');
  const vite = await createServer({ server: { middlewareMode: true, hmr: { server } } });
  atEnd(() => vite.close());
  return {
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
    clientFolder: null,
    devMiddleware: vite.middlewares,
  };
}
