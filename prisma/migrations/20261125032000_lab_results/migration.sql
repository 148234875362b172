-- What laboratories say of a lot or of a plot. A failed result holds fruit, and a passed one alone lets fruit go that
-- was cut inside an interval (invariant 4).

CREATE TYPE "LabKind" AS ENUM ('residue', 'cadmium', 'auramine_o');

CREATE TABLE "lab_result" (
    "id" TEXT NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "kind" "LabKind" NOT NULL,
    "lotId" TEXT,
    "plotId" TEXT,
    "laboratory" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "sampledOn" DATE NOT NULL,
    "resultOn" DATE NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "nanogramsPerKg" INTEGER,
    "limitNanogramsPerKg" INTEGER,
    "note" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" TEXT NOT NULL,

    CONSTRAINT "lab_result_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "lab_result_is_of_one_thing" CHECK (("lotId" IS NULL) <> ("plotId" IS NULL)),
    CONSTRAINT "lab_result_after_its_sample" CHECK ("sampledOn" <= "resultOn"),
    CONSTRAINT "lab_result_says_who" CHECK (length("laboratory") > 0 AND length("number") > 0),
    CONSTRAINT "lab_result_cadmium_counts" CHECK (
      "kind" <> 'cadmium' OR coalesce("passed" = ("nanogramsPerKg" <= "limitNanogramsPerKg"), FALSE))
);
CREATE UNIQUE INDEX "lab_result_position_key" ON "lab_result" ("position");
CREATE INDEX "lab_result_lotId_idx" ON "lab_result" ("lotId");
CREATE INDEX "lab_result_plotId_idx" ON "lab_result" ("plotId");
ALTER TABLE "lab_result" ADD CONSTRAINT "lab_result_lotId_fkey"
  FOREIGN KEY ("lotId") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "lab_result" ADD CONSTRAINT "lab_result_plotId_fkey"
  FOREIGN KEY ("plotId") REFERENCES "plot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "lab_document" (
    "resultId" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "lab_document_pkey" PRIMARY KEY ("resultId"),
    CONSTRAINT "lab_document_kind" CHECK ("mediaType" IN ('application/pdf', 'image/webp'))
);
ALTER TABLE "lab_document" ADD CONSTRAINT "lab_document_resultId_fkey"
  FOREIGN KEY ("resultId") REFERENCES "lab_result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['lab_result', 'lab_document'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION written_stays_written()', kept || '_stays', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written()', kept || '_not_emptied', kept);
  END LOOP;
END $$;

-- A lot may be free inside an interval when fruit of its harvest was found clean, by a sample taken since it was cut.
CREATE OR REPLACE FUNCTION lot_breaks_interval(named text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM "lot" l
      JOIN "lot_balance" b ON b."lotId" = l."id"
      JOIN "harvest" h ON h."id" = l."harvestId"
      JOIN "diary_entry" d ON d."plotId" = h."plotId" AND d."doneOn" BETWEEN h."cutOn" - 120 AND h."cutOn"
    WHERE l."id" = named AND l."heldReason" IS NULL AND b."onHandGrams" > 0 AND d."doneOn" + d."preHarvestDays" > h."cutOn"
      AND NOT EXISTS (
        SELECT 1 FROM "lab_result" r JOIN "lot" s ON s."id" = r."lotId"
        WHERE s."harvestId" = l."harvestId" AND r."kind" = 'residue' AND r."passed" AND r."sampledOn" >= h."cutOn"))
$$;

-- Of each kind the newest result counts: the one of the lot's own fruit, and the plot's unless the fruit's is newer.
CREATE FUNCTION lot_fails_lab(named text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM "lot" l
      JOIN "lot_balance" b ON b."lotId" = l."id"
      JOIN "harvest" h ON h."id" = l."harvestId"
      JOIN "lab_result" r ON r."plotId" = h."plotId"
        OR r."lotId" IN (SELECT s."id" FROM "lot" s WHERE s."harvestId" = l."harvestId")
    WHERE l."id" = named AND l."heldReason" IS NULL AND b."onHandGrams" > 0 AND NOT r."passed"
      AND NOT EXISTS (
        SELECT 1 FROM "lab_result" n WHERE n."kind" = r."kind" AND (n."resultOn", n."position") > (r."resultOn", r."position")
          AND (n."lotId" IN (SELECT s."id" FROM "lot" s WHERE s."harvestId" = l."harvestId") OR n."plotId" = r."plotId")))
$$;

CREATE FUNCTION lot_that_failed_is_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF lot_fails_lab(NEW."id") THEN
    RAISE EXCEPTION 'lot % failed at a laboratory (constraint "lot_that_failed_is_held")', NEW."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'lot_that_failed_is_held';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "lot_that_failed_is_held" AFTER INSERT OR UPDATE OF "heldReason" ON "lot"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lot_that_failed_is_held();

CREATE FUNCTION failed_result_holds_lots() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text;
BEGIN
  SELECT l."id" INTO free FROM "lot" l JOIN "harvest" h ON h."id" = l."harvestId"
    WHERE (h."plotId" = NEW."plotId" OR h."id" = (SELECT s."harvestId" FROM "lot" s WHERE s."id" = NEW."lotId"))
      AND lot_fails_lab(l."id") LIMIT 1;
  IF free IS NOT NULL THEN
    RAISE EXCEPTION 'lot % failed at a laboratory (constraint "lot_that_failed_is_held")', free
      USING ERRCODE = 'check_violation', CONSTRAINT = 'lot_that_failed_is_held';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "failed_result_holds_lots" AFTER INSERT ON "lab_result"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT NEW."passed") EXECUTE FUNCTION failed_result_holds_lots();
