-- What a diary entry says of an input stays as it was on the day, whatever the catalogue says later; and fruit cut
-- inside an input's interval is held, however late the entry was written (invariant 4).

ALTER TYPE "DiaryAct" ADD VALUE 'buy';
ALTER TYPE "DiaryAct" ADD VALUE 'sample';

ALTER TABLE "input"
  ADD COLUMN "registration" TEXT,
  ADD COLUMN "bannedOn" DATE,
  ADD COLUMN "bannedReason" TEXT,
  ADD CONSTRAINT "input_interval_counts" CHECK ("preHarvestDays" BETWEEN 0 AND 120),
  ADD CONSTRAINT "input_ban_says_why" CHECK (
    ("bannedOn" IS NULL) = ("bannedReason" IS NULL) AND length(coalesce("bannedReason", 'x')) > 0);

ALTER TABLE "diary_entry"
  ADD COLUMN "inputName" TEXT,
  ADD COLUMN "activeIngredient" TEXT,
  ADD COLUMN "registration" TEXT,
  ADD COLUMN "preHarvestDays" INTEGER,
  ADD COLUMN "areaM2" INTEGER,
  ADD COLUMN "quantity" TEXT,
  ADD COLUMN "equipment" TEXT,
  ADD COLUMN "weather" TEXT,
  ADD COLUMN "invoice" TEXT,
  ADD COLUMN "supplier" TEXT,
  ADD CONSTRAINT "diary_entry_area_counts" CHECK ("areaM2" > 0);

ALTER TABLE "diary_entry" DISABLE TRIGGER "diary_entry_stays";
UPDATE "diary_entry" d
  SET "inputName" = i."name", "activeIngredient" = i."activeIngredient", "preHarvestDays" = i."preHarvestDays"
  FROM "input" i WHERE i."id" = d."inputId";
ALTER TABLE "diary_entry" ENABLE TRIGGER "diary_entry_stays";

-- An enum's new value cannot be named in the transaction that made it: hence the casts to text.
ALTER TABLE "diary_entry"
  ADD CONSTRAINT "diary_entry_applies_something" CHECK ("act"::text NOT IN ('spray', 'buy') OR "inputId" IS NOT NULL) NOT VALID,
  ADD CONSTRAINT "diary_entry_interval_is_of_input" CHECK ("preHarvestDays" IS NULL OR "inputId" IS NOT NULL);

CREATE INDEX "diary_entry_recordedBy_recordedAt_idx" ON "diary_entry" ("recordedBy", "recordedAt");

-- Harvests and diary entries of one plot come one after the other, so that each sees the other.
CREATE FUNCTION locks_its_plot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "plot" WHERE "id" = NEW."plotId" FOR UPDATE;
  RETURN NEW;
END $$;
CREATE TRIGGER "harvest_locks_its_plot" BEFORE INSERT ON "harvest" FOR EACH ROW EXECUTE FUNCTION locks_its_plot();
CREATE TRIGGER "diary_entry_a_locks_its_plot" BEFORE INSERT ON "diary_entry" FOR EACH ROW EXECUTE FUNCTION locks_its_plot();

-- The copy is always the catalogue's of now. What was only bought was put on nothing: no interval runs for it.
CREATE FUNCTION diary_entry_keeps_copy() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  used "input"%ROWTYPE;
BEGIN
  SELECT * INTO used FROM "input" WHERE "id" = NEW."inputId" FOR SHARE;
  IF used."bannedOn" <= NEW."doneOn" THEN
    RAISE EXCEPTION 'input % is banned since % (constraint "diary_entry_input_is_allowed")', used."name", used."bannedOn"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'diary_entry_input_is_allowed';
  END IF;
  NEW."inputName" := used."name";
  NEW."activeIngredient" := used."activeIngredient";
  NEW."registration" := used."registration";
  NEW."preHarvestDays" := CASE WHEN NEW."act"::text = 'buy' THEN NULL ELSE used."preHarvestDays" END;
  RETURN NEW;
END $$;
CREATE TRIGGER "diary_entry_keeps_copy" BEFORE INSERT ON "diary_entry" FOR EACH ROW EXECUTE FUNCTION diary_entry_keeps_copy();

CREATE FUNCTION lot_breaks_interval(named text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM "lot" l
      JOIN "lot_balance" b ON b."lotId" = l."id"
      JOIN "harvest" h ON h."id" = l."harvestId"
      JOIN "diary_entry" d ON d."plotId" = h."plotId" AND d."doneOn" BETWEEN h."cutOn" - 120 AND h."cutOn"
    WHERE l."id" = named AND l."heldReason" IS NULL AND b."onHandGrams" > 0 AND d."doneOn" + d."preHarvestDays" > h."cutOn")
$$;

CREATE FUNCTION lot_inside_interval_is_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF lot_breaks_interval(NEW."id") THEN
    RAISE EXCEPTION 'lot % was cut inside an interval (constraint "lot_inside_interval_is_held")', NEW."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'lot_inside_interval_is_held';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "lot_inside_interval_is_held" AFTER INSERT OR UPDATE OF "heldReason" ON "lot"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lot_inside_interval_is_held();

CREATE FUNCTION diary_entry_holds_lots() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text;
BEGIN
  SELECT l."id" INTO free FROM "harvest" h JOIN "lot" l ON l."harvestId" = h."id"
    WHERE h."plotId" = NEW."plotId" AND h."cutOn" >= NEW."doneOn" AND h."cutOn" < NEW."doneOn" + NEW."preHarvestDays"
      AND lot_breaks_interval(l."id") LIMIT 1;
  IF free IS NOT NULL THEN
    RAISE EXCEPTION 'lot % was cut inside the interval of entry % (constraint "lot_inside_interval_is_held")', free, NEW."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'lot_inside_interval_is_held';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "diary_entry_holds_lots" AFTER INSERT ON "diary_entry"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."preHarvestDays" > 0) EXECUTE FUNCTION diary_entry_holds_lots();
