import type { CopyFlagKind } from '@baunghe/db';
import { kilometresBetween } from './coarse-cell.ts';
import type { NetworkMark } from './network-mark.ts';

/** So many places within one hour are more than one box can be at. */
export const MANY_PLACES_IN_AN_HOUR = 5;
/** From this many days after delivery on, fruit has been eaten. */
export const LATE_DAYS = 10;
/** So many places are many for a box that was delivered already, also within days. */
export const PLACES_AFTER_DELIVERY = 6;
/** So many places are many for a box whose fruit has been eaten. */
export const PLACES_WHEN_LATE = 3;
/** Told places this far from every place told before delivery are elsewhere. */
const ELSEWHERE_KM = 150;
/** Told places that are taken as the box's way to its buyer: of so many days before delivery, and of its hour. */
export const WAY_DAYS = 3;
/** One network alone never raises a flag: two have to see it. */
const LEAST_NETWORKS = 2;

/** A network that opened a box's page in an hour, and the place (a tenth of a degree) if it was told. */
export interface Sighting extends NetworkMark {
  /** The beginning of the hour. */
  hour: Date;
  cell: string | null;
}

/** When a box was packed, and when its delivery was confirmed. */
export interface WayOfBox {
  packedAt: Date;
  deliveredAt: Date | null;
}

/** What one box can hardly explain: since which hour, and how many places among how many openings. */
export interface SeenCopy {
  kind: CopyFlagKind;
  since: Date;
  places: number;
  scans: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * What in the openings of a box's page looks like more than one label with its code; at most one of each kind, the
 * earliest. A pure function of the set of sightings: their order does not matter.
 */
export function copyFlags(sightings: readonly Sighting[], way: WayOfBox): SeenCopy[] {
  const kinds = [
    earliest('many_places', inOneHour(sightings), MANY_PLACES_IN_AN_HOUR),
    way.deliveredAt ? afterDelivery(sightings, way.deliveredAt) : null,
    earliest('before_packing', inOneEra(beforePacking(sightings, way.packedAt)), LEAST_NETWORKS),
  ];
  return kinds.filter((flag) => flag !== null);
}

/**
 * How many places a group was seen at: networks of one era, those that told one and the same place taken together.
 * Marks of several eras are not added up, since one network has another mark in each.
 */
export function placesSeen(sightings: readonly Sighting[]): number {
  let most = 0;
  for (const ofEra of groupBy(sightings, ({ era }) => era)) {
    const networks = new Set(ofEra.map(({ network }) => network)).size;
    const places = new Set(ofEra.map(({ cell, network }) => cell ?? network)).size;
    most = Math.max(most, Math.min(networks, places));
  }
  return most;
}

function beforePacking(sightings: readonly Sighting[], packedAt: Date): Sighting[] {
  return sightings.filter(({ hour }) => hour.getTime() + HOUR_MS <= packedAt.getTime());
}

function afterDelivery(sightings: readonly Sighting[], deliveredAt: Date): SeenCopy | null {
  const delivered = deliveredAt.getTime();
  const after = sightings.filter(({ hour }) => hour.getTime() >= delivered);
  const late = after.filter(({ hour }) => hour.getTime() >= delivered + LATE_DAYS * DAY_MS);
  const elsewhere = inOneEra(far(after, toldOnTheWay(sightings, delivered)));
  return [
    earliest('after_delivery', inOneEra(after), PLACES_AFTER_DELIVERY),
    earliest('after_delivery', inOneEra(late), PLACES_WHEN_LATE),
    earliest('after_delivery', elsewhere, LEAST_NETWORKS),
  ].reduce((first, next) => (next && (!first || next.since < first.since) ? next : first));
}

function toldOnTheWay(sightings: readonly Sighting[], delivered: number): string[] {
  return sightings.flatMap(({ hour, cell }) =>
    cell !== null && hour.getTime() < delivered && hour.getTime() >= delivered - WAY_DAYS * DAY_MS
      ? [cell]
      : [],
  );
}

function far(after: readonly Sighting[], onTheWay: readonly string[]): Sighting[] {
  if (onTheWay.length === 0) return [];
  return after.filter(
    ({ cell }) => cell !== null && onTheWay.every((told) => kilometresBetween(told, cell) >= ELSEWHERE_KM),
  );
}

function inOneHour(sightings: readonly Sighting[]): Sighting[][] {
  return groupBy(sightings, ({ hour }) => hour.getTime());
}

function inOneEra(sightings: readonly Sighting[]): Sighting[][] {
  return groupBy(sightings, ({ era }) => era);
}

/** The flag of the group that began first among those seen at enough places by enough networks. */
function earliest(kind: CopyFlagKind, groups: readonly Sighting[][], enough: number): SeenCopy | null {
  let first: SeenCopy | null = null;
  for (const group of groups) {
    const places = placesSeen(group);
    if (places < Math.max(enough, LEAST_NETWORKS)) continue;
    const since = new Date(Math.min(...group.map(({ hour }) => hour.getTime())));
    const flag = { kind, since, places, scans: group.length };
    if (!first || goesBefore(flag, first)) first = flag;
  }
  return first;
}

/** The earlier one; of two from the same hour the one at more places, then the one opened more often. */
function goesBefore(one: SeenCopy, other: SeenCopy): boolean {
  if (+one.since !== +other.since) return one.since < other.since;
  return one.places !== other.places ? one.places > other.places : one.scans > other.scans;
}

function groupBy<K>(sightings: readonly Sighting[], keyOf: (sighting: Sighting) => K): Sighting[][] {
  const groups = new Map<K, Sighting[]>();
  for (const sighting of sightings) {
    const key = keyOf(sighting);
    groups.set(key, [...(groups.get(key) ?? []), sighting]);
  }
  return [...groups.values()];
}
