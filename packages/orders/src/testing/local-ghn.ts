import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WHAT_CREATE_TAKES, whyNot } from './ghn-rules.ts';

const TOKEN = '00000000-0000-0000-0000-of-the-tests';
const SHOP_ID = '885';
const WEBHOOK_SECRET = 'a-secret-address-of-the-tests';
const PREFIX = '/shiip/public-api/';

type Fields = Record<string, unknown>;

/** An order as it stands at GHN. */
interface GhnOrder {
  asked: Fields;
  order_code: string;
  status: string;
  log: { status: string; updated_date: string }[];
}

/** How the server fails next: it breaks the connection, answers 502, never answers, or answers what is no JSON. */
export type Failing = 'breaks' | 'bad_gateway' | 'silent' | 'garbled';

/** A server on this machine that answers as GHN documents, and refuses what GHN refuses. */
export class LocalGhn {
  readonly settings: { token: string; shopId: string; url: string; webhookSecret: string };
  readonly orders = new Map<string, GhnOrder>();
  /** Every call, in their order. */
  readonly calls: string[] = [];
  failing: Failing | null = null;
  /** The wards of every province in its list; null: it tells none. */
  wards: { _id: number; name: string; extension_names?: string[]; status?: number }[] | null = null;
  /** Takes a new order on, and loses its answer. */
  losesAnswer = false;
  #made = 0;

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    port: number,
  ) {
    const url = `http://127.0.0.1:${port}`;
    this.settings = { token: TOKEN, shopId: SHOP_ID, url, webhookSecret: WEBHOOK_SECRET };
  }

  static async open(port = 0): Promise<LocalGhn> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const local = new LocalGhn(server, (server.address() as AddressInfo).port);
    server.on('request', (request, response) => void local.#answer(request, response));
    return local;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The order that was created under a code of the shop's. */
  of(clientCode: string): GhnOrder {
    const found = [...this.orders.values()].find(({ asked }) => asked.client_order_code === clientCode);
    if (!found) throw new Error(`no order ${clientCode}`);
    return found;
  }

  /** GHN's people move an order on, at an instant. Returns what GHN posts of it. */
  move(order: GhnOrder, status: string, at: Date, why = { code: '', words: '' }): string {
    order.status = status;
    order.log.push({ status, updated_date: at.toISOString() });
    const { asked, order_code } = order;
    return JSON.stringify({
      CODAmount: asked.cod_amount,
      ClientOrderCode: asked.client_order_code,
      OrderCode: order_code,
      Reason: why.words,
      ReasonCode: why.code,
      ShopID: Number(SHOP_ID),
      Status: status,
      Time: at.toISOString(),
      Type: 'switch_status',
      Weight: asked.weight,
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const piece of request) body += String(piece);
    const path = (request.url ?? '').slice(PREFIX.length);
    this.calls.push(path);
    if (this.failing === 'silent') return;
    if (this.failing === 'breaks') return void request.socket.destroy();
    if (this.failing === 'bad_gateway') return void response.writeHead(502).end('<html>');
    if (this.failing === 'garbled') return void response.writeHead(200).end('{"code":2');
    const { status, answer } = this.#judged(request, path, body);
    if (this.losesAnswer && path === 'v2/shipping-order/create') return void request.socket.destroy();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  #judged(request: IncomingMessage, path: string, body: string): { status: number; answer: Fields } {
    const { token, shopid } = request.headers;
    if (token !== TOKEN) return refused(401, 'Token is not valid!');
    let asked: Fields;
    try {
      asked = JSON.parse(body) as Fields;
    } catch {
      return refused(400, 'SyntaxError');
    }
    switch (path) {
      case 'v2/shipping-order/create':
        return shopid === SHOP_ID ? this.#create(asked) : refused(400, 'ShopId is not valid');
      case 'v2/switch-status/cancel':
        return this.#cancel(asked);
      case 'v2/shipping-order/detail':
        return this.#detail(this.orders.get(String(asked.order_code)), false);
      case 'v2/shipping-order/detail-by-client-code':
        return this.#detail(this.#byClient(asked.client_order_code), true);
      case 'v3/master-data/province/all':
        return this.#listed(
          [
            { _id: 1, name: 'Đồng Nai' },
            { _id: 2, name: 'Hồ Chí Minh' },
          ],
          asked,
        );
      case 'v3/master-data/ward/all-by-province-id':
        return this.#listed(this.wards, asked);
      default:
        return refused(404, 'not found');
    }
  }

  /** A list as GHN tells it, so many names at once; without one it knows of no such door. */
  #listed(places: object[] | null, { offset, limit }: Fields): { status: number; answer: Fields } {
    if (this.wards === null || places === null) return refused(404, 'not found');
    const of = { extension_names: [], status: 1 };
    const page = places.slice(Number(offset), Number(offset) + Number(limit));
    return done(page.map((place) => ({ ...of, ...place })));
  }

  #byClient(code: unknown): GhnOrder | undefined {
    return [...this.orders.values()].find(({ asked }) => asked.client_order_code === code);
  }

  #create(asked: Fields): { status: number; answer: Fields } {
    const strange = Object.keys(asked).find((name) => !WHAT_CREATE_TAKES.has(name));
    const why = strange ? `json: unknown field "${strange}"` : whyNot(asked);
    if (why) return refused(400, why);
    const before = this.#byClient(asked.client_order_code);
    const order = before ?? this.#new(asked);
    const { order_code } = order;
    const told = { order_code, sort_code: '19-60-06', trans_type: 'truck', total_fee: 53_900 };
    return done({ ...told, expected_delivery_time: '2026-06-14T16:00:00Z' });
  }

  #new(asked: Fields): GhnOrder {
    this.#made += 1;
    const order_code = `L${String(this.#made).padStart(5, 'A')}`;
    const order = { asked, order_code, status: 'ready_to_pick', log: [] };
    this.orders.set(order_code, order);
    return order;
  }

  #cancel({ order_codes }: Fields): { status: number; answer: Fields } {
    if (!Array.isArray(order_codes)) return refused(400, 'order_codes is required');
    return done(
      order_codes.map((order_code: string) => {
        const order = this.orders.get(order_code);
        const may = order && ['ready_to_pick', 'picking', 'cancel'].includes(order.status);
        if (may) order.status = 'cancel';
        return { order_code, result: Boolean(may), message: may ? 'OK' : 'Đơn hàng không thể hủy' };
      }),
    );
  }

  #detail(order: GhnOrder | undefined, inArray: boolean): { status: number; answer: Fields } {
    if (!order) return refused(400, 'Không tìm thấy đơn hàng');
    const { order_code, status, log, asked } = order;
    const updated_date = log.at(-1)?.updated_date ?? '0001-01-01T00:00:00Z';
    const told = { order_code, status, log, updated_date, client_order_code: asked.client_order_code };
    return done(inArray ? [told] : told);
  }
}

const done = (data: unknown) => ({ status: 200, answer: { code: 200, message: 'Success', data } });
const refused = (status: number, message: string) => ({
  status,
  answer: { code: status, message, data: null, code_message: 'USER_ERR_COMMON' },
});
