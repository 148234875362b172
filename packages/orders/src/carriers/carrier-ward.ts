import { fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import type { Carrier, CarrierKey, CarrierRefusal, Parcel } from './carrier.ts';
import { placeMeant } from './same-place.ts';

/** A ward of ours, by its codes. */
export interface WardCodes {
  provinceCode: string;
  wardCode: string;
}

/** What a carrier calls a ward of ours. */
export interface WardCalled {
  name: string;
  province: string;
}

/** What a carrier calls a ward, as it was found or said last; null: nobody knows yet. */
export async function wardCalled(
  tx: Tx,
  carrier: CarrierKey,
  { provinceCode, wardCode }: WardCodes,
): Promise<WardCalled | null> {
  const kept = await tx.carrierWard.findFirst({
    where: { carrier, provinceCode, wardCode },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  return kept && { name: kept.name, province: kept.provinceName };
}

/** What a carrier was told of a ward with a parcel that was wanted at an instant: as it was kept then, or found first. */
export async function wardToldAt(
  tx: Tx,
  carrier: string,
  { provinceCode, wardCode }: WardCodes,
  wantedAt: Date,
): Promise<string | null> {
  const where = { carrier, provinceCode, wardCode };
  const before = { ...where, at: { lte: wantedAt } };
  const kept =
    (await tx.carrierWard.findFirst({ where: before, orderBy: [{ at: 'desc' }, { id: 'desc' }] })) ??
    (await tx.carrierWard.findFirst({ where, orderBy: [{ at: 'asc' }, { id: 'asc' }] }));
  return kept?.name ?? null;
}

/** The names of all wards of a province. */
export async function wardsOfProvince(tx: Tx, provinceCode: string): Promise<string[]> {
  const wards = await tx.ward.findMany({ where: { provinceCode }, select: { nameVi: true } });
  return wards.map(({ nameVi }) => nameVi);
}

/** Keeps what a carrier calls a ward. */
export async function keepWardCalled(
  tx: Tx,
  moment: Moment,
  { carrier, byUser, ...kept }: WardCodes & WardCalled & { carrier: CarrierKey; byUser: string | null },
): Promise<void> {
  const { provinceCode, wardCode, name, province } = kept;
  const where = { provinceCode, wardCode, name, provinceName: province };
  await tx.carrierWard.create({
    data: { id: newId('cwd', moment), carrier, ...where, at: moment.now, byUser },
  });
}

/**
 * What a carrier's own list calls the ward that a parcel goes to. Null where it keeps no list, and our own name is all
 * there is; refused where its list has none or several that are like ours. `ours`: all wards of the province.
 */
export async function findWardAt(
  carrier: Carrier,
  { ward, province }: Parcel['to'],
  ours: readonly string[],
): Promise<Result<WardCalled | null, CarrierRefusal>> {
  const list = await carrier.wards(province);
  if (!list.ok || list.value === null) return list.ok ? ok(null) : list;
  const meant = placeMeant(list.value.wards, ward, ours);
  if (meant) return ok({ name: meant.name, province: list.value.province });
  return fail({ code: 'ward_unknown', why: `${ward}, ${province}` });
}
