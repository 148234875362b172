import type { Reached } from './recall-words';

/** A box on the map: what it is called, a smaller word below, and where it stands. */
export interface MapNode {
  key: string;
  name: string;
  note: string;
  x: number;
  y: number;
  /** Drawn with a broken edge: a lot that stood near and is no part of the way. */
  near?: boolean;
}

export interface ReachMap {
  high: number;
  nodes: MapNode[];
  /** From the right side of one to the left side of another; broken: only near. */
  edges: { from: MapNode; to: MapNode }[];
}

export const NODE = { wide: 76, high: 34 };
const TOP = 22;
const STEP = 42;
const COLUMN = [2, 96, 190, 284] as const;
const NEAR_SHOWN = 4;

type Part = Pick<Reached, 'boxes' | 'touched'>;
type Words = { buyer: (number: number) => string; here: string; more: (count: number) => string };

/**
 * Lots, boxes, orders and buyers in four columns, each standing in the middle of what it leads to, so that lines hardly
 * cross; lots that shared a table stand below, in rows of four.
 */
export function reachMap({ boxes, touched }: Part, words: Words): ReachMap {
  const rows = boxes.map((box, at) => ({ ...box, y: TOP + at * STEP }));
  const middle = (of: typeof rows) => of.reduce((sum, { y }) => sum + y, 0) / Math.max(1, of.length);
  const column = (at: 0 | 1 | 2 | 3, keyOf: (row: (typeof rows)[number]) => string) => {
    const keys = [...new Set(rows.map(keyOf))];
    const places = keys.map((key) => ({ key, y: middle(rows.filter((row) => keyOf(row) === key)) }));
    // Two that would lie over each other stand below each other.
    places.sort((a, b) => a.y - b.y);
    places.forEach((place, index) => {
      const above = places[index - 1];
      if (above) place.y = Math.max(place.y, above.y + STEP);
    });
    return new Map(places.map(({ key, y }) => [key, { key: `${at} ${key}`, x: COLUMN[at], y }]));
  };
  const lots = column(0, ({ batch }) => batch);
  const orders = column(2, ({ orderCode }) => orderCode);
  const buyerOf = ({ buyer }: (typeof rows)[number]) => (buyer === null ? words.here : words.buyer(buyer));
  const buyers = column(3, buyerOf);
  const nodes = new Map<string, MapNode>();
  const edges: ReachMap['edges'] = [];
  const node = (place: { key: string; x: number; y: number } | undefined, name: string, note = '') => {
    const made = nodes.get(place?.key ?? '') ?? { ...(place ?? { key: name, x: 0, y: 0 }), name, note };
    nodes.set(made.key, made);
    return made;
  };
  for (const row of rows) {
    const box = node({ key: `1 ${row.serial}`, x: COLUMN[1], y: row.y }, row.serial);
    const order = node(orders.get(row.orderCode), row.orderCode);
    edges.push({ from: node(lots.get(row.batch), row.batch), to: box }, { from: box, to: order });
    edges.push({ from: order, to: node(buyers.get(buyerOf(row)), buyerOf(row)) });
  }
  const once = new Map(edges.map((edge) => [`${edge.from.key} ${edge.to.key}`, edge]));
  const below = Math.max(0, ...[...nodes.values()].map(({ y }) => y)) + NODE.high;
  const near = nearLots(touched, below + 30, words.more);
  const high = Math.max(below, ...near.map(({ y }) => y + NODE.high)) + 4;
  return { high, nodes: [...nodes.values(), ...near], edges: [...once.values()] };
}

function nearLots({ count, lots }: Part['touched'], top: number, more: Words['more']): MapNode[] {
  const named = lots.slice(0, count > NEAR_SHOWN ? NEAR_SHOWN - 1 : NEAR_SHOWN).map(({ batch }) => batch);
  const left = count - named.length;
  return [...named, ...(left > 0 ? [more(left)] : [])].map((name, at) => {
    return { key: `near ${name}`, name, note: '', x: COLUMN[at] ?? 0, y: top, near: true };
  });
}
