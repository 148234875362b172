type Ring = readonly (readonly number[])[];

/** A ward as an SVG path in a frame, and the point in it where an orchard lies. */
export interface Placed {
  ward: string;
  x: number;
  y: number;
}

const MARGIN = 6;

const span = (numbers: readonly number[]) => {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return { least, most, middle: (least + most) / 2, size: most - least };
};

/**
 * Fits a ward ([longitude, latitude] in degrees) into a frame of pixels, north up and true to shape at its latitude,
 * with the middle of an orchard's outline. An orchard outside the ward widens what is fitted, so that both show.
 */
export function placeInWard(ward: Ring, outline: Ring, frame: { width: number; height: number }): Placed {
  const longitudes = (ring: Ring) => ring.map(([longitude = 0]) => longitude);
  const latitudes = (ring: Ring) => ring.map(([, latitude = 0]) => latitude);
  const orchard = { longitude: span(longitudes(outline)).middle, latitude: span(latitudes(outline)).middle };
  const wide = span([...longitudes(ward), orchard.longitude]);
  const high = span([...latitudes(ward), orchard.latitude]);
  const shrink = Math.cos((high.middle * Math.PI) / 180);
  const scale = Math.min(
    (frame.width - 2 * MARGIN) / (wide.size * shrink),
    (frame.height - 2 * MARGIN) / high.size,
  );
  const at = (longitude: number, latitude: number) => ({
    x: Math.round(frame.width / 2 + (longitude - wide.middle) * shrink * scale),
    y: Math.round(frame.height / 2 - (latitude - high.middle) * scale),
  });
  const corners = ward.map(([longitude = 0, latitude = 0]) => at(longitude, latitude));
  return {
    ward: `M${corners.map(({ x, y }) => `${x} ${y}`).join('L')}z`,
    ...at(orchard.longitude, orchard.latitude),
  };
}
