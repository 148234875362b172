-- CreateEnum
CREATE TYPE "SpoilCause" AS ENUM ('rotten', 'overripe', 'bruised', 'pests', 'past_day', 'sample', 'other');

-- CreateEnum
CREATE TYPE "ReturnOutcome" AS ENUM ('back_in_store', 'destroyed');

-- CreateEnum
CREATE TYPE "CorrectionReason" AS ENUM ('did_not_occur', 'incorrect_data');

-- DropIndex
DROP INDEX "lot_harvestId_key";

-- AlterTable
ALTER TABLE "box" ADD COLUMN     "lotReason" TEXT;

-- AlterTable
ALTER TABLE "lot" ADD COLUMN     "graded" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "stock_move" ADD COLUMN     "cause" "SpoilCause",
ADD COLUMN     "eventId" TEXT,
ADD COLUMN     "gradingId" TEXT,
ADD COLUMN     "photoId" TEXT,
ADD COLUMN     "returnId" TEXT,
ADD COLUMN     "stocktakeId" TEXT;

-- CreateTable
CREATE TABLE "grading" (
    "id" TEXT NOT NULL,
    "lossGrams" INTEGER NOT NULL,
    "lossReason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,

    CONSTRAINT "grading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "graded_lot" (
    "lotId" TEXT NOT NULL,
    "parentId" TEXT NOT NULL,
    "gradingId" TEXT NOT NULL,

    CONSTRAINT "graded_lot_pkey" PRIMARY KEY ("lotId")
);

-- CreateTable
CREATE TABLE "place" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "place_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "lot_placing" (
    "id" BIGSERIAL NOT NULL,
    "lotId" TEXT NOT NULL,
    "placeCode" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,

    CONSTRAINT "lot_placing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stocktake" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "stocktake_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stocktake_count" (
    "stocktakeId" TEXT NOT NULL,
    "lotId" TEXT NOT NULL,
    "expectedGrams" INTEGER NOT NULL,
    "countedGrams" INTEGER NOT NULL,
    "reason" TEXT,

    CONSTRAINT "stocktake_count_pkey" PRIMARY KEY ("stocktakeId","lotId")
);

