import { createHash } from 'node:crypto';
import type { ApiInputs } from '@baunghe/api';
import { wholeNumber } from '~/office/whole-number';
import { text } from '~/read-form.server';

/** Who applies, as typed. */
export interface TypedWho {
  key: string;
  name: string;
  phone: string;
  kind: string;
  place: string;
  consent: string;
}

/** Reads the form of the first step, texts cut where nobody types that much. */
export function readWho(form: FormData): TypedWho {
  const of = (name: string) => text(form, name).slice(0, 300);
  return {
    ...{ key: of('key'), name: of('name'), phone: of('phone'), kind: of('kind') },
    ...{ place: of('place'), consent: of('consent') },
  };
}

/** As many plots as the form has room for. */
const PLOTS = 3;

/** A plot as typed. */
export interface TypedPlot {
  crop: string;
  area: string;
  place: string;
  latitude: string;
  longitude: string;
}

/** The second step as typed. */
export interface TypedLand {
  key: string;
  plots: TypedPlot[];
  capital: string;
}

/** Reads the form of the second step. */
export function readLand(form: FormData): TypedLand {
  const of = (name: string) => text(form, name).slice(0, 300);
  const plots = Array.from({ length: PLOTS }, (_, at) => ({
    ...{ crop: of(`crop.${at}`), area: of(`area.${at}`), place: of(`place.${at}`) },
    ...{ latitude: of(`latitude.${at}`), longitude: of(`longitude.${at}`) },
  }));
  return { key: of('key'), plots, capital: of('capital') };
}

/** The land as the gate takes it: plots of which nothing was said are none. */
export function landIn({
  key,
  plots,
  capital,
}: TypedLand): Pick<ApiInputs['joining']['tellLand'], 'key' | 'plots' | 'capital'> {
  const said = plots.filter(({ crop, area }, at) => at === 0 || `${crop}${area}`.trim() !== '');
  return {
    key,
    plots: said.map(({ crop, area, place, latitude, longitude }) => ({
      ...{ crop, areaM2: area, place },
      position:
        latitude === '' || longitude === ''
          ? null
          : { latitude: Number(latitude), longitude: Number(longitude) },
    })),
    capital: capital.trim() === '' ? null : wholeNumber(capital),
  };
}

/** A photo on its way to the gate. */
export interface SentPhoto {
  kind: 'identity' | 'land' | 'other';
  photo: Uint8Array<ArrayBuffer>;
  key: string;
}

/** The photos in a form, each with a key made from the form's: sent again after the signal was gone, each is kept once. */
export async function photosIn(form: FormData): Promise<SentPhoto[]> {
  const key = text(form, 'key').slice(0, 64);
  const photos: SentPhoto[] = [];
  for (const kind of ['identity', 'land', 'other'] as const) {
    for (const file of form.getAll(kind)) {
      if (!(file instanceof File) || file.size === 0) continue;
      const photo = new Uint8Array(await file.arrayBuffer());
      photos.push({ kind, photo, key: keyOf(key, kind, photo) });
    }
  }
  return photos;
}

/** A key of its own out of the form's and the very picture (RFC 9562, version 8). */
function keyOf(key: string, kind: string, photo: Uint8Array): string {
  const hash = createHash('sha256').update(`${key}/${kind}/`).update(photo).digest('hex');
  const at = (from: number, to: number) => hash.slice(from, to);
  return `${at(0, 8)}-${at(8, 12)}-8${at(13, 16)}-8${at(17, 20)}-${at(20, 32)}`;
}
