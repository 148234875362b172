ALTER TYPE "OrderChangeKind" ADD VALUE 'day';
ALTER TYPE "OrderChangeKind" ADD VALUE 'ripeness';
ALTER TYPE "OrderChangeKind" ADD VALUE 'gift';
ALTER TYPE "OrderChangeKind" ADD VALUE 'invoice';
ALTER TYPE "SmsKind" ADD VALUE 'order_changed';

-- ---------------------------------------------------------------- A line that is taken out

-- It stays with nothing wanted of it, so that what was ordered and what was kept for it can still be told.
ALTER TABLE "order_line"
  DROP CONSTRAINT "order_line_sum",
  ADD CONSTRAINT "order_line_sum" CHECK (
    "quantity" >= 0 AND "unitPriceDong" >= 0 AND CASE WHEN "mostGrams" IS NULL
      THEN "lineDong" = "quantity" * "unitPriceDong" AND "estimateDong" IS NULL
      ELSE "mostGrams" > "unitGrams" AND "estimateDong" IS NOT NULL
        AND "estimateDong" BETWEEN least("quantity", 1) AND "lineDong"
        AND "lineDong" = ("quantity"::bigint * "mostGrams" * "unitPriceDong" + 500) / 1000
    END);

-- Nothing is ordered from the beginning by nobody.
CREATE FUNCTION order_line_begins_with_something() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'line % orders nothing (constraint "order_line_begins_with_something")', NEW."id"
    USING ERRCODE = 'check_violation', CONSTRAINT = 'order_line_begins_with_something';
END $$;
CREATE TRIGGER "order_line_begins_with_something" BEFORE INSERT ON "order_line"
  FOR EACH ROW WHEN (NEW."quantity" = 0) EXECUTE FUNCTION order_line_begins_with_something();

-- A line of which nothing is wanted keeps no fruit.
CREATE FUNCTION taken_out_line_keeps_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "reservation" r JOIN "order_line" l ON l."id" = r."lineId"
    WHERE l."id" = NEW."id" AND l."quantity" = 0 AND r."state" = 'active') THEN
    RAISE EXCEPTION 'line % is taken out and keeps fruit (constraint "taken_out_line_keeps_nothing")', NEW."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'taken_out_line_keeps_nothing';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "taken_out_line_keeps_nothing" AFTER UPDATE OF "quantity" ON "order_line"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."quantity" = 0) EXECUTE FUNCTION taken_out_line_keeps_nothing();

-- ---------------------------------------------------------------- What the cooperative changes has a reason

ALTER TABLE "order_change"
  ADD CONSTRAINT "order_change_why" CHECK ("byUser" IS NULL OR coalesce(length("why"), 0) BETWEEN 1 AND 200);

-- ---------------------------------------------------------------- Erased is erased, also what stood there before a change

-- What of a change its buyer may have erased as soon as the order has ended: the note, and whom a present was for.
CREATE FUNCTION change_without_words(told jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT told - ARRAY['note', 'recipientName', 'recipientPhone'] $$;

-- A change stays as it is written, but for that, and all that stood in it once its order is erased.
CREATE FUNCTION order_change_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'before' - 'after' = to_jsonb(OLD) - 'before' - 'after' AND EXISTS (
    SELECT FROM "order" o WHERE o."id" = OLD."orderId" AND (
      (o."erasedAt" IS NOT NULL AND NEW."before" = '{}' AND NEW."after" = '{}')
      OR (o."state" IN ('delivered', 'cancelled') AND NEW."before" = change_without_words(OLD."before")
        AND NEW."after" = change_without_words(OLD."after")))) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'change % stays as it was written (constraint "append_only")', OLD."id"
    USING ERRCODE = 'check_violation', CONSTRAINT = 'append_only';
END $$;
DROP TRIGGER "order_change_stays" ON "order_change";
CREATE TRIGGER "order_change_stays" BEFORE UPDATE OR DELETE ON "order_change"
  FOR EACH ROW EXECUTE FUNCTION order_change_stays();

-- Of orders that were erased before there was this.
UPDATE "order_change" c SET "before" = '{}', "after" = '{}'
  FROM "order" o WHERE o."id" = c."orderId" AND o."erasedAt" IS NOT NULL;
