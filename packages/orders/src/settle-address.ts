import type { Tx } from '@baunghe/db';
import { findProvinces, findWards, foldPlace, type WardChoice } from './find-ward.ts';

/** A place as a form sends it: what was typed, the code a list gave while typing, the code of a choice offered after. */
export interface TypedPlace {
  typed: string;
  picked: string | null;
  chosen: string | null;
}

interface Place {
  code: string;
  nameVi: string;
  nameEn: string;
}

/** What a typed place came to. `waiting`: a ward whose province is not settled yet. */
export type SettledPlace<P extends Place> =
  | { state: 'one'; place: P }
  | { state: 'several'; places: P[] }
  | { state: 'none' }
  | { state: 'empty' }
  | { state: 'waiting' };

/** A province and its ward, each settled as far as what was typed allows. */
export interface SettledAddress {
  province: SettledPlace<Place>;
  ward: SettledPlace<WardChoice>;
}

const MOST_CHOICES = 12;

/** Finds the province and the ward that a form means, with or without diacritics and without any list picked from. */
export async function settleAddress(
  tx: Tx,
  typed: { province: TypedPlace; ward: TypedPlace },
): Promise<SettledAddress> {
  const province = settlePlace(await findProvinces(tx, typed.province.typed, MOST_CHOICES), typed.province);
  if (province.state !== 'one')
    return { province, ward: { state: typed.ward.typed.trim() === '' ? 'empty' : 'waiting' } };
  const of = { provinceCode: province.place.code, typed: typed.ward.typed, most: MOST_CHOICES };
  return { province, ward: settlePlace(await findWards(tx, of), typed.ward) };
}

/**
 * Takes from the places found for a text the one that is meant: the exact name, or the only match, or the choice made
 * among several. A code picked while typing counts only while the text still is that place's name, so that a text
 * changed afterwards is never overruled.
 */
export function settlePlace<P extends Place>(found: readonly P[], place: TypedPlace): SettledPlace<P> {
  const text = foldPlace(place.typed);
  if (text === '') return { state: 'empty' };
  const exact = found.filter(
    ({ nameVi, nameEn }) => foldPlace(nameVi) === text || foldPlace(nameEn) === text,
  );
  const meant =
    found.find(({ code }) => code === place.chosen) ??
    exact.find(({ code }) => code === place.picked) ??
    only(exact.filter(({ nameVi }) => nameVi.normalize('NFC') === place.typed.normalize('NFC').trim())) ??
    only(exact) ??
    only(found);
  if (meant) return { state: 'one', place: meant };
  return found.length === 0 ? { state: 'none' } : { state: 'several', places: [...found] };
}

function only<P>(places: readonly P[]): P | undefined {
  return places.length === 1 ? places[0] : undefined;
}
