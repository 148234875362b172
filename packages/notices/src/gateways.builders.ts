import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a gateway does for once instead of its work. */
export type Mishap = 'broken' | 'crowded' | 'slow' | 'not_json' | 'elsewhere';

/** A gateway on this machine that speaks as the real one is documented to, and refuses what that refuses. */
export interface LocalGateway {
  url: string;
  /** The messages it took, each once. */
  taken: Map<string, { phone: string; text: string; reportTo?: string }>;
  /** How often it was asked. */
  asked: number;
  /** What happens to the next askings, in their order. */
  mishaps: Mishap[];
  close(): Promise<void>;
}

type Json = Record<string, unknown>;
type Answer = { status: number; body: unknown };

/** A telephone with android-sms-gateway: its API is `POST /messages`, with Basic authentication. */
export function localAndroid(account: { user: string; password: string }): Promise<LocalGateway> {
  const expected = `Basic ${Buffer.from(`${account.user}:${account.password}`).toString('base64')}`;
  return open('/messages', (request, content, taken) => {
    if (request.headers.authorization !== expected) return { status: 401, body: { message: 'Unauthorized' } };
    const { id, textMessage, phoneNumbers, ttl } = content;
    const text = (textMessage as Json | undefined)?.text;
    const isText = typeof text === 'string' && text !== '' && content.message === undefined;
    if (!isText)
      return { status: 400, body: { message: 'Must specify exactly one of: textMessage, message' } };
    const [phone] = Array.isArray(phoneNumbers) ? phoneNumbers : [];
    if (!/^\+[1-9]\d{7,14}$/.test(String(phone)))
      return { status: 400, body: { message: 'invalid phone number' } };
    if (typeof ttl !== 'number' || ttl < 5) return { status: 400, body: { message: 'ttl' } };
    if (taken.has(String(id))) return { status: 409, body: { message: 'message with this id exists' } };
    taken.set(String(id), { phone: String(phone), text });
    const recipients = [{ phoneNumber: phone, state: 'Pending', error: null }];
    return { status: 202, body: { id, deviceId: 'device', state: 'Pending', recipients } };
  });
}

/** eSMS: answers 200 to everything, and says in `CodeResult` what came of it. */
export function localEsms(account: {
  apiKey: string;
  secretKey: string;
  brandname: string;
}): Promise<LocalGateway> {
  return open('/send', (_, content, taken) => {
    const { ApiKey, SecretKey, Phone, Content, Brandname, SmsType, IsUnicode, RequestId } = content;
    const { CallbackUrl } = content;
    const code = (CodeResult: string, more: Json = {}) => ({
      status: 200,
      body: { CodeResult, CountRegenerate: 0, ...more },
    });
    if (ApiKey !== account.apiKey || SecretKey !== account.secretKey)
      return code('101', { ErrorMessage: 'Authorize Failed' });
    if (SmsType !== '2') return code('300', { ErrorMessage: 'Missing message type' });
    if (Brandname !== account.brandname) return code('104', { ErrorMessage: 'Brand name code is not exist' });
    if (!/^0\d{9}$/.test(String(Phone))) return code('108', { ErrorMessage: 'Phone not in correct format' });
    if (typeof Content !== 'string' || Content === '' || IsUnicode !== '0') return code('146');
    if (typeof RequestId !== 'string' || RequestId === '' || RequestId.length > 50) return code('110');
    if (taken.has(RequestId)) return code('124', { ErrorMessage: 'Request exist 1', SendStatus: '5' });
    const reportTo = typeof CallbackUrl === 'string' ? { reportTo: CallbackUrl } : {};
    taken.set(RequestId, { phone: String(Phone), text: Content, ...reportTo });
    return code('100', { SMSID: 'd533459ee42b2b9525ba9eabf6a8156' });
  });
}

async function open(
  path: string,
  answer: (request: IncomingMessage, content: Json, taken: LocalGateway['taken']) => Answer,
): Promise<LocalGateway> {
  const gateway: Omit<LocalGateway, 'url' | 'close'> = { taken: new Map(), asked: 0, mishaps: [] };
  const server = createServer(async (request, response) => {
    gateway.asked += 1;
    let body = '';
    for await (const piece of request) body += piece;
    const mishap = gateway.mishaps.shift();
    if (mishap) return suffer(mishap, response);
    const isAsDocumented = request.method === 'POST' && request.url === path;
    const isJson = request.headers['content-type'] === 'application/json';
    const told =
      isAsDocumented && isJson ? answer(request, JSON.parse(body), gateway.taken) : { status: 404, body: {} };
    send(response, told);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(gateway, {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function suffer(mishap: Mishap, response: ServerResponse): void {
  if (mishap === 'broken') send(response, { status: 500, body: { message: 'Failed to enqueue' } });
  if (mishap === 'crowded') {
    response.setHeader('retry-after', '600');
    send(response, { status: 429, body: { message: 'Too many requests' } });
  }
  if (mishap === 'not_json') response.writeHead(502).end('<html>Bad gateway</html>');
  if (mishap === 'elsewhere') response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end();
}
