import {
  type Carrier,
  type CarrierErrand,
  findWardAt,
  keepWardCalled,
  noteBooked,
  noteCancelled,
  noteCarrierRefusal,
  noteStops,
  type Parcel,
  parcelOf,
  takeCarrierErrands,
  wardCalled,
  wardOf,
  wardsOfProvince,
} from '@baunghe/orders';
import type { ApiContext } from './context.ts';
import { tellBuyer } from './tell-buyer.ts';

const AT_ONCE = 20;

type Parts = Pick<ApiContext, 'database' | 'moment' | 'written' | 'settings'>;

/**
 * Asks a carrier what is due, after the transactions that wanted it: to take parcels on, to let go of them, and where they
 * are. Each is asked under a code of its own, so that a server killed between asking and writing down asks again and
 * nothing is sent twice. Returns how many it asked.
 */
export async function runCarrierErrands(parts: Parts, carrier: Carrier): Promise<number> {
  const { database, moment } = parts;
  const errands = await database.$transaction((tx) => takeCarrierErrands(tx, moment(), carrier.key, AT_ONCE));
  for (const errand of errands) await run(parts, carrier, errand);
  if (errands.length > 0) parts.written();
  return errands.length;
}

function run(parts: Parts, carrier: Carrier, errand: CarrierErrand): Promise<void> {
  switch (errand.state) {
    case 'wanted':
      return book(parts, carrier, errand);
    case 'unwanted':
      return letGo(parts, carrier, errand);
    default:
      return ask(parts, carrier, errand);
  }
}

async function book({ database, moment }: Parts, carrier: Carrier, errand: CarrierErrand): Promise<void> {
  const { consignmentId, orderId, clientCode } = errand;
  const parcel = await parcelOf(database, orderId, clientCode);
  const called = await wardAt({ database, moment }, carrier, orderId, parcel.to);
  const to = called.ok && called.value ? { ward: called.value.name, province: called.value.province } : {};
  const answer = called.ok ? await carrier.book({ ...parcel, to: { ...parcel.to, ...to } }) : called;
  await database.$transaction((tx) =>
    answer.ok
      ? noteBooked(tx, moment(), consignmentId, answer.value)
      : noteCarrierRefusal(tx, consignmentId, answer.error),
  );
}

/** What the carrier calls the ward: as it is kept, or by its own list, of which it is kept then. */
async function wardAt(
  { database, moment }: Pick<Parts, 'database' | 'moment'>,
  carrier: Carrier,
  orderId: string,
  to: Parcel['to'],
): ReturnType<typeof findWardAt> {
  const codes = await wardOf(database, orderId);
  const kept = await wardCalled(database, carrier.key, codes);
  if (kept) return { ok: true, value: kept };
  const found = await findWardAt(carrier, to, await wardsOfProvince(database, codes.provinceCode));
  if (found.ok && found.value) {
    const called = { carrier: carrier.key, byUser: null, ...codes, ...found.value };
    await database.$transaction((tx) => keepWardCalled(tx, moment(), called));
  }
  return found;
}

/** What may have been taken on without our hearing of it is looked for first. */
async function letGo({ database }: Parts, carrier: Carrier, errand: CarrierErrand): Promise<void> {
  const { consignmentId, clientCode } = errand;
  const found = errand.tracking === null ? await carrier.find(clientCode) : null;
  const tracking = found?.ok ? found.value : errand.tracking;
  const answer = found && !found.ok ? found : tracking === null ? null : await carrier.cancel(tracking);
  await database.$transaction((tx) =>
    answer === null || answer.ok
      ? noteCancelled(tx, consignmentId)
      : noteCarrierRefusal(tx, consignmentId, answer.error),
  );
}

async function ask(
  { database, moment, settings }: Parts,
  carrier: Carrier,
  { consignmentId, tracking }: CarrierErrand,
): Promise<void> {
  const stops = await carrier.stops(tracking ?? '');
  await database.$transaction(async (tx) => {
    if (!stops.ok) return noteCarrierRefusal(tx, consignmentId, stops.error);
    const by = { gln: settings.gln, gs1Prefix: settings.gs1Prefix, carrier };
    const { orderId, ...became } = await noteStops(tx, moment(), by, consignmentId, stops.value);
    if (became.shipped) await tellBuyer(tx, moment(), settings, { orderId, kind: 'order_shipped' });
    if (became.delivered) await tellBuyer(tx, moment(), settings, { orderId, kind: 'order_delivered' });
  });
}
