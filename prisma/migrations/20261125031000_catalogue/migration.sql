-- The catalogue names each input once, and lists of inputs or of diary entries come in as files.

-- As packages/farm folds: no diacritics (đ as d), lower case, single spaces.
CREATE FUNCTION folded_words(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT trim(regexp_replace(
    lower(translate(regexp_replace(normalize(words, NFD), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dd')), '[^a-z0-9]+', ' ', 'g'))
$$;
CREATE UNIQUE INDEX "input_name_once" ON "input" (folded_words("name"));
ALTER TABLE "input" ADD CONSTRAINT "input_has_name" CHECK (length("name") BETWEEN 1 AND 120);

CREATE TYPE "FarmImportKind" AS ENUM ('inputs', 'diary');

CREATE TABLE "farm_import" (
    "id" TEXT NOT NULL,
    "kind" "FarmImportKind" NOT NULL,
    "fileName" TEXT NOT NULL,
    "header" TEXT[] NOT NULL,
    "rows" JSONB,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "memberId" TEXT,
    "byUser" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "farm_import_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "farm_import_counts" CHECK ("total" >= 0 AND "done" BETWEEN 0 AND "total" AND "kept" BETWEEN 0 AND "done"),
    CONSTRAINT "farm_import_ends_with_its_rows" CHECK (("endedAt" IS NULL) = ("rows" IS NOT NULL) AND ("endedAt" IS NULL OR "done" = "total"))
);
CREATE INDEX "farm_import_open" ON "farm_import" ("startedAt") WHERE "endedAt" IS NULL;

CREATE TABLE "farm_import_refusal" (
    "importId" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "detail" TEXT,
    "cells" TEXT[] NOT NULL,

    CONSTRAINT "farm_import_refusal_pkey" PRIMARY KEY ("importId", "row")
);
ALTER TABLE "farm_import_refusal" ADD CONSTRAINT "farm_import_refusal_importId_fkey"
  FOREIGN KEY ("importId") REFERENCES "farm_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
