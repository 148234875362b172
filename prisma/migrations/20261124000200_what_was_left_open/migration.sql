-- Ways past what must hold that the first rules left open, each found by trying it in raw SQL.

-- ---------------------------------------------------------------- 1. Stock

-- A reason of NULL made the old check NULL, and a check that is NULL is passed.
ALTER TABLE "stock_move" DROP CONSTRAINT "stock_move_says_why";
ALTER TABLE "stock_move" ADD CONSTRAINT "stock_move_says_why"
  CHECK ("kind" NOT IN ('spoil', 'adjust') OR length(coalesce("reason", '')) > 0);

-- A promise that was deleted would have stayed in its lot's balance for good.
CREATE FUNCTION reservation_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a reservation is closed, never removed (constraint "reservation_is_kept")'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'reservation_is_kept';
END $$;
CREATE TRIGGER "reservation_is_kept" BEFORE DELETE ON "reservation" FOR EACH ROW EXECUTE FUNCTION reservation_is_kept();
CREATE TRIGGER "reservation_not_emptied" BEFORE TRUNCATE ON "reservation"
  FOR EACH STATEMENT EXECUTE FUNCTION reservation_is_kept();

CREATE TRIGGER "balance_not_emptied" BEFORE TRUNCATE ON "lot_balance"
  FOR EACH STATEMENT EXECUTE FUNCTION balance_follows_ledger();

-- ---------------------------------------------------------------- 5. Money

-- An order's sum was checked when the order was written; now also when a line comes to it, and lines never change.
CREATE TRIGGER "order_line_stays" BEFORE UPDATE OR DELETE ON "order_line"
  FOR EACH ROW EXECUTE FUNCTION written_stays_written();
CREATE TRIGGER "order_line_not_emptied" BEFORE TRUNCATE ON "order_line"
  FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();

CREATE FUNCTION line_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT o."goodsDong" FROM "order" o WHERE o."id" = NEW."orderId")
     IS DISTINCT FROM (SELECT sum(l."lineDong") FROM "order_line" l WHERE l."orderId" = NEW."orderId") THEN
    RAISE EXCEPTION 'order % does not add up (constraint "order_adds_up")', NEW."orderId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'order_adds_up';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "line_adds_up" AFTER INSERT ON "order_line"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION line_adds_up();

-- ---------------------------------------------------------------- 6. The ways of an order

-- A step alone would have told of a move that was never made.
CREATE FUNCTION step_was_taken() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT s."toState" FROM "order_step" s WHERE s."orderId" = NEW."orderId" ORDER BY s."id" DESC LIMIT 1)
     IS DISTINCT FROM (SELECT o."state" FROM "order" o WHERE o."id" = NEW."orderId") THEN
    RAISE EXCEPTION 'order % has a step that it did not take (constraint "order_step_is_kept")', NEW."orderId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'order_step_is_kept';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "step_was_taken" AFTER INSERT ON "order_step"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION step_was_taken();
