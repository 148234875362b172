CREATE TYPE "CoopDetailKind" AS ENUM ('phone', 'packing_house');

CREATE TABLE "coop_detail" (
    "id" BIGSERIAL NOT NULL,
    "kind" "CoopDetailKind" NOT NULL,
    "value" TEXT,
    "fromDay" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "coop_detail_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "coop_detail_kind_fromDay_idx" ON "coop_detail"("kind", "fromDay");

ALTER TABLE "coop_detail"
  ADD CONSTRAINT "coop_detail_phone_form" CHECK ("kind" <> 'phone' OR "value" ~ '^\+[0-9]{8,15}$'),
  ADD CONSTRAINT "coop_detail_packing_house_form" CHECK ("kind" <> 'packing_house' OR "value" ~ '^VN-[A-Z]{2}PH-[0-9]{4}$');
CREATE TRIGGER "coop_detail_stays" BEFORE UPDATE OR DELETE ON "coop_detail"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "coop_detail_not_emptied" BEFORE TRUNCATE ON "coop_detail"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();

-- A recall that an authority orders says by which decision; a drill is ordered by nobody.
ALTER TABLE "recall" ADD COLUMN "ordered" TEXT;
ALTER TABLE "recall"
  ADD CONSTRAINT "recall_ordered_says_by_what" CHECK (length("ordered") BETWEEN 1 AND 120),
  ADD CONSTRAINT "recall_drill_is_not_ordered" CHECK (NOT "drill" OR "ordered" IS NULL);

-- The unique key sorts by the language's rules, by which no beginning of a word can be looked up.
CREATE INDEX "lot_batch_begins" ON "lot" ("batch" text_pattern_ops);
