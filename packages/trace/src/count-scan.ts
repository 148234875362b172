import type { Moment, Tx } from '@baunghe/db';
import type { NetworkMark } from './network-mark.ts';

/** What a label's code names: GTIN of 14 digits and serial number. */
export interface ScannedBox {
  gtin: string;
  serial: string;
}

/** Networks that are counted for one code in one hour; more say nothing new. */
export const MOST_PLACES_AN_HOUR = 50;
/** Codes that are counted for one network in one hour: more is no person with a telephone. */
export const MOST_CODES_A_NETWORK = 200;
/** Openings, in one hour, of codes that are no box's: whoever makes up serials fills no disk. */
export const MOST_UNKNOWN_AN_HOUR = 500;
/** Days that an opening is kept. */
const DAYS_KEPT = 400;

const HOUR_MS = 3_600_000;
const CLEARED_AT_ONCE = 1000;

/**
 * Counts that a network opened a code's page: once an hour for each network and code, so that neither reloading nor a
 * script makes a box look busy. A place told later in the hour is added to the row. What is over one of the bounds is
 * not counted. Returns whether anything was written. About one call in 256 clears rows that are past their days.
 */
export async function countScan(
  tx: Tx,
  moment: Moment,
  code: ScannedBox,
  from: NetworkMark & { cell: string | null },
  boxed: boolean,
): Promise<boolean> {
  const hour = hourOf(moment.now);
  if (moment.random(1)[0] === 0) await clearOldScans(tx, moment);
  // Openings of one code wait for each other, so that whoever judges the box in this transaction sees all before it.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`scan:${code.gtin}:${code.serial}`}, 0))::text`;
  const written = await tx.$executeRaw`
    INSERT INTO "scan_place" ("gtin", "serial", "hour", "era", "network", "cell", "boxed")
    SELECT ${code.gtin}, ${code.serial}, ${hour}, ${from.era}, ${from.network}, ${from.cell}, ${boxed}
    WHERE (SELECT count(*) FROM "scan_place"
        WHERE "gtin" = ${code.gtin} AND "serial" = ${code.serial} AND "hour" = ${hour}) < ${MOST_PLACES_AN_HOUR}
      AND (SELECT count(*) FROM "scan_place"
        WHERE "hour" = ${hour} AND "era" = ${from.era} AND "network" = ${from.network}) < ${MOST_CODES_A_NETWORK}
      AND (${boxed} OR (SELECT count(*) FROM "scan_place" WHERE "hour" = ${hour} AND NOT "boxed") < ${MOST_UNKNOWN_AN_HOUR})
    ON CONFLICT ("gtin", "serial", "hour", "era", "network") DO UPDATE SET "cell" = EXCLUDED."cell"
    WHERE "scan_place"."cell" IS NULL AND EXCLUDED."cell" IS NOT NULL`;
  return written > 0;
}

/** Clears at most a thousand openings that are past their days. Returns how many. */
export async function clearOldScans(tx: Tx, moment: Moment): Promise<number> {
  const before = new Date(moment.now.getTime() - DAYS_KEPT * 24 * HOUR_MS);
  return tx.$executeRaw`DELETE FROM "scan_place" WHERE ("gtin", "serial", "hour", "era", "network") IN (
    SELECT "gtin", "serial", "hour", "era", "network" FROM "scan_place"
    WHERE "hour" < ${before} ORDER BY "hour" LIMIT ${CLEARED_AT_ONCE})`;
}

/** The beginning of the hour of an instant. */
function hourOf(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / HOUR_MS) * HOUR_MS);
}
