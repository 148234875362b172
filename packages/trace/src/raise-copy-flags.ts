import { type CopyFlagKind, fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { copyFlags, WAY_DAYS, type WayOfBox } from './copy-flags.ts';
import type { ScannedBox } from './count-scan.ts';

/** A warning about a box's code that no manager has settled. */
export interface OpenFlag {
  id: string;
  kind: CopyFlagKind;
  /** The hour in which it was first seen. */
  since: Date;
  places: number;
  scans: number;
}

const DAY_MS = 86_400_000;
/** What came before was judged when it came. */
const LOOKED_BACK_DAYS = 2;
const MOST_LOOKED_AT = 5000;

/**
 * Judges a box by what was seen of it and raises what is new: one flag of a kind at a time, and after a settled one
 * only by what was seen in later hours. Returns how many were raised.
 */
export async function raiseCopyFlags(
  tx: Tx,
  moment: Moment,
  code: ScannedBox,
  way: WayOfBox,
): Promise<number> {
  const before = await tx.copyFlag.findMany({
    where: code,
    include: { looks: { where: { settled: true }, take: 1, orderBy: { id: 'asc' } } },
  });
  const sightings = await sightingsOf(tx, moment, code, way);
  const kinds: CopyFlagKind[] = ['many_places', 'after_delivery', 'before_packing'];
  let raised = 0;
  for (const kind of kinds) {
    const ofKind = before.filter((flag) => flag.kind === kind);
    if (ofKind.some(({ looks }) => looks.length === 0)) continue;
    const settledAt = Math.max(0, ...ofKind.flatMap(({ looks }) => looks.map(({ at }) => at.getTime())));
    const later = sightings.filter(({ hour }) => hour.getTime() > settledAt);
    const flag = copyFlags(later, way).find((found) => found.kind === kind);
    if (!flag) continue;
    const id = newId('flg', moment);
    // Two visitors who see the same at once raise one flag: the unique key lets one of them through.
    raised += await tx.$executeRaw`
      INSERT INTO "copy_flag" ("id", "gtin", "serial", "kind", "round", "since", "places", "scans", "raisedAt")
      VALUES (${id}, ${code.gtin}, ${code.serial}, ${kind}::"CopyFlagKind", ${ofKind.length}, ${flag.since},
        ${flag.places}, ${flag.scans}, ${moment.now})
      ON CONFLICT ("gtin", "serial", "kind", "round") DO NOTHING`;
  }
  return raised;
}

/** The flags of a code that are not settled, the oldest first. */
export async function openFlags(tx: Tx, code: ScannedBox): Promise<OpenFlag[]> {
  return tx.copyFlag.findMany({
    where: { gtin: code.gtin, serial: code.serial, looks: { none: { settled: true } } },
    select: { id: true, kind: true, since: true, places: true, scans: true },
    orderBy: [{ since: 'asc' }, { id: 'asc' }],
  });
}

/** Why a flag cannot be marked as looked at. */
export type LookRefusal = { code: 'flag_unknown' } | { code: 'flag_settled' };

/** Keeps that a manager looked at a flag and what they found; `settled` ends the warning. */
export async function lookAtFlag(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  look: { flagId: string; note: string; settled: boolean },
): Promise<Result<void, LookRefusal>> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${look.flagId}, 0))::text`;
  const flag = await tx.copyFlag.findUnique({ where: { id: look.flagId }, include: { looks: true } });
  if (!flag) return fail({ code: 'flag_unknown' });
  if (flag.looks.some(({ settled }) => settled)) return fail({ code: 'flag_settled' });
  await tx.copyFlagLook.create({ data: { ...look, at: moment.now, byUser: by.userId } });
  return ok(undefined);
}

/** What may still raise a flag: of the last days, from before packing, and from the way to the buyer. */
async function sightingsOf(tx: Tx, { now }: Moment, { gtin, serial }: ScannedBox, way: WayOfBox) {
  const { packedAt, deliveredAt } = way;
  const theWay = deliveredAt
    ? [{ hour: { lt: deliveredAt, gte: new Date(deliveredAt.getTime() - WAY_DAYS * DAY_MS) } }]
    : [];
  return tx.scanPlace.findMany({
    where: {
      gtin,
      serial,
      OR: [
        { hour: { gte: new Date(now.getTime() - LOOKED_BACK_DAYS * DAY_MS) } },
        { hour: { lt: packedAt } },
        ...theWay,
      ],
    },
    select: { hour: true, era: true, network: true, cell: true },
    orderBy: { hour: 'desc' },
    take: MOST_LOOKED_AT,
  });
}
