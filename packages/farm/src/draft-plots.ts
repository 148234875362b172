import { type Moment, newId, type Tx } from '@baunghe/db';

const LOCK = 6962_0188;

/** Land of a new member as they told of it. */
export interface ToldLand {
  crop: string;
  areaM2: number;
  place: string;
}

/**
 * Keeps land that nobody has surveyed yet: plots without outline and trees, from which nothing can be harvested until
 * somebody goes there and enters both. They get the next free codes after T.
 */
export async function draftPlots(
  tx: Tx,
  moment: Moment,
  memberId: string,
  land: readonly ToldLand[],
): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::int, 1)`;
  const [found] = await tx.$queryRaw<{ last: number }[]>`
    SELECT coalesce(max(substr("code", 2)::int), 0) AS last FROM "plot" WHERE "code" ~ '^T[0-9]{1,6}$'`;
  const last = found?.last ?? 0;
  await tx.plot.createMany({
    data: land.map(({ crop, areaM2, place }, at) => ({
      id: newId('plo', moment),
      code: `T${String(last + 1 + at).padStart(2, '0')}`,
      name: `${place}, ${crop}`.slice(0, 80),
      ...{ memberId, areaM2, outline: [] },
    })),
  });
}
