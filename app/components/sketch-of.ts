type Ring = readonly (readonly number[])[];
type Frame = { width: number; height: number; margin: number };

/** What MapSketch draws: SVG paths in the frame's pixels, and the scale bar's length in pixels and metres. */
export type Sketch = {
  plot: string;
  ward: string | null;
  /** Where the place lies; null without one, and where it lies outside the frame. */
  dot: { x: number; y: number } | null;
  barWidth: number;
  barMetres: number;
};

/** A place in degrees. */
export type Place = { latitude: number; longitude: number };

/** Metres of a degree of latitude, and of longitude at the equator. */
export const METRES_PER_DEGREE = 111_320;

/** The largest of 1, 2, 5 × 10ⁿ metres that is not over `metres`. */
export function roundLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  const factor = [5, 2, 1].find((step) => step * power <= metres) ?? 1;
  return factor * power;
}

/**
 * Fits a ring ([longitude, latitude] in degrees) into the frame, north up, true to shape at this latitude; `fitted`: what
 * is to lie within the frame, where that is not the ring alone.
 */
export function sketchOf(
  ring: Ring,
  ward: Ring | undefined,
  frame: Frame,
  place?: Place,
  fitted: Ring = ring,
): Sketch {
  const points = fitted.map(([lon = 0, lat = 0]) => ({ lon, lat }));
  const lats = points.map((point) => point.lat);
  const lons = points.map((point) => point.lon);
  const middle = {
    lat: (Math.min(...lats) + Math.max(...lats)) / 2,
    lon: (Math.min(...lons) + Math.max(...lons)) / 2,
  };
  const shrink = Math.cos((middle.lat * Math.PI) / 180);
  const wide = Math.max((Math.max(...lons) - Math.min(...lons)) * shrink * METRES_PER_DEGREE, 1);
  const high = Math.max((Math.max(...lats) - Math.min(...lats)) * METRES_PER_DEGREE, 1);
  const scale = Math.min((frame.width - 2 * frame.margin) / wide, (frame.height - 2 * frame.margin) / high);
  const at = (lon: number, lat: number) => ({
    x: frame.width / 2 + (lon - middle.lon) * shrink * METRES_PER_DEGREE * scale,
    y: frame.height / 2 - (lat - middle.lat) * METRES_PER_DEGREE * scale,
  });
  const path = (of: Ring) =>
    `M${of
      .map(([lon = 0, lat = 0]) => {
        const { x, y } = at(lon, lat);
        return `${x.toFixed(1)} ${y.toFixed(1)}`;
      })
      .join('L')}Z`;
  const barMetres = roundLength(90 / scale);
  return {
    plot: path(ring),
    ward: ward ? path(ward) : null,
    dot: place ? within(frame, at(place.longitude, place.latitude)) : null,
    barMetres,
    barWidth: Math.round(barMetres * scale),
  };
}

function within({ width, height }: Frame, dot: { x: number; y: number }): Sketch['dot'] {
  const { x, y } = dot;
  return x >= 0 && x <= width && y >= 0 && y <= height ? { x: Math.round(x), y: Math.round(y) } : null;
}
