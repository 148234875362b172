import { readFile } from 'node:fs/promises';
import type { Database } from '@baunghe/db';
import { foldPlace } from '@baunghe/orders';
import { z } from 'zod';

const named = { code: z.string(), name: z.string(), nameEn: z.string() };
const file = z.object({
  provinces: z.array(z.object({ ...named, wards: z.array(z.object(named)) })),
});

/** Puts the 34 provinces and 3,321 wards of Vietnam into a database that lacks them; once, in one transaction. */
export async function loadPlaces(database: Database, dataFile: string): Promise<void> {
  const { provinces } = file.parse(JSON.parse(await readFile(dataFile, 'utf8')));
  const wards = provinces.flatMap((province) =>
    province.wards.map(({ code, name, nameEn }) => ({
      code,
      provinceCode: province.code,
      nameVi: name,
      nameEn,
      folded: foldPlace(name),
    })),
  );
  if ((await database.ward.count()) === wards.length) return;
  await database.$transaction([
    database.province.createMany({
      data: provinces.map(({ code, name, nameEn }) => ({
        code,
        nameVi: name,
        nameEn,
        folded: foldPlace(name),
      })),
      skipDuplicates: true,
    }),
    database.ward.createMany({ data: wards, skipDuplicates: true }),
  ]);
}
