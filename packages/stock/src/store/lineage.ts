import type { Tx } from '@baunghe/db';

/** The eventIDs of the sortings that a lot came out of, back to the harvest; none for a lot as it was cut. */
export async function sortingsBehind(tx: Tx, lotId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ eventId: string }[]>`
    WITH RECURSIVE behind AS (
      SELECT "parentId", "gradingId" FROM "graded_lot" WHERE "lotId" = ${lotId}
      UNION ALL
      SELECT g."parentId", g."gradingId" FROM "graded_lot" g JOIN behind b ON g."lotId" = b."parentId"
    )
    SELECT DISTINCT d."eventId" FROM behind b JOIN "grading" d ON d."id" = b."gradingId"`;
  return rows.map(({ eventId }) => eventId);
}

/** The lot and every lot that was sorted from it, whatever the number of steps; ids in their order. */
export async function withLotsSortedFrom(tx: Tx, lotId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE below AS (
      SELECT ${lotId} AS id
      UNION ALL
      SELECT g."lotId" FROM "graded_lot" g JOIN below b ON g."parentId" = b.id
    )
    SELECT id FROM below ORDER BY id`;
  return rows.map(({ id }) => id);
}
