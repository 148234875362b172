import type { RequestListener, Server } from 'node:http';

const PATIENCE_MS = 10_000;
const LOOK_MS = 20;

/**
 * Takes the port before anything slow begins, so that a taken one is told at once. Until the returned function is
 * given what answers, every answer is 503. At the end, requests that run are finished first of all, while everything
 * that they need still stands.
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
  atEnd(() => finish(server));
  return (ready) => {
    answer = ready;
    // Ends run backwards, and what answers needs all that was started since the port was taken.
    atEnd(() => finish(server));
  };
}

/** Takes no more connections, and resolves once every request that runs is answered, or cut after ten seconds. */
async function finish(server: Server): Promise<void> {
  const finished = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that is kept alive falls idle when its last request is answered, maybe after this moment.
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_MS);
  const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  server.closeIdleConnections();
  await finished;
  clearInterval(idle);
  clearTimeout(cut);
}
