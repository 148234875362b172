import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  copyFlags,
  LATE_DAYS,
  MANY_PLACES_IN_AN_HOUR,
  PLACES_AFTER_DELIVERY,
  PLACES_WHEN_LATE,
  placesSeen,
  type Sighting,
} from './copy-flags.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 5, 7, 3);
const hour = (after: number) => new Date(START + after * HOUR);
const PACKED = { packedAt: hour(0), deliveredAt: null };
const DELIVERED = { packedAt: hour(0), deliveredAt: hour(48) };

/** A network that looked `after` hours after packing; its era is that day's unless said otherwise. */
function seen(after: number, network: string, changes: Partial<Sighting> = {}): Sighting {
  return { hour: hour(after), era: `day${Math.floor(after / 24)}`, network, cell: null, ...changes };
}

const many = (count: number, after: number) =>
  Array.from({ length: count }, (_, at) => seen(after, `network${at}`));

const kinds = (sightings: readonly Sighting[], way = DELIVERED as Parameters<typeof copyFlags>[1]) =>
  copyFlags(sightings, way).map(({ kind }) => kind);

describe('many places', () => {
  it('within an hour are flagged from the threshold on, with what was counted', () => {
    expect(copyFlags(many(MANY_PLACES_IN_AN_HOUR - 1, 5), PACKED)).toEqual([]);
    expect(copyFlags(many(MANY_PLACES_IN_AN_HOUR, 5), PACKED)).toEqual([
      { kind: 'many_places', since: hour(5), places: MANY_PLACES_IN_AN_HOUR, scans: MANY_PLACES_IN_AN_HOUR },
    ]);
  });

  it('over several hours are a box on its way', () => {
    expect(kinds(Array.from({ length: 12 }, (_, at) => seen(at, `network${at}`)))).toEqual([]);
  });

  it('are one place when the visitors say that it is one', () => {
    const together = many(8, 5).map((each) => ({ ...each, cell: '10.8,106.7' }));
    expect(kinds(together)).toEqual([]);
  });

  it('do not come from a key that changed within the hour', () => {
    const restarted = [0, 1, 2].flatMap((at) => [
      seen(5, `a${at}`, { era: 'before' }),
      seen(5, `b${at}`, { era: 'after' }),
    ]);
    expect(placesSeen(restarted)).toBe(3);
    expect(kinds(restarted)).toEqual([]);
  });
});

describe('after delivery', () => {
  it('a family may look, from its house, its telephones and a neighbour', () => {
    expect(kinds([seen(49, 'wifi'), seen(50, 'mobile'), seen(52, 'neighbour'), seen(70, 'cousin')])).toEqual(
      [],
    );
  });

  it('many places of one day are flagged', () => {
    const spread = Array.from({ length: PLACES_AFTER_DELIVERY }, (_, at) => seen(50 + at, `network${at}`));
    expect(copyFlags(spread, DELIVERED)).toMatchObject([{ kind: 'after_delivery', since: hour(50) }]);
    expect(kinds(spread, PACKED)).toEqual([]);
  });

  it('fewer are enough once the fruit must have been eaten', () => {
    const late = 48 + LATE_DAYS * 24;
    const at = (from: number) =>
      Array.from({ length: PLACES_WHEN_LATE }, (_, each) => seen(from, `network${each}`, { era: 'late' }));
    expect(kinds(at(late - 1))).toEqual([]);
    expect(kinds(at(late))).toEqual(['after_delivery']);
  });

  it('told places far from the way are elsewhere when two networks tell them', () => {
    const way = seen(40, 'courier', { cell: '10.8,106.7' });
    const [hanoi, near] = ['21.0,105.8', '11.0,106.9'];
    const told = (cell: string) => [
      seen(60, 'one', { cell }),
      seen(60, 'two', { cell: `${cell.slice(0, -1)}9` }),
    ];
    expect(kinds([way, ...told(hanoi)])).toEqual(['after_delivery']);
    expect(kinds([way, ...told(near)])).toEqual([]);
    expect(kinds(told(hanoi))).toEqual([]);
    expect(kinds([way, seen(60, 'one', { cell: hanoi })])).toEqual([]);
  });
});

describe('before packing', () => {
  it('a code that nobody could know yet is flagged once two networks had it', () => {
    expect(kinds([seen(-2, 'one')])).toEqual([]);
    expect(kinds([seen(-2, 'one'), seen(-3, 'two', { era: 'day-1' })])).toEqual(['before_packing']);
  });

  it('the hour of packing itself is not before it', () => {
    const packed = { packedAt: new Date(START + HOUR / 2), deliveredAt: null };
    expect(kinds(many(3, 0), packed)).toEqual([]);
  });
});

const sighting = fc.record({
  hour: fc.integer({ min: -40, max: 400 }).map(hour),
  era: fc.constantFrom('one', 'two'),
  network: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  cell: fc.constantFrom(null, null, '10.8,106.7', '21.0,105.8', '16.1,108.2'),
});
const way = fc.record({
  packedAt: fc.integer({ min: 0, max: 10 }).map(hour),
  deliveredAt: fc.option(fc.integer({ min: 20, max: 100 }).map(hour)),
});

describe('whatever was seen', () => {
  it('does not depend on the order in which it came in', () => {
    fc.assert(
      fc.property(
        fc.array(sighting, { maxLength: 60 }),
        way,
        fc.infiniteStream(fc.nat()),
        (all, box, chance) => {
          const shuffled = all
            .map((each) => ({ each, at: chance.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ each }) => each);
          expect(copyFlags(shuffled, box)).toEqual(copyFlags(all, box));
        },
      ),
    );
  });

  it('in two eras of one hour is told of the one with more openings, whichever came in first', () => {
    const of = (era: string, ...networks: string[]) => networks.map((network) => seen(-2, network, { era }));
    const [often, seldom] = [of('day-1', 'a', 'b', 'a'), of('day-2', 'a', 'b')];
    for (const all of [
      [...often, ...seldom],
      [...seldom, ...often],
    ])
      expect(copyFlags(all, PACKED)).toMatchObject([{ scans: 3 }]);
  });

  it('by one network is never flagged, however often its mark changed', () => {
    const one = fc.array(
      sighting.map((each) => ({ ...each, network: `mark-of-${each.era}` })),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(one, way, (all, box) => {
        expect(copyFlags(all, box)).toEqual([]);
      }),
    );
  });

  it('gives each kind once, with no more places than openings', () => {
    fc.assert(
      fc.property(fc.array(sighting, { maxLength: 60 }), way, (all, box) => {
        const found = copyFlags(all, box);
        expect(new Set(found.map(({ kind }) => kind)).size).toBe(found.length);
        for (const { places, scans } of found) expect(scans).toBeGreaterThanOrEqual(places);
      }),
    );
  });

  it('stays flagged when more comes in, where nobody told a place', () => {
    const silent = fc.array(
      sighting.map((each) => ({ ...each, cell: null })),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(silent, silent, way, (all, more, box) => {
        const before = copyFlags(all, box).map(({ kind }) => kind);
        const after = copyFlags([...all, ...more], box).map(({ kind }) => kind);
        expect(after).toEqual(expect.arrayContaining(before));
      }),
    );
  });
});