-- CreateTable
CREATE TABLE "lot_inspection" (
    "id" BIGSERIAL NOT NULL,
    "lotId" TEXT NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,

    CONSTRAINT "lot_inspection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "box_return" (
    "id" TEXT NOT NULL,
    "boxId" TEXT NOT NULL,
    "grams" INTEGER NOT NULL,
    "outcome" "ReturnOutcome" NOT NULL,
    "reason" TEXT NOT NULL,
    "photoId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,

    CONSTRAINT "box_return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trace_correction" (
    "eventId" TEXT NOT NULL,
    "declarationId" TEXT NOT NULL,
    "reason" "CorrectionReason" NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,
    "undoneMoveId" BIGINT,
    "undoMoveId" BIGINT,

    CONSTRAINT "trace_correction_pkey" PRIMARY KEY ("eventId")
);

-- CreateIndex
CREATE UNIQUE INDEX "grading_eventId_key" ON "grading"("eventId");

-- CreateIndex
CREATE INDEX "graded_lot_parentId_idx" ON "graded_lot"("parentId");

-- CreateIndex
CREATE INDEX "graded_lot_gradingId_idx" ON "graded_lot"("gradingId");

-- CreateIndex
CREATE UNIQUE INDEX "lot_placing_eventId_key" ON "lot_placing"("eventId");

-- CreateIndex
CREATE INDEX "lot_placing_lotId_id_idx" ON "lot_placing"("lotId", "id");

-- CreateIndex
CREATE INDEX "lot_placing_placeCode_idx" ON "lot_placing"("placeCode");

-- CreateIndex
CREATE INDEX "stocktake_count_lotId_idx" ON "stocktake_count"("lotId");

-- CreateIndex
CREATE UNIQUE INDEX "lot_inspection_eventId_key" ON "lot_inspection"("eventId");

-- CreateIndex
CREATE INDEX "lot_inspection_lotId_id_idx" ON "lot_inspection"("lotId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "box_return_boxId_key" ON "box_return"("boxId");

-- CreateIndex
CREATE UNIQUE INDEX "box_return_eventId_key" ON "box_return"("eventId");

-- CreateIndex
CREATE UNIQUE INDEX "trace_correction_declarationId_key" ON "trace_correction"("declarationId");

-- CreateIndex
CREATE UNIQUE INDEX "trace_correction_undoneMoveId_key" ON "trace_correction"("undoneMoveId");

-- CreateIndex
CREATE UNIQUE INDEX "trace_correction_undoMoveId_key" ON "trace_correction"("undoMoveId");

-- CreateIndex
CREATE INDEX "lot_harvestId_idx" ON "lot"("harvestId");

-- CreateIndex
CREATE UNIQUE INDEX "stock_move_returnId_key" ON "stock_move"("returnId");

-- CreateIndex
CREATE INDEX "stock_move_eventId_idx" ON "stock_move"("eventId");

-- CreateIndex
CREATE INDEX "stock_move_gradingId_idx" ON "stock_move"("gradingId");

-- CreateIndex
CREATE INDEX "stock_move_stocktakeId_idx" ON "stock_move"("stocktakeId");

-- AddForeignKey
ALTER TABLE "stock_move" ADD CONSTRAINT "stock_move_photoId_fkey" FOREIGN KEY ("photoId") REFERENCES "photo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_move" ADD CONSTRAINT "stock_move_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "trace_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_move" ADD CONSTRAINT "stock_move_gradingId_fkey" FOREIGN KEY ("gradingId") REFERENCES "grading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_move" ADD CONSTRAINT "stock_move_returnId_fkey" FOREIGN KEY ("returnId") REFERENCES "box_return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_move" ADD CONSTRAINT "stock_move_stocktakeId_fkey" FOREIGN KEY ("stocktakeId") REFERENCES "stocktake"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grading" ADD CONSTRAINT "grading_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "trace_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "graded_lot" ADD CONSTRAINT "graded_lot_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "graded_lot" ADD CONSTRAINT "graded_lot_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "graded_lot" ADD CONSTRAINT "graded_lot_gradingId_fkey" FOREIGN KEY ("gradingId") REFERENCES "grading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lot_placing" ADD CONSTRAINT "lot_placing_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lot_placing" ADD CONSTRAINT "lot_placing_placeCode_fkey" FOREIGN KEY ("placeCode") REFERENCES "place"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lot_placing" ADD CONSTRAINT "lot_placing_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "trace_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stocktake_count" ADD CONSTRAINT "stocktake_count_stocktakeId_fkey" FOREIGN KEY ("stocktakeId") REFERENCES "stocktake"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stocktake_count" ADD CONSTRAINT "stocktake_count_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lot_inspection" ADD CONSTRAINT "lot_inspection_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lot_inspection" ADD CONSTRAINT "lot_inspection_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "trace_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "box_return" ADD CONSTRAINT "box_return_boxId_fkey" FOREIGN KEY ("boxId") REFERENCES "box"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "box_return" ADD CONSTRAINT "box_return_photoId_fkey" FOREIGN KEY ("photoId") REFERENCES "photo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "box_return" ADD CONSTRAINT "box_return_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "trace_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trace_correction" ADD CONSTRAINT "trace_correction_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "trace_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trace_correction" ADD CONSTRAINT "trace_correction_declarationId_fkey" FOREIGN KEY ("declarationId") REFERENCES "trace_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trace_correction" ADD CONSTRAINT "trace_correction_undoneMoveId_fkey" FOREIGN KEY ("undoneMoveId") REFERENCES "stock_move"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trace_correction" ADD CONSTRAINT "trace_correction_undoMoveId_fkey" FOREIGN KEY ("undoMoveId") REFERENCES "stock_move"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- One lot is cut of a harvest, others are sorted from it

CREATE UNIQUE INDEX "lot_one_cut_of_a_harvest" ON "lot" ("harvestId") WHERE NOT "graded";

CREATE FUNCTION graded_lot_is_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."graded" <> EXISTS (SELECT 1 FROM "graded_lot" WHERE "lotId" = NEW."id") THEN
    RAISE EXCEPTION 'lot % does not say which lot it was sorted from (constraint "graded_lot_is_told")', NEW."batch"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'graded_lot_is_told';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "graded_lot_is_told" AFTER INSERT OR UPDATE OF "graded" ON "lot"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION graded_lot_is_told();

-- What was sorted is the same fruit: same harvest, same days, and held while the lot that it came from is.
CREATE FUNCTION graded_lot_is_the_same_fruit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  parent "lot"%ROWTYPE;
  child "lot"%ROWTYPE;
BEGIN
  SELECT * INTO parent FROM "lot" WHERE "id" = NEW."parentId" FOR SHARE;
  SELECT * INTO child FROM "lot" WHERE "id" = NEW."lotId";
  IF NOT child."graded" OR child."createdAt" < parent."createdAt"
     OR (child."harvestId", child."varietyCode", child."cutOn", child."bestBefore")
        IS DISTINCT FROM (parent."harvestId", parent."varietyCode", parent."cutOn", parent."bestBefore") THEN
    RAISE EXCEPTION 'lot % is other fruit than lot % (constraint "graded_lot_is_the_same_fruit")', child."batch", parent."batch"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'graded_lot_is_the_same_fruit';
  END IF;
  IF parent."heldReason" IS NOT NULL AND child."heldReason" IS NULL THEN
    RAISE EXCEPTION 'lot % comes from a held lot (constraint "graded_lot_is_held_with_its_own")', child."batch"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'graded_lot_is_held_with_its_own';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "graded_lot_is_the_same_fruit" AFTER INSERT ON "graded_lot"
  FOR EACH ROW EXECUTE FUNCTION graded_lot_is_the_same_fruit();
ALTER TABLE "graded_lot" ADD CONSTRAINT "graded_lot_not_from_itself" CHECK ("lotId" <> "parentId");

-- Whoever holds a lot holds what was sorted from it, whichever room they come from.
CREATE FUNCTION hold_reaches_graded_lots() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "lot" SET "heldReason" = NEW."heldReason"
    WHERE "heldReason" IS NULL AND "id" IN (SELECT "lotId" FROM "graded_lot" WHERE "parentId" = NEW."id");
  RETURN NULL;
END $$;
CREATE TRIGGER "hold_reaches_graded_lots" AFTER UPDATE OF "heldReason" ON "lot"
  FOR EACH ROW WHEN (OLD."heldReason" IS NULL AND NEW."heldReason" IS NOT NULL) EXECUTE FUNCTION hold_reaches_graded_lots();

-- ---------------------------------------------------------------- The ledger

ALTER TABLE "stock_move" DROP CONSTRAINT "stock_move_sign";
ALTER TABLE "stock_move"
  ADD CONSTRAINT "stock_move_sign" CHECK (
    ("kind" IN ('receive', 'return') AND "grams" > 0) OR ("kind" IN ('pack', 'spoil') AND "grams" < 0)
    OR ("kind" IN ('adjust', 'grade') AND "grams" <> 0)),
  ADD CONSTRAINT "stock_move_grade_has_grading" CHECK (("kind" = 'grade') = ("gradingId" IS NOT NULL)),
  ADD CONSTRAINT "stock_move_return_has_box" CHECK (("kind" = 'return') = ("returnId" IS NOT NULL)),
  ADD CONSTRAINT "stock_move_only_counts_adjust" CHECK ("stocktakeId" IS NULL OR "kind" = 'adjust'),
  ADD CONSTRAINT "stock_move_only_spoil_has_cause" CHECK ("cause" IS NULL OR "kind" = 'spoil');

ALTER TABLE "grading"
  ADD CONSTRAINT "grading_loss_says_why" CHECK ("lossGrams" = 0 OR ("lossGrams" > 0 AND length(coalesce("lossReason", '')) > 0));

-- What went in came out, but for the loss that was told: out of one lot, into those that say they come from it.
CREATE FUNCTION grading_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  named text := CASE TG_TABLE_NAME WHEN 'grading' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'gradingId' END;
  source text;
BEGIN
  IF named IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT "lotId" INTO source FROM "stock_move" WHERE "gradingId" = named AND "grams" < 0;
  IF (SELECT count(*) FROM "stock_move" WHERE "gradingId" = named AND "grams" < 0) <> 1
     OR (SELECT sum("grams") FROM "stock_move" WHERE "gradingId" = named)
        IS DISTINCT FROM -(SELECT "lossGrams" FROM "grading" WHERE "id" = named)
     OR (SELECT array_agg("lotId" ORDER BY "lotId") FROM "stock_move" WHERE "gradingId" = named AND "grams" > 0)
        IS DISTINCT FROM
        (SELECT array_agg("lotId" ORDER BY "lotId") FROM "graded_lot" WHERE "gradingId" = named AND "parentId" = source)
  THEN
    RAISE EXCEPTION 'grading % does not add up (constraint "grading_adds_up")', named
      USING ERRCODE = 'check_violation', CONSTRAINT = 'grading_adds_up';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "grading_adds_up" AFTER INSERT ON "grading"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION grading_adds_up();
CREATE CONSTRAINT TRIGGER "grading_moves_add_up" AFTER INSERT ON "stock_move"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."gradingId" IS NOT NULL) EXECUTE FUNCTION grading_adds_up();
CREATE CONSTRAINT TRIGGER "graded_lots_add_up" AFTER INSERT ON "graded_lot"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION grading_adds_up();

-- ---------------------------------------------------------------- Counting

ALTER TABLE "stocktake_count"
  ADD CONSTRAINT "stocktake_count_weighs" CHECK ("countedGrams" >= 0),
  ADD CONSTRAINT "stocktake_count_says_why" CHECK ("countedGrams" = "expectedGrams" OR length(coalesce("reason", '')) > 0);

CREATE FUNCTION stocktake_expects_the_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."expectedGrams" IS DISTINCT FROM
     (SELECT "onHandGrams" FROM "lot_balance" WHERE "lotId" = NEW."lotId" FOR NO KEY UPDATE) THEN
    RAISE EXCEPTION 'lot % holds other fruit than was expected (constraint "stocktake_expects_the_ledger")', NEW."lotId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'stocktake_expects_the_ledger';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "stocktake_expects_the_ledger" BEFORE INSERT ON "stocktake_count"
  FOR EACH ROW EXECUTE FUNCTION stocktake_expects_the_ledger();

CREATE FUNCTION stocktake_sets_the_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT coalesce(sum("grams"), 0) FROM "stock_move" WHERE "stocktakeId" = NEW."stocktakeId" AND "lotId" = NEW."lotId")
     IS DISTINCT FROM
     (SELECT "countedGrams" - "expectedGrams" FROM "stocktake_count"
      WHERE "stocktakeId" = NEW."stocktakeId" AND "lotId" = NEW."lotId") THEN
    RAISE EXCEPTION 'stocktake % does not end at what was counted of lot % (constraint "stocktake_sets_the_ledger")',
      NEW."stocktakeId", NEW."lotId" USING ERRCODE = 'check_violation', CONSTRAINT = 'stocktake_sets_the_ledger';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "stocktake_sets_the_ledger" AFTER INSERT ON "stocktake_count"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stocktake_sets_the_ledger();
