import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './testing/index.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase(1);
});
afterAll(() => test.close());

/** Functions whose variables hold rows, and of which of them PostgreSQL has a type of its own by the table's name. */
const rowsKept = () => test.db.$queryRaw<{ function: string; table: string; clashes: boolean }[]>`
  SELECT p.proname AS "function", m[1] AS "table",
    EXISTS (SELECT FROM pg_type t WHERE t.typname = m[1] AND t.typnamespace = 'pg_catalog'::regnamespace) AS "clashes"
  FROM pg_proc p, regexp_matches(p.prosrc, '"([a-z_]+)"%ROWTYPE', 'g') m
  WHERE p.pronamespace = 'public'::regnamespace`;

it('of a table that is called like a type of PostgreSQL are kept as records, since they are looked up by name', async () => {
  const kept = await rowsKept();
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.filter(({ clashes }) => clashes)).toEqual([]);
});

it('are worked with when the table was changed while a connection lives', async () => {
  await test.db
    .$transaction(async (tx) => {
      await tx.$executeRawUnsafe(`CREATE TABLE "circle" ("id" int)`);
      const of = (kind: string) =>
        tx.$executeRawUnsafe(`CREATE OR REPLACE FUNCTION row_of() RETURNS int LANGUAGE plpgsql AS $$
        DECLARE held ${kind}; BEGIN SELECT * INTO held FROM "circle"; RETURN held."id"; END $$`);
      const changed = () => tx.$executeRawUnsafe(`ALTER TABLE "circle" ADD COLUMN IF NOT EXISTS "more" int`);
      await of('record');
      expect(await tx.$queryRaw`SELECT row_of()`).toEqual([{ row_of: null }]);
      await changed();
      expect(await tx.$queryRaw`SELECT row_of()`).toEqual([{ row_of: null }]);
      await tx.$executeRawUnsafe(`ALTER TABLE "circle" DROP COLUMN "more"`);
      await of('"circle"%ROWTYPE');
      await tx.$queryRaw`SELECT row_of()`;
      await changed();
      await expect(tx.$queryRaw`SELECT row_of()`).rejects.toThrow('type circle is not composite');
    })
    .catch((error: unknown) => {
      // The last refusal ends the transaction, as it is to.
      if (!/current transaction is aborted|Transaction/.test(String(error))) throw error;
    });
});
