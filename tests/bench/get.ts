import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true });

/** An answer as it came over the wire: headers in their order, the body as it was coded. */
export type Answer = { status: number; headers: [string, string][]; head: number; body: Buffer };

/** Asks once, over a connection that is kept; a body makes it a POST of JSON. */
export function get(url: string, headers: Record<string, string> = {}, json?: string): Promise<Answer> {
  const options = json === undefined ? {} : { method: 'POST' };
  const sent = json === undefined ? headers : { ...headers, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: sent, ...options }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', reject);
      response.once('end', () => {
        const raw = response.rawHeaders;
        const pairs = raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : []));
        const status = response.statusCode ?? 0;
        // "HTTP/1.1 200 OK", every "name: value", and the empty line, each with its two line ends.
        const head = pairs.reduce((sum, [name = '', value = '']) => sum + name.length + value.length + 4, 19);
        resolve({ status, headers: pairs as [string, string][], head, body: Buffer.concat(parts) });
      });
    });
    asked.once('error', reject);
    asked.end(json);
  });
}
