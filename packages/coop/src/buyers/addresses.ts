import { fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';

/** Where fruit may be sent, as its buyer keeps it. */
export interface KeptAddress {
  id: string;
  name: string;
  province: { code: string; nameVi: string; nameEn: string };
  ward: { code: string; nameVi: string; nameEn: string };
  street: string;
  note: string | null;
  isDefault: boolean;
}

/** An address as it is written down. */
export interface AddressToKeep {
  name: string;
  provinceCode: string;
  wardCode: string;
  street: string;
  note: string | null;
  isDefault: boolean;
}

/** Why an address is not kept. */
export type AddressRefusal =
  | { code: 'ward_unknown' }
  | { code: 'address_unknown' }
  | { code: 'enough_addresses' };

/** A buyer's addresses, the default first. */
export async function keptAddresses(tx: Tx, buyerId: string): Promise<KeptAddress[]> {
  const rows = await tx.buyerAddress.findMany({
    where: { buyerId },
    orderBy: [{ isDefault: 'desc' }, { createdAt: 'asc' }],
  });
  const wards = await tx.ward.findMany({
    where: { code: { in: rows.map(({ wardCode }) => wardCode) } },
    include: { province: true },
  });
  const wardOf = new Map(wards.map((ward) => [ward.code, ward]));
  return rows.flatMap(({ id, name, wardCode, street, note, isDefault }) => {
    const ward = wardOf.get(wardCode);
    if (!ward) return [];
    const place = ({ code, nameVi, nameEn }: KeptAddress['ward']) => ({ code, nameVi, nameEn });
    return [{ id, name, province: place(ward.province), ward: place(ward), street, note, isDefault }];
  });
}

/** Writes an address down, or writes it anew where `id` names one of the buyer's. The first is the default. */
export async function keepAddress(
  tx: Tx,
  moment: Moment,
  buyerId: string,
  { id, ...address }: AddressToKeep & { id: string | null },
): Promise<Result<{ id: string }, AddressRefusal>> {
  await tx.$queryRaw`SELECT FROM "buyer" WHERE "id" = ${buyerId} FOR NO KEY UPDATE`;
  const others = await tx.buyerAddress.findMany({ where: { buyerId } });
  const before = others.find((other) => other.id === id);
  if (id !== null && !before) return fail({ code: 'address_unknown' });
  if (!before && others.length >= 10) return fail({ code: 'enough_addresses' });
  const { name, provinceCode, wardCode, street, note } = address;
  if ((await tx.ward.count({ where: { provinceCode, code: wardCode } })) === 0)
    return fail({ code: 'ward_unknown' });
  const isDefault = address.isDefault || before?.isDefault || others.length === 0;
  if (isDefault) await tx.buyerAddress.updateMany({ where: { buyerId }, data: { isDefault: false } });
  const data = { name, provinceCode, wardCode, street, note, isDefault };
  if (before) await tx.buyerAddress.update({ where: { id: before.id }, data });
  const kept = before ?? (await tx.buyerAddress.create({ data: { ...made(moment, buyerId), ...data } }));
  return ok({ id: kept.id });
}

/** Strikes an address out; where it was the default, the oldest of the others is from now on. */
export async function dropAddress(tx: Tx, buyerId: string, id: string): Promise<void> {
  const gone = await tx.buyerAddress.findFirst({ where: { id, buyerId } });
  if (!gone) return;
  await tx.buyerAddress.delete({ where: { id } });
  const next = gone.isDefault
    ? await tx.buyerAddress.findFirst({ where: { buyerId }, orderBy: { createdAt: 'asc' } })
    : null;
  if (next) await tx.buyerAddress.update({ where: { id: next.id }, data: { isDefault: true } });
}

function made(moment: Moment, buyerId: string) {
  return { id: newId('adr', moment), buyerId, createdAt: moment.now };
}