CREATE CONSTRAINT TRIGGER "stocktake_moves_are_counted" AFTER INSERT ON "stock_move"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."stocktakeId" IS NOT NULL) EXECUTE FUNCTION stocktake_sets_the_ledger();

-- ---------------------------------------------------------------- Boxes that come back

ALTER TABLE "box_return"
  ADD CONSTRAINT "box_return_weighs" CHECK ("grams" > 0),
  ADD CONSTRAINT "box_return_says_why" CHECK (length("reason") > 0);
ALTER TABLE "box" ADD CONSTRAINT "box_lot_reason_says_why" CHECK (length("lotReason") > 0);

CREATE FUNCTION box_return_goes_one_way() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  returned "box_return"%ROWTYPE;
  packed "box"%ROWTYPE;
BEGIN
  SELECT r.* INTO returned FROM "box_return" r
    WHERE r."id" = CASE TG_TABLE_NAME WHEN 'box_return' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'returnId' END;
  SELECT * INTO packed FROM "box" WHERE "id" = returned."boxId";
  IF returned."grams" > packed."grams" THEN
    RAISE EXCEPTION 'box % came back heavier than it left (constraint "box_return_no_heavier")', packed."serial"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'box_return_no_heavier';
  END IF;
  IF (SELECT "state" FROM "order" WHERE "id" = packed."orderId") NOT IN ('shipped', 'delivered') THEN
    RAISE EXCEPTION 'box % never left (constraint "box_return_had_left")', packed."serial"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'box_return_had_left';
  END IF;
  IF (SELECT coalesce(sum("grams"), 0) FROM "stock_move" WHERE "returnId" = returned."id" AND "lotId" = packed."lotId")
     <> (CASE returned."outcome" WHEN 'back_in_store' THEN returned."grams" ELSE 0 END) THEN
    RAISE EXCEPTION 'return of box % is not what its lot got (constraint "box_return_goes_one_way")', packed."serial"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'box_return_goes_one_way';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "box_return_goes_one_way" AFTER INSERT ON "box_return"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION box_return_goes_one_way();
