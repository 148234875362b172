import type { ApiOutputs } from '@baunghe/api';
import { Form, Link } from '@remix-run/react';
import { Badge, type BadgeTone } from '~/components/badge';
import { Button, LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { Sign, type SignName } from '~/components/sign';
import { formatDong, formatInstant } from '~/format';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { ownPath } from '../after/own-path';
import { unitsWords } from '../units';

type Own = ApiOutputs['buyers']['orders'][number];

const STATE: Record<Own['state'], { words: () => string; tone: BadgeTone; sign: SignName }> = {
  preordered: { words: m.preorders_state, tone: 'plain', sign: 'clock' },
  placed: { words: m.order_stop_placed, tone: 'plain', sign: 'clock' },
  packed: { words: m.order_stop_packed, tone: 'done', sign: 'box' },
  shipped: { words: m.order_stop_shipped, tone: 'done', sign: 'truck' },
  delivered: { words: m.order_stop_delivered, tone: 'done', sign: 'check' },
  cancelled: { words: m.order_stop_cancelled, tone: 'care', sign: 'cross' },
};
const AGAIN: readonly Own['state'][] = ['shipped', 'delivered', 'cancelled'];

function OwnOrder({ order }: { order: Own }) {
  const href = useHref();
  const locale = useLocale();
  const page = href(ownPath(order.code, order.orderKey));
  const { words, tone, sign } = STATE[order.state];
  const lines = order.lines.map(
    ({ product, quantity }) =>
      `${nameIn(product, locale)} × ${unitsWords(quantity, product.saleUnit, locale)}`,
  );
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
      <div className="min-w-0 grow basis-64">
        <p className="flex flex-wrap items-center gap-x-3">
          <Link
            to={page}
            className="inline-flex min-h-11 items-center text-18 font-extrabold underline underline-offset-4"
          >
            {order.code}
          </Link>
          <Badge tone={tone} sign={sign}>
            {words()}
          </Badge>
        </p>
        <p className="text-14 text-muted">
          {formatInstant(order.placedAt, locale)} · {formatDong(order.total, locale)}
        </p>
        <p className="wrap-anywhere">{lines.join(', ')}</p>
      </div>
      {AGAIN.includes(order.state) && !order.replacement ? (
        <Form method="post" action={page}>
          <Button kind="quiet" aria-label={m.account_again_of({ code: order.code })}>
            <Sign name="cart" />
            {m.account_again()}
          </Button>
        </Form>
      ) : null}
    </li>
  );
}

/** The orders of the proved number, the newest first; what is over can be bought again at once. */
export function OwnOrders({ orders }: { orders: readonly Own[] }) {
  const href = useHref();
  if (orders.length === 0)
    return (
      <EmptyState sign="receipt" title={m.account_orders_none()} text={m.account_orders_none_text()}>
        <LinkButton to={href('/products')}>{m.shop_home_see_fruit()}</LinkButton>
      </EmptyState>
    );
  return (
    <ul className="divide-y divide-line">
      {orders.map((order) => (
        <OwnOrder key={order.code} order={order} />
      ))}
    </ul>
  );
}
