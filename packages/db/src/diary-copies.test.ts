import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { testDatabase } from './testing/index.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../prisma/migrations');
const COPIES = '20261125030000_diary_copies';

it('diary entries that were there before get their copy of what the catalogue says', async () => {
  const server = await testDatabase(1);
  const fresh = new URL(server.url);
  fresh.pathname += '_before';
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  const client = new pg.Client({ connectionString: fresh.href });
  try {
    const names = (await readdir(MIGRATIONS)).filter((name) => name < COPIES);
    for (const name of names) await cp(join(MIGRATIONS, name), join(folder, name), { recursive: true });
    await migrate(fresh.href, folder);
    await client.connect();
    await client.query(`
      INSERT INTO "member" ("id", "code", "name", "joinedOn") VALUES ('m', 'XV01', 'Xã viên thử', '2020-01-01');
      INSERT INTO "plot" ("id", "code", "name", "memberId", "areaM2", "outline") VALUES ('p', 'T01', 'V', 'm', 9, '[]');
      INSERT INTO "input" ("id", "name", "kind", "activeIngredient", "preHarvestDays")
        VALUES ('i', 'Thuốc', 'pesticide', 'Abamectin', 7);
      INSERT INTO "diary_entry" ("id", "plotId", "act", "doneOn", "inputId", "recordedAt")
        VALUES ('sprayed', 'p', 'spray', '2026-06-01', 'i', now()), ('watered', 'p', 'water', '2026-06-01', NULL, now())`);
    await migrate(fresh.href, MIGRATIONS);
    await client.query(`UPDATE "input" SET "name" = 'Tên mới', "preHarvestDays" = 0`);
    const { rows } = await client.query(
      'SELECT "id", "inputName", "activeIngredient", "preHarvestDays" FROM "diary_entry" ORDER BY "id"',
    );
    expect(rows).toEqual([
      { id: 'sprayed', inputName: 'Thuốc', activeIngredient: 'Abamectin', preHarvestDays: 7 },
      { id: 'watered', inputName: null, activeIngredient: null, preHarvestDays: null },
    ]);
    await expect(client.query(`UPDATE "diary_entry" SET "inputName" = 'x'`)).rejects.toThrow(/append-only/);
  } finally {
    await client.end();
    await server.db.$executeRawUnsafe(`DROP DATABASE IF EXISTS "${fresh.pathname.slice(1)}" WITH (FORCE)`);
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
});
