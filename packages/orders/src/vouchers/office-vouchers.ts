import { fail, type Moment, newId, ok, type Result, type Tx, type VoucherKind } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { CODE_LENGTH, codeByChance, typedVoucherCode } from './voucher-code.ts';

/** A voucher as staff make it. */
export interface NewVoucher {
  /** As typed; empty: one by chance. */
  code: string;
  kind: VoucherKind;
  /** Percent, or đồng. */
  worth: number;
  most: Dong | null;
  least: Dong;
  withDelivery: boolean;
  from: Date;
  until: Date | null;
  mostUses: number | null;
  mostPerPhone: number | null;
  varietyCodes: readonly string[];
  productIds: readonly string[];
  note: string | null;
}

/** Why no voucher is made or changed. */
export type VoucherOfficeRefusal =
  | { code: 'voucher_unknown' }
  | { code: 'voucher_code_invalid'; least: number; most: number }
  | { code: 'voucher_code_taken' }
  | { code: 'voucher_percent_invalid' }
  | { code: 'voucher_time_invalid' };

/** Makes a voucher. Returns its code. */
export async function makeVoucher(
  tx: Tx,
  moment: Moment,
  made: NewVoucher,
  byUser: string,
): Promise<Result<{ code: string }, VoucherOfficeRefusal>> {
  const code = typedVoucherCode(made.code) || codeByChance(moment);
  const { least: shortest, most: longest } = CODE_LENGTH;
  if (code.length < shortest || code.length > longest)
    return fail({ code: 'voucher_code_invalid', least: shortest, most: longest });
  if (made.kind === 'percent' && made.worth > 100) return fail({ code: 'voucher_percent_invalid' });
  if (made.until && made.until <= made.from) return fail({ code: 'voucher_time_invalid' });
  if (await tx.voucher.findUnique({ where: { code }, select: { id: true } }))
    return fail({ code: 'voucher_code_taken' });
  const { kind, withDelivery, mostUses, mostPerPhone, note } = made;
  const sums = {
    worth: BigInt(made.worth),
    mostDong: made.most === null ? null : BigInt(made.most),
    leastDong: BigInt(made.least),
  };
  const fruits = [
    ...made.varietyCodes.map((varietyCode) => ({ varietyCode })),
    ...made.productIds.map((productId) => ({ productId })),
  ];
  const id = newId('vou', moment);
  await tx.voucher.create({
    data: {
      ...{ id, code, kind, withDelivery, mostUses, mostPerPhone, note },
      ...sums,
      fromAt: made.from,
      untilAt: made.until,
      createdAt: moment.now,
      createdBy: byUser,
    },
  });
  if (fruits.length > 0)
    await tx.voucherFruit.createMany({ data: fruits.map((fruit) => ({ voucherId: id, ...fruit })) });
  return ok({ code });
}

/** Switches a voucher on or off; orders that use it keep what it took off. */
export async function switchVoucher(
  tx: Tx,
  { voucherId, isOn }: { voucherId: string; isOn: boolean },
): Promise<Result<void, VoucherOfficeRefusal>> {
  const { count } = await tx.voucher.updateMany({ where: { id: voucherId }, data: { isOn } });
  return count === 1 ? ok(undefined) : fail({ code: 'voucher_unknown' });
}

/** A voucher as staff see it. */
export interface VoucherView {
  id: string;
  code: string;
  kind: VoucherKind;
  worth: number;
  most: Dong | null;
  least: Dong;
  withDelivery: boolean;
  from: Date;
  until: Date | null;
  mostUses: number | null;
  mostPerPhone: number | null;
  isOn: boolean;
  used: number;
  /** What it took off orders that go on. */
  taken: Dong;
  note: string | null;
  fruits: { nameVi: string; nameEn: string; nameZh: string | null }[];
}

/** All vouchers, newest first. */
export async function vouchers(tx: Tx): Promise<VoucherView[]> {
  const name = { select: { nameVi: true, nameEn: true, nameZh: true } } as const;
  const found = await tx.voucher.findMany({
    orderBy: { id: 'desc' },
    take: 500,
    include: { fruits: { include: { variety: name, product: name } } },
  });
  const taken = await tx.$queryRaw<{ id: string; taken: bigint }[]>`
    SELECT u."voucherId" AS id, sum(coalesce(o."finalDiscountDong", o."discountDong"))::bigint AS taken
    FROM "voucher_use" u JOIN "order" o ON o."id" = u."orderId" WHERE o."state" <> 'cancelled' GROUP BY 1`;
  const takenBy = new Map(taken.map((row) => [row.id, row.taken]));
  return found.map(({ worth, mostDong, leastDong, fromAt, untilAt, fruits, ...voucher }) => ({
    ...voucher,
    worth: Number(worth),
    most: mostDong === null ? null : dong(mostDong),
    least: dong(leastDong),
    from: fromAt,
    until: untilAt,
    taken: dong(takenBy.get(voucher.id) ?? 0n),
    fruits: fruits.flatMap(({ variety, product }) => variety ?? product ?? []),
  }));
}
