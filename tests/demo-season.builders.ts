import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { loadDemo } from '../prisma/demo/load-demo';
import { loadPlaces } from '../prisma/reference/load-places';

/** The GLN of the packing house in the season. */
export const GLN = '9521234000013';

/** A database with the whole demo season in it, loaded once a run and copied for each file. */
export function demoSeason(): Promise<TestDatabase> {
  return testDatabase(10, {
    name: `season_${sourcesHash()}`,
    fill: async (db) => {
      await loadPlaces(db, 'prisma/reference/provinces-wards-2025-07.json');
      await loadDemo(db, { gs1Prefix: '9521234', gln: GLN, now: new Date() });
    },
  });
}

/** Of what makes the season, and of the day, so that a server that lives on does not give an old one. */
function sourcesHash(): string {
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 10));
  for (const file of readdirSync('prisma/demo').sort())
    if (file.endsWith('.ts')) hash.update(readFileSync(`prisma/demo/${file}`));
  return hash.digest('hex').slice(0, 12);
}
