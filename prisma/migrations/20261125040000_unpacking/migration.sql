-- CreateEnum
CREATE TYPE "UnpackedFate" AS ENUM ('returned', 'destroyed');

-- CreateTable
CREATE TABLE "box_unpacking" (
    "boxId" TEXT NOT NULL,
    "fate" "UnpackedFate" NOT NULL,
    "reason" TEXT NOT NULL,
    "moveId" BIGINT,
    "eventId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "box_unpacking_pkey" PRIMARY KEY ("boxId")
);

-- CreateIndex
CREATE UNIQUE INDEX "box_unpacking_moveId_key" ON "box_unpacking"("moveId");

-- CreateIndex
CREATE UNIQUE INDEX "box_unpacking_eventId_key" ON "box_unpacking"("eventId");

-- AddForeignKey
ALTER TABLE "box_unpacking" ADD CONSTRAINT "box_unpacking_boxId_fkey" FOREIGN KEY ("boxId") REFERENCES "box"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "box_unpacking" ADD CONSTRAINT "box_unpacking_moveId_fkey" FOREIGN KEY ("moveId") REFERENCES "stock_move"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "box_unpacking" ADD CONSTRAINT "box_unpacking_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "trace_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "box_unpacking"
  ADD CONSTRAINT "box_unpacking_says_why" CHECK (length("reason") > 0),
  ADD CONSTRAINT "box_unpacking_moves_what_returns" CHECK (("fate" = 'returned') = ("moveId" IS NOT NULL));

-- What comes back is what went in, into the lot that it came out of; the trace tells of it; and the order is open again.
CREATE FUNCTION box_unpacking_undoes_packing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  undone "box"%ROWTYPE;
BEGIN
  SELECT * INTO undone FROM "box" WHERE "id" = NEW."boxId";
  IF NEW."moveId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "stock_move" m WHERE m."id" = NEW."moveId" AND m."kind" = 'adjust'
      AND m."lotId" = undone."lotId" AND m."grams" = undone."grams"
  ) THEN
    RAISE EXCEPTION 'box % did not go back into its lot (constraint "box_goes_back_into_its_lot")', NEW."boxId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'box_goes_back_into_its_lot';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM "trace_about" WHERE "eventId" = NEW."eventId" AND "subject" = 'box' AND "subjectId" = NEW."boxId"
  ) OR NEW."eventId" = undone."packEventId" THEN
    RAISE EXCEPTION 'no event tells that box % was unpacked (constraint "box_has_unpack_event")', NEW."boxId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'box_has_unpack_event';
  END IF;
  IF (SELECT "state" FROM "order" WHERE "id" = undone."orderId") <> 'placed' THEN
    RAISE EXCEPTION 'the order of box % is not open (constraint "box_unpacked_before_it_left")', NEW."boxId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'box_unpacked_before_it_left';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "box_unpacking_undoes_packing" AFTER INSERT ON "box_unpacking"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION box_unpacking_undoes_packing();

CREATE TRIGGER "box_unpacking_stays" BEFORE UPDATE OR DELETE ON "box_unpacking"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "box_unpacking_not_emptied" BEFORE TRUNCATE ON "box_unpacking"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();

-- An order that lost a box is packed again.
INSERT INTO "order_way" ("fromState", "toState") VALUES ('packed', 'placed');

-- As before, save that a box that was unpacked serves its line no longer.
CREATE OR REPLACE FUNCTION box_comes_out_of_its_lot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "stock_move" WHERE "boxId" = NEW."id" AND "lotId" = NEW."lotId" AND "grams" = -NEW."grams"
  ) THEN
    RAISE EXCEPTION 'box % has no ledger row (constraint "box_comes_out_of_its_lot")', NEW."id" USING ERRCODE = 'check_violation', CONSTRAINT = 'box_comes_out_of_its_lot';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM "trace_about" WHERE "eventId" = NEW."packEventId" AND "subject" = 'box' AND "subjectId" = NEW."id"
  ) THEN
    RAISE EXCEPTION 'box % has no pack event about it (constraint "box_has_pack_event")', NEW."id" USING ERRCODE = 'check_violation', CONSTRAINT = 'box_has_pack_event';
  END IF;
  IF (SELECT sum(b."units") FROM "box" b WHERE b."lineId" = NEW."lineId"
        AND NOT EXISTS (SELECT 1 FROM "box_unpacking" u WHERE u."boxId" = b."id"))
     > (SELECT l."quantity" FROM "order_line" l WHERE l."id" = NEW."lineId") THEN
    RAISE EXCEPTION 'line % is packed beyond what was ordered (constraint "line_not_packed_beyond")', NEW."lineId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'line_not_packed_beyond';
  END IF;
  RETURN NULL;
END $$;
