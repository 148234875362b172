import { fail, type Moment, newId, ok, type Result, type Tx, vietnamDay } from '@baunghe/db';
import type { Vat } from './vat-of-order.ts';

/** How something is treated for VAT from a day on, and on what ground. */
export interface VatRule extends Vat {
  id: string;
  fromDay: Date;
  why: string;
}

/** What may be sold, with its rules, the newest day first; `productId` null: delivery. */
export interface VatOfProduct {
  productId: string | null;
  name: { nameVi: string; nameEn: string; nameZh: string | null } | null;
  /** The rule of today; null: none was written down, so it is not subject to VAT. */
  now: VatRule | null;
  rules: VatRule[];
}

/** Why a rule is not written down. */
export type VatRuleRefusal =
  | { code: 'product_unknown' }
  | { code: 'vat_day_past'; today: Date }
  | { code: 'vat_day_taken' };

/** Every product, and delivery last, with how it is treated. */
export async function vatOfProducts(tx: Tx, now: Date): Promise<VatOfProduct[]> {
  const today = vietnamDay(now);
  const [products, rules] = await Promise.all([
    tx.product.findMany({ orderBy: [{ sort: 'asc' }, { id: 'asc' }] }),
    tx.vatRule.findMany({ orderBy: { fromDay: 'desc' } }),
  ]);
  const of = (productId: string | null) => {
    const own = rules
      .filter((rule) => rule.productId === productId)
      .map(({ id, fromDay, kind, rate, why }) => ({ id, fromDay, kind, rate, why }));
    return { productId, rules: own, now: own.find(({ fromDay }) => fromDay <= today) ?? null };
  };
  const named = products.map(({ id, nameVi, nameEn, nameZh }) => ({
    ...of(id),
    name: { nameVi, nameEn, nameZh },
  }));
  return [...named, { ...of(null), name: null }];
}

/** Writes down how a product, or delivery, is treated from a day on: today at the earliest, since orders keep theirs. */
export async function addVatRule(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  { productId, fromDay, kind, rate, why }: Omit<VatRule, 'id'> & { productId: string | null },
): Promise<Result<{ id: string }, VatRuleRefusal>> {
  const today = vietnamDay(moment.now);
  if (fromDay < today) return fail({ code: 'vat_day_past', today });
  if (productId !== null && !(await tx.product.findUnique({ where: { id: productId } }))) {
    return fail({ code: 'product_unknown' });
  }
  // Two who write one day's rule at once: the database has the last word.
  const taken = await tx.vatRule.findFirst({ where: { productId, fromDay }, select: { id: true } });
  if (taken) return fail({ code: 'vat_day_taken' });
  const id = newId('vat', moment);
  const rule = { id, productId, fromDay, kind, rate: kind === 'rate' ? rate : 0, why };
  await tx.vatRule.create({ data: { ...rule, at: moment.now, byUser: by.userId } });
  return ok({ id });
}
