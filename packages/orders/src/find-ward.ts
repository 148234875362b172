import type { Tx } from '@baunghe/db';
import { wardsOnceCalled, wasProvince } from './old-places.ts';
import { plainLetters } from './plain-letters.ts';

/** A ward, commune or special zone with its province or city: Vietnam's two levels since July 2025. */
export interface WardChoice {
  code: string;
  nameVi: string;
  nameEn: string;
  province: { code: string; nameVi: string; nameEn: string };
}

/**
 * Folds a place's name as typed or written into one form: no diacritics (đ as d), lower case, no words of kind such as
 * "phường", "TP." or "ward", single spaces.
 */
export function foldPlace(name: string): string {
  return plainLetters(name)
    .replace(/^(thanh pho|tinh|tp|phuong|xa|dac khu|p|x) (?=\S)/, '')
    .replace(/(?<=\S) (city|province|ward|commune|special zone)$/, '');
}

/** All 34 provinces and cities, by name. */
export async function provinces(tx: Tx): Promise<{ code: string; nameVi: string; nameEn: string }[]> {
  return tx.province.findMany({
    select: { code: true, nameVi: true, nameEn: true },
    orderBy: { folded: 'asc' },
  });
}

/**
 * Provinces whose name holds what was typed, with or without diacritics, or begins its words with it (HN, TP.HCM), or
 * had it before July 2025 (Bình Phước), best match first.
 */
export async function findProvinces(
  tx: Tx,
  typed: string,
  most: number,
): Promise<{ code: string; nameVi: string; nameEn: string }[]> {
  const folded = foldPlace(typed);
  const all = await tx.province.findMany({ orderBy: { folded: 'asc' } });
  const found = all.filter(
    (place) =>
      place.folded.includes(folded) ||
      foldPlace(place.nameEn).includes(folded) ||
      initials(place.folded) === folded.replace(/^tp/, '') ||
      wasProvince(place.folded, folded),
  );
  return bestFirst(found, folded)
    .slice(0, most)
    .map(({ code, nameVi, nameEn }) => ({ code, nameVi, nameEn }));
}

/** Wards of a province (or of all) whose name holds what was typed, with or without diacritics, best match first. */
export async function findWards(
  tx: Tx,
  of: { provinceCode: string | null; typed: string; most: number },
): Promise<WardChoice[]> {
  const folded = foldPlace(of.typed);
  const found = await tx.ward.findMany({
    where: {
      OR: [{ folded: { contains: folded } }, { code: { in: wardsOnceCalled(folded) } }],
      ...(of.provinceCode ? { provinceCode: of.provinceCode } : {}),
    },
    include: { province: true },
    orderBy: [{ folded: 'asc' }, { code: 'asc' }],
    take: 400,
  });
  return bestFirst(found, folded)
    .slice(0, of.most)
    .map(({ code, nameVi, nameEn, province }) => ({
      code,
      nameVi,
      nameEn,
      province: { code: province.code, nameVi: province.nameVi, nameEn: province.nameEn },
    }));
}

function initials(folded: string): string {
  return folded
    .split(' ')
    .map((word) => word[0])
    .join('');
}

function bestFirst<T extends { folded: string }>(found: T[], folded: string): T[] {
  const rank = ({ folded: name }: T) => (name === folded ? 0 : name.startsWith(folded) ? 1 : 2);
  return found.sort((a, b) => rank(a) - rank(b));
}
