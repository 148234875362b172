import type { RequestListener, Server } from 'node:http';

const PATIENCE_MS = 10_000;

/**
 * Takes the port before anything slow begins, so that a taken one is told at once. Until the returned function is
 * given what answers, every answer is 503. At the end, requests that run are finished before it resolves.
 * @throws the system's error when the port cannot be had.
 */
export async function listen(
  server: Server,
  port: number,
  atEnd: (undo: () => Promise<void>) => void,
): Promise<(answer: RequestListener) => void> {
  let answer: RequestListener = (_, response) => {
    response.writeHead(503, { 'Retry-After': '5', 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('starting\n');
  };
  server.on('request', (request, response) => answer(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });
  atEnd(async () => {
    const finished = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    await finished;
    clearTimeout(cut);
  });
  return (ready) => {
    answer = ready;
  };
}
