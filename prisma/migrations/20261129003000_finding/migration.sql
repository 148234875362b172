-- When a variety is mostly ripe around Phước Long, as the cooperative's own season calendar had it until now.
ALTER TABLE "variety" ADD COLUMN "ripeMonths" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
UPDATE "variety" SET "ripeMonths" = CASE "fruit"
  WHEN 'jackfruit' THEN ARRAY[3, 4, 5, 6]
  WHEN 'rambutan' THEN ARRAY[5, 6, 7]
  WHEN 'mangosteen' THEN ARRAY[5, 6, 7, 8]
  WHEN 'avocado' THEN ARRAY[5, 6, 7, 8, 9]
  WHEN 'durian' THEN ARRAY[6, 7, 8, 9]
  WHEN 'longan' THEN ARRAY[7, 8, 9]
  WHEN 'pomelo' THEN ARRAY[8, 9, 10, 11, 12]
  ELSE ARRAY[]::INTEGER[] END;
ALTER TABLE "variety" ADD CONSTRAINT "variety_ripe_months" CHECK ("ripeMonths" IS NOT NULL
  AND cardinality("ripeMonths") <= 12 AND "ripeMonths" <@ ARRAY[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

-- Ships with PostgreSQL and is trusted: the database's owner may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TYPE "SearchKind" AS ENUM ('product', 'plot');

CREATE TABLE "search_text" (
    "kind" "SearchKind" NOT NULL,
    "id" TEXT NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "search_text_pkey" PRIMARY KEY ("kind","id")
);

-- Words as they are searched: folded, between spaces, each Chinese character a word of its own in letters and digits,
-- since pg_trgm knows no other letters in a database of LC_CTYPE C.
CREATE FUNCTION searched_words(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT ' ' || folded_words(string_agg(CASE WHEN ascii(letter) BETWEEN 13312 AND 40959
      THEN ' u' || to_hex(ascii(letter)) || ' ' ELSE letter END, '' ORDER BY place)) || ' '
  FROM regexp_split_to_table(words, '') WITH ORDINALITY AS letters(letter, place)
$$;

-- GIN with trigrams serves both what holds the words typed (LIKE) and what is spelled nearly so (<%).
CREATE INDEX "search_text_words" ON "search_text" USING gin ("words" gin_trgm_ops) WITH (fastupdate = off);

CREATE VIEW "searched_anew" AS
  SELECT 'product'::"SearchKind" AS "kind", p."id", searched_words(concat_ws(' ',
    p."nameVi", p."nameEn", p."nameZh", v."nameVi", v."nameEn", v."nameZh", v."code", v."fruit")) AS "words"
  FROM "product" p JOIN "variety" v ON v."code" = p."varietyCode"
  UNION ALL
  -- A grower who agreed to show nothing is not found by name either.
  SELECT 'plot', t."id", searched_words(concat_ws(' ', t."name", t."code",
    CASE WHEN m."shown" = 'name' THEN m."name" || ' ' || m."code" END))
  FROM "plot" t JOIN "member" m ON m."id" = t."memberId";

CREATE FUNCTION keep_search_text(of_kind "SearchKind", ids text[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "search_text" SELECT * FROM "searched_anew" WHERE "kind" = of_kind AND "id" = ANY (ids)
  ON CONFLICT ("kind", "id") DO UPDATE SET "words" = EXCLUDED."words"
$$;

CREATE FUNCTION product_is_searched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_search_text('product', ARRAY[NEW."id"]);
  RETURN NULL;
END $$;
CREATE TRIGGER "product_is_searched" AFTER INSERT OR UPDATE OF "nameVi", "nameEn", "nameZh" ON "product"
  FOR EACH ROW EXECUTE FUNCTION product_is_searched();

CREATE FUNCTION variety_is_searched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_search_text('product', ARRAY(SELECT "id" FROM "product" WHERE "varietyCode" = NEW."code"));
  RETURN NULL;
END $$;
CREATE TRIGGER "variety_is_searched" AFTER UPDATE OF "nameVi", "nameEn", "nameZh", "fruit" ON "variety"
  FOR EACH ROW EXECUTE FUNCTION variety_is_searched();

CREATE FUNCTION plot_is_searched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM "search_text" WHERE "kind" = 'plot' AND "id" = OLD."id";
  ELSE
    PERFORM keep_search_text('plot', ARRAY[NEW."id"]);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "plot_is_searched" AFTER INSERT OR DELETE OR UPDATE OF "name", "code", "memberId" ON "plot"
  FOR EACH ROW EXECUTE FUNCTION plot_is_searched();

CREATE FUNCTION member_is_searched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_search_text('plot', ARRAY(SELECT "id" FROM "plot" WHERE "memberId" = NEW."id"));
  RETURN NULL;
END $$;
CREATE TRIGGER "member_is_searched" AFTER UPDATE OF "name", "code", "shown" ON "member"
  FOR EACH ROW EXECUTE FUNCTION member_is_searched();

INSERT INTO "search_text" SELECT * FROM "searched_anew";
