import { Prisma, type Tx } from '@baunghe/db';

/** What wants to be done with an order, what is most pressing first. */
export const TO_DO = ['late', 'carrier', 'pack', 'transfer', 'claim', 'owed'] as const;
export type ToDo = (typeof TO_DO)[number];

/** Nobody waits for its money: it is paid on delivery, a card keeps it, or it came in. */
const MAY_BE_PACKED = Prisma.sql`NOT EXISTS (SELECT FROM "payment" p
  WHERE p."orderId" = o."id" AND p."state" = 'awaiting' AND p."method" <> 'cod'
    AND NOT EXISTS (SELECT FROM "card_payment" c WHERE c."paymentId" = p."id" AND c."state" = 'authorised'))`;

/** What an order `o` is that wants this; `today` is the day in Vietnam. */
export function toDoIs(todo: ToDo, today: Date): Prisma.Sql {
  switch (todo) {
    case 'late':
      return Prisma.sql`o."state" IN ('placed', 'packed') AND o."leaveOn" < ${today}::date`;
    case 'pack':
      return Prisma.sql`o."state" = 'placed' AND (o."leaveOn" IS NULL OR o."leaveOn" <= ${today}::date)
        AND ${MAY_BE_PACKED}`;
    case 'transfer':
      return Prisma.sql`o."state" IN ('preordered', 'placed') AND o."method" = 'vietqr' AND EXISTS (
        SELECT FROM "payment" p WHERE p."orderId" = o."id" AND p."state" = 'awaiting')`;
    case 'claim':
      return Prisma.sql`o."id" IN (SELECT c."orderId" FROM "claim" c
        WHERE NOT EXISTS (SELECT FROM "claim_answer" a WHERE a."claimId" = c."id"))`;
    case 'carrier':
      return Prisma.sql`o."id" IN (SELECT c."orderId" FROM "consignment" c WHERE c."wantsStaff")`;
    case 'owed':
      return Prisma.sql`o."id" IN (SELECT p."orderId" FROM "refund" r JOIN "payment" p ON p."id" = r."paymentId"
        WHERE r."state" = 'due')`;
  }
}

/** How many orders want what. */
export async function countToDo(tx: Tx, today: Date): Promise<Record<ToDo, number>> {
  const each = TO_DO.map(
    (todo) => Prisma.sql`(SELECT count(*)::int FROM "order" o WHERE ${toDoIs(todo, today)})`,
  );
  const [counts] = await tx.$queryRaw<{ counts: number[] }[]>`SELECT ARRAY[${Prisma.join(each)}] AS counts`;
  const of = (todo: ToDo) => counts?.counts[TO_DO.indexOf(todo)] ?? 0;
  return {
    late: of('late'),
    carrier: of('carrier'),
    pack: of('pack'),
    transfer: of('transfer'),
    claim: of('claim'),
    owed: of('owed'),
  };
}
