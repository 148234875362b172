-- CreateEnum
CREATE TYPE "CopyFlagKind" AS ENUM ('many_places', 'after_delivery', 'before_packing');

-- CreateEnum
CREATE TYPE "PinOutcome" AS ENUM ('first', 'again', 'wrong');

-- CreateEnum
CREATE TYPE "BoxReportKind" AS ENUM ('hard_flesh', 'worm', 'bruised', 'unripe', 'wrong_fruit', 'strange_label', 'other');

-- CreateTable
CREATE TABLE "scan_place" (
    "gtin" TEXT NOT NULL,
    "serial" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "era" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "cell" TEXT,
    "boxed" BOOLEAN NOT NULL,

    CONSTRAINT "scan_place_pkey" PRIMARY KEY ("gtin","serial","hour","era","network")
);

-- CreateTable
CREATE TABLE "copy_flag" (
    "id" TEXT NOT NULL,
    "gtin" TEXT NOT NULL,
    "serial" TEXT NOT NULL,
    "kind" "CopyFlagKind" NOT NULL,
    "round" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "places" INTEGER NOT NULL,
    "scans" INTEGER NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "copy_flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "copy_flag_look" (
    "id" BIGSERIAL NOT NULL,
    "flagId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "settled" BOOLEAN NOT NULL,

    CONSTRAINT "copy_flag_look_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "box_pin_entry" (
    "id" TEXT NOT NULL,
    "boxId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "PinOutcome" NOT NULL,

    CONSTRAINT "box_pin_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "box_report" (
    "id" TEXT NOT NULL,
    "boxId" TEXT NOT NULL,
    "kind" "BoxReportKind" NOT NULL,
    "words" TEXT,
    "phone" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "lookedAt" TIMESTAMPTZ(3),
    "lookedBy" TEXT,
    "note" TEXT,

    CONSTRAINT "box_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "scan_place_hour_era_network_idx" ON "scan_place"("hour", "era", "network");

-- CreateIndex
CREATE UNIQUE INDEX "copy_flag_gtin_serial_kind_round_key" ON "copy_flag"("gtin", "serial", "kind", "round");

-- CreateIndex
CREATE INDEX "copy_flag_look_flagId_idx" ON "copy_flag_look"("flagId");

-- CreateIndex
CREATE INDEX "box_pin_entry_boxId_at_idx" ON "box_pin_entry"("boxId", "at");

-- CreateIndex
CREATE INDEX "box_report_boxId_at_idx" ON "box_report"("boxId", "at");

-- CreateIndex
CREATE INDEX "box_report_lookedAt_at_idx" ON "box_report"("lookedAt", "at");

-- AddForeignKey
ALTER TABLE "copy_flag_look" ADD CONSTRAINT "copy_flag_look_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "copy_flag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "box_pin_entry" ADD CONSTRAINT "box_pin_entry_boxId_fkey" FOREIGN KEY ("boxId") REFERENCES "box"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "box_report" ADD CONSTRAINT "box_report_boxId_fkey" FOREIGN KEY ("boxId") REFERENCES "box"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the columns may hold.
ALTER TABLE "scan_place"
  ADD CONSTRAINT "scan_place_code_form" CHECK ("gtin" ~ '^[0-9]{14}$' AND length("serial") BETWEEN 1 AND 20),
  ADD CONSTRAINT "scan_place_whole_hour" CHECK (extract(epoch FROM "hour") % 3600 = 0),
  ADD CONSTRAINT "scan_place_mark_form" CHECK ("era" ~ '^[0-9a-f]{8}$' AND "network" ~ '^[0-9a-f]{8}$'),
  ADD CONSTRAINT "scan_place_coarse" CHECK ("cell" ~ '^-?[0-9]{1,2}\.[0-9],-?[0-9]{1,3}\.[0-9]$');
ALTER TABLE "copy_flag"
  ADD CONSTRAINT "copy_flag_counts" CHECK ("round" >= 0 AND "places" >= 2 AND "scans" >= "places");
ALTER TABLE "copy_flag_look"
  ADD CONSTRAINT "copy_flag_look_says_why" CHECK (length("note") BETWEEN 1 AND 500);
ALTER TABLE "box_report"
  ADD CONSTRAINT "box_report_form" CHECK (length("words") <= 1000 AND "phone" ~ '^\+[1-9][0-9]{6,14}$'),
  ADD CONSTRAINT "box_report_looked_at" CHECK (
    ("lookedAt" IS NULL) = ("lookedBy" IS NULL) AND ("lookedAt" IS NULL) = ("note" IS NULL));

-- Codes that were no box's are bounded by the hour: this finds them.
CREATE INDEX "scan_place_unboxed" ON "scan_place" ("hour") WHERE NOT "boxed";

-- Of all entries of a box's number one is the first, also of two at the same instant.
CREATE UNIQUE INDEX "box_pin_entry_one_first" ON "box_pin_entry" ("boxId") WHERE "outcome" = 'first';

-- Seen is seen: later only a coarse place may be added that was not told before, and old rows be cleared.
CREATE FUNCTION scan_place_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD."cell" IS NOT NULL AND NEW."cell" IS DISTINCT FROM OLD."cell"
       OR (NEW."gtin", NEW."serial", NEW."hour", NEW."era", NEW."network", NEW."boxed")
          IS DISTINCT FROM (OLD."gtin", OLD."serial", OLD."hour", OLD."era", OLD."network", OLD."boxed") THEN
      RAISE EXCEPTION 'a place that was seen stays (constraint "scan_place_is_kept")' USING ERRCODE = 'check_violation', CONSTRAINT = 'scan_place_is_kept';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD."hour" > now() - interval '400 days' THEN
    RAISE EXCEPTION 'a place that was seen stays for 400 days (constraint "scan_place_is_kept")' USING ERRCODE = 'check_violation', CONSTRAINT = 'scan_place_is_kept';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER "scan_place_is_kept" BEFORE UPDATE OR DELETE ON "scan_place" FOR EACH ROW EXECUTE FUNCTION scan_place_is_kept();

-- A report stays the box's and is looked at once; its words and number may be erased when whoever wrote it asks for that.
CREATE FUNCTION box_report_is_looked_at_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."lookedAt" IS NOT NULL
     AND (NEW."lookedAt", NEW."lookedBy", NEW."note") IS DISTINCT FROM (OLD."lookedAt", OLD."lookedBy", OLD."note")
     OR (NEW."id", NEW."boxId", NEW."kind", NEW."at") IS DISTINCT FROM (OLD."id", OLD."boxId", OLD."kind", OLD."at") THEN
    RAISE EXCEPTION 'report % stays as it was (constraint "box_report_stays")', OLD."id" USING ERRCODE = 'check_violation', CONSTRAINT = 'box_report_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "box_report_is_looked_at_once" BEFORE UPDATE ON "box_report" FOR EACH ROW EXECUTE FUNCTION box_report_is_looked_at_once();

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['copy_flag', 'copy_flag_look', 'box_pin_entry'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION written_stays_written()', kept || '_stays', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written()', kept || '_not_emptied', kept);
  END LOOP;
END $$;
