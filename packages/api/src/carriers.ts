import { fail, ok, type Result, type Tx } from '@baunghe/db';
import {
  byHand,
  type Carrier,
  type CarrierKey,
  carrierEventsOfOrder,
  cashOfOrder,
  consignmentsOfOrder,
  handoverPhoto,
  handoverPhotosOf,
  keepWardCalled,
  lookedAtConsignment,
  type NewsRefusal,
  parcelOf,
  ringConsignment,
  trackingLink,
  unwantConsignment,
  type WardCalled,
  wantConsignment,
  wardCalled,
  wardOf,
  wardToldAt,
} from '@baunghe/orders';
import { z } from 'zod';
import { carrierCash } from './carrier-cash.ts';
import { id, line, onOneLine } from './fields.ts';
import { openOwn, ownOrder } from './own-order.ts';
import { anyone, only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

/** The most that a call of a carrier may hold, in characters. */
export const MOST_CARRIER_NEWS = 65_536;

const staff = only('packer', 'manager');
const reader = only('packer', 'manager', 'accountant');

const consignment = writeKey.extend({ consignmentId: id });

/** Giving parcels to carriers that are spoken to, and what these tell; by hand an order always leaves. */
export const carriersRouter = router({
  /** The carriers to choose from: by hand always, the others while they are set up. */
  offered: reader.query(({ ctx }): { key: CarrierKey; name: string; hears: boolean }[] => {
    const spokenTo = ctx.carrier ? [ctx.carrier] : [];
    return [byHand, ...spokenTo].map(({ key, name }) => ({
      ...{ key, name },
      hears: key === 'by_hand' || ctx.settings.carrierCalls === true,
    }));
  }),

  ofOrder: reader.input(z.object({ orderId: id })).query(async ({ ctx, input: { orderId } }) => {
    const consignments = await consignmentsOfOrder(ctx.database, orderId);
    return {
      consignments,
      events: await carrierEventsOfOrder(ctx.database, orderId),
      photos: await handoverPhotosOf(ctx.database, orderId),
      cash: await cashOfOrder(ctx.database, orderId),
      ward: ctx.carrier && consignments[0] ? await calledHere(ctx.database, ctx.carrier, orderId) : null,
      wardTold: consignments[0] ? await toldOf(ctx.database, orderId, consignments[0]) : null,
    };
  }),

  /** Wants an order taken by the carrier that is set up; it is asked once this is kept. */
  want: staff.input(writeKey.extend({ orderId: id })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'carriers.want', input, async (tx) => {
      const { carrier } = ctx;
      if (!carrier) return fail({ code: 'carrier_not_set_up' });
      const wanted = await wantConsignment(tx, ctx.moment(), ctx.person, input.orderId, carrier);
      return wanted.ok ? ok(null) : wanted;
    }),
  ),

  /** Takes an order back from its carrier, or asks it to once more. */
  unwant: staff
    .input(consignment)
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'carriers.unwant', input, (tx) =>
        unwantConsignment(tx, ctx.moment(), input.consignmentId),
      ),
    ),

  /** What a carrier's own list has for the province of an order that it knows no ward for. */
  wardsFor: staff.input(z.object({ orderId: id })).query(async ({ ctx, input: { orderId } }) => {
    const { carrier } = ctx;
    if (!carrier) return fail({ code: 'carrier_not_set_up' });
    const list = await listedFor(ctx.database, carrier, orderId);
    if (!list.ok) return list;
    const { to, wards } = list.value;
    const called = (await calledHere(ctx.database, carrier, orderId))?.name ?? null;
    const names = wards.map(({ name }) => name);
    return ok({ ward: to.ward, province: to.province, names, called });
  }),

  /** Says which ward of the carrier's list an order's is, kept for next time, and wants the order taken again. */
  nameWard: staff
    .input(writeKey.extend({ orderId: id, name: line(100, 'ward_missing') }))
    .mutation(async ({ ctx, input }) => {
      const { carrier } = ctx;
      if (!carrier) return fail({ code: 'carrier_not_set_up' });
      const list = await listedFor(ctx.database, carrier, input.orderId);
      if (!list.ok) return list;
      const { province, wards } = list.value;
      // A carrier's name may hold blanks or letters that a form does not send as they are.
      const ward = wards.find(({ name }) => onOneLine(name) === input.name);
      if (!ward) return fail({ code: 'ward_not_listed' });
      return writeOnce(ctx, 'carriers.nameWard', input, async (tx) => {
        const byUser = ctx.person.userId;
        const called = { carrier: carrier.key, byUser, name: ward.name, province };
        await keepWardCalled(tx, ctx.moment(), { ...(await wardOf(tx, input.orderId)), ...called });
        const wanted = await wantConsignment(tx, ctx.moment(), ctx.person, input.orderId, carrier);
        return wanted.ok ? ok(null) : wanted;
      });
    }),

  ...carrierCash,

  lookedAt: staff
    .input(consignment)
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'carriers.lookedAt', input, (tx) => lookedAtConsignment(tx, input.consignmentId)),
    ),

  /**
   * What a carrier calls about. Its calls carry no signature, so one is a bell: the secret of its address and both codes
   * must be right, and then the carrier itself is asked.
   */
  told: anyone
    .input(z.object({ secret: z.string().max(200), body: z.string().max(MOST_CARRIER_NEWS) }))
    .mutation(
      async ({ ctx, input }): Promise<Result<'noted' | 'ignored', NewsRefusal | { code: 'not_set_up' }>> => {
        const { carrier } = ctx;
        if (!carrier || !ctx.settings.carrierCalls) return fail({ code: 'not_set_up' });
        const read = carrier.readNews(input);
        if (!read.ok) return read;
        const news = read.value;
        if (news === null) return ok('ignored');
        const rung = await ctx.database.$transaction((tx) =>
          ringConsignment(tx, ctx.moment(), carrier.key, news),
        );
        return ok(rung ? 'noted' : 'ignored');
      },
    ),

  photo: reader.input(z.object({ photoId: id })).query(async ({ ctx, input }) => {
    const bytes = await handoverPhoto(ctx.database, input.photoId, null);
    return bytes ? ok({ bytes }) : fail({ code: 'photo_unknown' });
  }),

  /** A photo of the buyer's own door, for who has the key of the order. */
  ownPhoto: anyone.input(ownOrder.extend({ photoId: id })).query(async ({ ctx, input }) => {
    const own = await openOwn(ctx, input);
    const bytes = own.ok ? await handoverPhoto(ctx.database, input.photoId, own.value.orderId) : null;
    return bytes ? ok({ bytes }) : fail({ code: 'photo_unknown' });
  }),

  /** Where the buyer's own order is, as its carrier tells, for who has its key. */
  ownWay: anyone.input(ownOrder).query(async ({ ctx, input }) => {
    const own = await openOwn(ctx, input);
    if (!own.ok) return own;
    const { orderId } = own.value;
    const shipment = await ctx.database.shipment.findUnique({ where: { orderId } });
    const events = await carrierEventsOfOrder(ctx.database, orderId);
    const photos = await handoverPhotosOf(ctx.database, orderId);
    return ok({
      link: shipment && trackingLink(shipment.carrier, shipment.tracking),
      stops: events
        .filter(({ tracking }) => shipment !== null && tracking === shipment.tracking)
        .map(({ state, at }) => ({ state, at })),
      photos: photos.filter(({ to }) => to === 'buyer').map(({ id: photoId, at }) => ({ photoId, at })),
    });
  }),
});

/** What the carrier calls the ward of an order, as it was found or said; null: nobody knows yet. */
const calledHere = async (tx: Tx, carrier: Carrier, orderId: string): Promise<WardCalled | null> =>
  wardCalled(tx, carrier.key, await wardOf(tx, orderId));

/** What the carrier of a parcel was told as its ward; null: our own name. */
const toldOf = async (tx: Tx, orderId: string, { carrier, wantedAt }: { carrier: string; wantedAt: Date }) =>
  wardToldAt(tx, carrier, await wardOf(tx, orderId), wantedAt);

/** Where an order goes, and the wards of a carrier's own list for its province. */
async function listedFor(tx: Tx, carrier: Carrier, orderId: string) {
  const order = await tx.order.findUnique({ where: { id: orderId }, select: { id: true } });
  if (!order) return fail({ code: 'order_unknown' } as const);
  const { to } = await parcelOf(tx, orderId, '');
  const list = await carrier.wards(to.province);
  if (!list.ok || list.value === null) return fail({ code: 'ward_list_away' } as const);
  return ok({ to, ...list.value });
}