CREATE CONSTRAINT TRIGGER "return_move_goes_one_way" AFTER INSERT ON "stock_move"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."returnId" IS NOT NULL) EXECUTE FUNCTION box_return_goes_one_way();

-- ---------------------------------------------------------------- Places, looks, corrections

ALTER TABLE "place" ADD CONSTRAINT "place_code_form" CHECK ("code" ~ '^[A-Z0-9]{1,12}$' AND length("name") > 0);
ALTER TABLE "lot_inspection" ADD CONSTRAINT "lot_inspection_says_what" CHECK (length("note") > 0);
ALTER TABLE "trace_correction"
  ADD CONSTRAINT "trace_correction_says_why" CHECK (length("words") > 0),
  ADD CONSTRAINT "trace_correction_undoes_a_row" CHECK (("undoneMoveId" IS NULL) = ("undoMoveId" IS NULL)),
  ADD CONSTRAINT "trace_correction_by_another" CHECK ("eventId" <> "declarationId");

CREATE FUNCTION correction_undoes_exactly() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."undoneMoveId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "stock_move" undone JOIN "stock_move" undo ON undo."id" = NEW."undoMoveId"
    WHERE undone."id" = NEW."undoneMoveId" AND undone."kind" = 'spoil' AND undone."eventId" = NEW."eventId"
      AND undo."kind" = 'adjust' AND undo."lotId" = undone."lotId" AND undo."grams" = -undone."grams"
  ) THEN
    RAISE EXCEPTION 'the ledger is not set right for event % (constraint "correction_undoes_exactly")', NEW."eventId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'correction_undoes_exactly';
  END IF;
  IF (SELECT "body" -> 'errorDeclaration' IS NULL OR "body" ->> 'eventID' <> NEW."eventId"
      FROM "trace_event" WHERE "id" = NEW."declarationId") THEN
    RAISE EXCEPTION 'event % does not declare % wrong (constraint "correction_is_declared")', NEW."declarationId", NEW."eventId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'correction_is_declared';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "correction_undoes_exactly" AFTER INSERT ON "trace_correction"
  FOR EACH ROW EXECUTE FUNCTION correction_undoes_exactly();

-- ---------------------------------------------------------------- What is written stays written

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY[
    'grading', 'graded_lot', 'lot_placing', 'stocktake', 'stocktake_count', 'lot_inspection', 'box_return', 'trace_correction'
  ] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION written_stays_written()', kept || '_stays', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written()', kept || '_not_emptied', kept);
  END LOOP;
END $$;
