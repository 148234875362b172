import { type Dong, dong } from '@baunghe/money';
import type { OrderChanged } from '@baunghe/orders';
import { doer, type Happening, type Source } from './happening.ts';

type Value = string | number | null;
type Names = { nameVi: string; nameEn: string; nameZh: string | null };

type Change = Happening & {
  is: 'change';
  kind: OrderChanged['kind'];
  why: string | null;
  totalBefore: Dong;
  totalAfter: Dong;
  /** What is not as it was: which field, or which product, with what stood there and what stands there now. */
  parts: { field: string; product: Names | null; before: Value; after: Value }[];
};

/** What was changed before packing: what stood there and what stands there now. */
export const changes: Source<Change> = async (database, { id }) => {
  const rows = await database.orderChange.findMany({ where: { orderId: id }, orderBy: { id: 'asc' } });
  if (rows.length === 0) return [];
  const product = { select: { nameVi: true, nameEn: true, nameZh: true } };
  const lines = await database.orderLine.findMany({
    where: { orderId: id },
    select: { id: true, product },
  });
  const products = new Map(lines.map((line) => [line.id, line.product]));
  const told = (row: (typeof rows)[number]) => {
    const [before, after] = [row.before, row.after] as Record<string, Value>[];
    const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
    const parts = fields.map((field) => ({
      ...{ field, product: products.get(field) ?? null },
      ...{ before: before?.[field] ?? null, after: after?.[field] ?? null },
    }));
    return parts.filter((part) => part.before !== part.after);
  };
  const placed = await placesNamed(database, rows);
  return rows.map((row) => ({
    ...{ id: `change:${row.id}`, is: 'change', at: row.at, by: doer(row.byUser, 'buyer'), page: null },
    ...{ kind: row.kind, why: row.why, parts: told(row).map(placed) },
    ...{ totalBefore: dong(row.totalBefore), totalAfter: dong(row.totalAfter) },
  }));
};

/** Names of provinces and wards instead of their codes. */
async function placesNamed(
  database: Parameters<typeof changes>[0],
  rows: readonly { before: unknown; after: unknown }[],
) {
  const told = rows.flatMap(({ before, after }) => [before, after]) as Record<string, Value>[];
  const codes = (field: string) => [
    ...new Set(told.map((each) => each[field]).filter((code) => typeof code === 'string')),
  ];
  const [provinces, wards] = [codes('provinceCode'), codes('wardCode')];
  const found = [
    ...(provinces.length > 0 ? await database.province.findMany({ where: { code: { in: provinces } } }) : []),
    ...(wards.length > 0 ? await database.ward.findMany({ where: { code: { in: wards } } }) : []),
  ];
  const names = new Map(found.map(({ code, nameVi }) => [code, nameVi]));
  return (part: Change['parts'][number]) => {
    if (part.field !== 'provinceCode' && part.field !== 'wardCode') return part;
    const named = (value: Value) => (typeof value === 'string' ? (names.get(value) ?? value) : value);
    return { ...part, before: named(part.before), after: named(part.after) };
  };
}
