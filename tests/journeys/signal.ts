import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from '../../packages/db/src/free-port.ts';

/** A way to the server that can be cut: what the browser's own switch does not reach, its workers, is without signal too. */
export class Signal {
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;

  private constructor(
    readonly url: string,
    readonly port: number,
    readonly to: number,
  ) {}

  static async to(url: string): Promise<Signal> {
    const port = await freePort();
    const signal = new Signal(`http://localhost:${port}`, port, Number(new URL(url).port));
    await signal.comeBack();
    return signal;
  }

  async comeBack(): Promise<void> {
    const server = createServer((here) => {
      const there = connect(this.to, 'localhost');
      for (const [one, other] of [
        [here, there],
        [there, here],
      ] as const) {
        this.#sockets.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          this.#sockets.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
    await new Promise<void>((done) => server.listen(this.port, 'localhost', done));
    this.#server = server;
  }

  async goAway(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    const closed = new Promise<void>((done) => (server ? server.close(() => done()) : done()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}
