-- "box" is also a type of PostgreSQL's own (a rectangle). A variable of "box"%ROWTYPE is looked up by that name again
-- once the table's statistics or columns changed while a connection lives, and is then taken for the rectangle: "type
-- box is not composite". A record has no name to look up.
CREATE OR REPLACE FUNCTION box_return_goes_one_way() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  returned "box_return"%ROWTYPE;
  packed record;
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

CREATE OR REPLACE FUNCTION box_unpacking_undoes_packing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  undone record;
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
