import {
  type BulkKind,
  type BulkTerms,
  fail,
  type Moment,
  newId,
  ok,
  plusDays,
  type Result,
  type Tx,
  vietnamDay,
} from '@baunghe/db';
import { orderCode } from '../order-code.ts';

/** Papers and ways that an importing country may ask for. */
export const BULK_NEEDS = ['phytosanitary', 'planting_unit', 'gacc', 'origin', 'cold_chain'] as const;

/** So many requests a day are taken from one number and from one network. */
const MOST_A_DAY = { phone: 5, network: 20 } as const;

/** How far ahead fruit may be asked for. */
const MOST_DAYS_AHEAD = 366;

/** What somebody asks a price for; texts in NFC, phone in E.164. */
export interface NewBulkRequest {
  who: string;
  phone: string;
  taxCode: string | null;
  email: string | null;
  varietyCode: string;
  grade: string | null;
  grams: number;
  wantedOn: Date;
  packing: string | null;
  note: string | null;
  locale: string;
  where:
    | { kind: 'domestic'; provinceCode: string; wardCode: string; street: string }
    | { kind: 'export'; country: string; port: string | null; terms: BulkTerms; needs: readonly string[] };
  /** A mark of the sender's network; null where it is not known. */
  network: string | null;
  /** Of the demo season. */
  demo?: boolean;
}

/** Why a request is not taken. */
export type BulkSendRefusal =
  | { code: 'variety_unknown' }
  | { code: 'ward_unknown' }
  | { code: 'day_out_of_range'; oldest: Date; newest: Date }
  /** As many as a number or a network may send a day were sent. */
  | { code: 'too_many_requests' };

const BULK_LOCK = 6962_0003;

/** Keeps a request for much fruit. Returns its code. */
export async function sendBulkRequest(
  tx: Tx,
  moment: Moment,
  { where, ...asked }: NewBulkRequest,
): Promise<Result<{ requestId: string; code: string }, BulkSendRefusal>> {
  const oldest = vietnamDay(moment.now);
  const newest = plusDays(oldest, MOST_DAYS_AHEAD);
  if (asked.wantedOn < oldest || asked.wantedOn > newest)
    return fail({ code: 'day_out_of_range', oldest, newest });
  const { varietyCode, grade } = asked;
  const sold = { varietyCode, ...(grade === null ? {} : { grade }) };
  if ((await tx.product.count({ where: sold })) === 0) return fail({ code: 'variety_unknown' });
  if (where.kind === 'domestic') {
    const { provinceCode, wardCode: code } = where;
    if ((await tx.ward.count({ where: { provinceCode, code } })) === 0) return fail({ code: 'ward_unknown' });
  }
  if (await sentTooMany(tx, moment.now, asked)) return fail({ code: 'too_many_requests' });
  const requestId = newId('blk', moment);
  const code = `YC${orderCode(moment).slice(2)}`;
  await tx.bulkRequest.create({
    data: { id: requestId, code, ...asked, ...placeOf(where), createdAt: moment.now },
  });
  await tx.bulkStep.create({ data: { requestId, toState: 'received', at: moment.now } });
  return ok({ requestId, code });
}

/** Forgets from which networks the requests of the day before came. Returns how many. */
export async function forgetBulkNetworks(tx: Tx, now: Date): Promise<number> {
  const { count } = await tx.bulkRequest.updateMany({
    where: { network: { not: null }, createdAt: { lt: plusDays(now, -1) } },
    data: { network: null },
  });
  return count;
}

type Placed = { kind: BulkKind; needs?: string[] };

function placeOf(where: NewBulkRequest['where']): Placed {
  return where.kind === 'export' ? { ...where, needs: [...where.needs] } : where;
}

/** Of one number, and of one network, one is counted at a time. */
async function sentTooMany(
  tx: Tx,
  now: Date,
  { phone, network }: Pick<NewBulkRequest, 'phone' | 'network'>,
): Promise<boolean> {
  const marks = [phone, ...(network === null ? [] : [network])].sort();
  for (const mark of marks)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${BULK_LOCK}::int, hashtext(${mark}))`;
  const createdAt = { gt: plusDays(now, -1) };
  const byPhone = await tx.bulkRequest.count({ where: { phone, createdAt } });
  if (byPhone >= MOST_A_DAY.phone) return true;
  if (network === null) return false;
  return (await tx.bulkRequest.count({ where: { network, createdAt } })) >= MOST_A_DAY.network;
}
