import type { Parcel } from './carrier.ts';

/** The most that one order of GHN's may weigh, in grams. */
export const GHN_MOST_GRAMS = 50_000;
/** The most that GHN collects on delivery, in đồng. */
export const GHN_MOST_COLLECT = 50_000_000;
/** From this weight on a parcel is heavy goods, whose pieces are each told. */
const HEAVY_GRAMS = 20_000;
const LIGHT = 2;
const HEAVY = 5;
/** The sender pays GHN: what buyers pay for delivery is in their order's sum. */
const SENDER_PAYS = 1;
/** About how roomy packed fruit is, in cubic centimetres a gram: a box of 10 kg is some 29 cm each way. */
const CM3_A_GRAM = 2.5;
const MOST_NOTE = 300;

/**
 * A parcel as GHN's "Create order" takes it (API v2): addresses of two levels, `is_new_to_address`, since 1 July 2025;
 * the sender is the shop that the ShopId names.
 */
export function ghnOrder({ clientCode, to, pieces, collect, note }: Parcel) {
  const weight = pieces.reduce((grams, piece) => grams + piece.grams, 0);
  return {
    client_order_code: clientCode,
    payment_type_id: SENDER_PAYS,
    required_note: 'CHOXEMHANGKHONGTHU',
    ...(note ? { note: note.slice(0, MOST_NOTE) } : {}),
    to_name: to.name,
    to_phone: nationalPhone(to.phone),
    to_address: to.street,
    to_ward_name: to.ward,
    to_province_name: to.province,
    is_new_to_address: true,
    cod_amount: collect,
    content: [...new Set(pieces.map(({ name }) => name))].join(', ').slice(0, 2000),
    service_type_id: weight >= HEAVY_GRAMS ? HEAVY : LIGHT,
    weight,
    ...sidesOf(weight),
    items: pieces.map(({ name, grams }) => ({ name, quantity: 1, weight: grams, ...sidesOf(grams) })),
  };
}

function sidesOf(grams: number): { length: number; width: number; height: number } {
  const side = Math.max(1, Math.ceil(Math.cbrt(grams * CM3_A_GRAM)));
  return { length: side, width: side, height: side };
}

/** As numbers are written inside Vietnam. */
const nationalPhone = (e164: string): string => e164.replace(/^\+84/, '0');
