import { METRES_PER_DEGREE, roundLength } from '~/components/sketch-of';

/** A place as GeoJSON has it: [longitude, latitude] in degrees. */
export type Corner = [longitude: number, latitude: number];

/** Another plot on the map; its outline is closed. */
export interface Neighbour {
  code: string;
  outline: Corner[];
}

/** What of the land a drawn map shows: its middle, and how many metres lie across it. North is up. */
export interface MapView {
  middle: Corner;
  metresAcross: number;
}

/** The map's width and height in its own pixels. */
export const MAP_SIZE = 320;

const LEAST_ACROSS = 50;
const MOST_ACROSS = 50_000;
/** Phước Long, where nothing is known yet. */
const AT_HOME: MapView = { middle: [106.97, 11.81], metresAcross: 5000 };

/** A first look: at these corners, else at these neighbours, else at all of Phước Long. */
export function firstView(corners: readonly Corner[], neighbours: readonly (readonly Corner[])[]): MapView {
  const seen = corners.length > 0 ? corners : neighbours.flat();
  const [first] = seen;
  if (!first) return AT_HOME;
  const ends = (at: 0 | 1) => [Math.min(...seen.map((c) => c[at])), Math.max(...seen.map((c) => c[at]))];
  const [west = 0, east = 0] = ends(0);
  const [south = 0, north = 0] = ends(1);
  const middle: Corner = [(west + east) / 2, (south + north) / 2];
  const wide = (east - west) * METRES_PER_DEGREE * shrink(middle);
  const high = (north - south) * METRES_PER_DEGREE;
  return { middle, metresAcross: within(Math.max(wide, high, 200) * 1.5) };
}

const shrink = ([, latitude]: Corner) => Math.cos((latitude * Math.PI) / 180);
const within = (metres: number) => Math.min(Math.max(metres, LEAST_ACROSS), MOST_ACROSS);

/** The same place from nearer (`times` over 1) or farther. */
export const zoomed = (view: MapView, times: number): MapView => ({
  ...view,
  metresAcross: within(view.metresAcross / times),
});

/** A square of the grid in metres: at least four across. */
export const gridMetres = ({ metresAcross }: MapView): number => roundLength(metresAcross / 4);

/** The view a square of the grid to the east and to the north. */
export function moved(view: MapView, east: number, north: number): MapView {
  const step = gridMetres(view) / METRES_PER_DEGREE;
  const [longitude, latitude] = view.middle;
  return { ...view, middle: [longitude + (east * step) / shrink(view.middle), latitude + north * step] };
}

/** Where a place lies on the map, in its pixels. */
export function toPixels({ middle, metresAcross }: MapView, [longitude, latitude]: Corner) {
  const scale = (METRES_PER_DEGREE * MAP_SIZE) / metresAcross;
  return {
    x: MAP_SIZE / 2 + (longitude - middle[0]) * shrink(middle) * scale,
    y: MAP_SIZE / 2 - (latitude - middle[1]) * scale,
  };
}

/** The place at a pixel of the map. */
export function toPlace({ middle, metresAcross }: MapView, { x, y }: { x: number; y: number }): Corner {
  const scale = (METRES_PER_DEGREE * MAP_SIZE) / metresAcross;
  return [middle[0] + (x - MAP_SIZE / 2) / (shrink(middle) * scale), middle[1] - (y - MAP_SIZE / 2) / scale];
}
