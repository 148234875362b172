import type { LoaderFunctionArgs } from '@remix-run/node';
import { vietnamDayText } from '~/format';
import { asked } from '~/office/gate-answers.server';

/** The order at the table (`?order=`, else the first in line), the queue behind it and the last boxes packed. */
export async function atTheTable({ request, context }: LoaderFunctionArgs) {
  const { packing, officeOrders } = context.api;
  const [queue, last] = await asked(request, Promise.all([packing.queue(), packing.lastBoxes()]));
  const { searchParams } = new URL(request.url);
  const code = searchParams.get('order') ?? queue.toPack[0]?.code ?? '';
  const found = code ? await asked(request, officeOrders.one({ code })) : null;
  const order = found?.ok ? found.value : null;
  const lot = searchParams.get('lot');
  const crate =
    lot && order?.state === 'placed'
      ? await asked(request, packing.crate({ orderId: order.id, batch: lot }))
      : null;
  return {
    order,
    unknown: found?.ok === false,
    lotAsked: lot,
    crate: crate?.ok ? crate.value : null,
    queue: queue.toPack,
    last,
    today: vietnamDayText(new Date()),
    key: crypto.randomUUID(),
    packed: searchParams.get('packed'),
    of: searchParams.get('of'),
    undone: searchParams.get('undone'),
  };
}
