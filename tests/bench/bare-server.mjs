// The measure of all pages: node's own http server, answering every request with the bytes and headers it was given as
// JSON on standard input. Prints its port.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

const { headers, body } = JSON.parse(await text(process.stdin));
const bytes = Buffer.from(body, 'base64');
const server = createServer((_, response) => {
  response.writeHead(200, headers).end(bytes);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
