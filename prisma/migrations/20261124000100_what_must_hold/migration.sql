-- What must always hold, kept by the database itself. The numbers are those of the invariants in docs/design.md.

-- ---------------------------------------------------------------- 1. Stock

ALTER TABLE "lot_balance"
  ADD CONSTRAINT "lot_balance_never_negative" CHECK ("onHandGrams" >= 0),
  ADD CONSTRAINT "lot_balance_covers_reserved" CHECK ("reservedGrams" BETWEEN 0 AND "onHandGrams");

ALTER TABLE "harvest" ADD CONSTRAINT "harvest_weighs_something" CHECK ("grams" > 0);
ALTER TABLE "lot" ADD CONSTRAINT "lot_batch_form" CHECK ("batch" ~ '^[0-9A-Z]{1,20}$');
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_promises_something" CHECK ("grams" > 0);
ALTER TABLE "stock_move"
  ADD CONSTRAINT "stock_move_sign" CHECK (
    ("kind" = 'receive' AND "grams" > 0) OR ("kind" IN ('pack', 'spoil') AND "grams" < 0) OR ("kind" = 'adjust' AND "grams" <> 0)),
  ADD CONSTRAINT "stock_move_pack_has_box" CHECK (("kind" = 'pack') = ("boxId" IS NOT NULL)),
  ADD CONSTRAINT "stock_move_says_why" CHECK ("kind" NOT IN ('spoil', 'adjust') OR length("reason") > 0);

CREATE INDEX "reservation_active_expiry" ON "reservation" ("expiresAt") WHERE "state" = 'active';

CREATE FUNCTION lot_opens_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "lot_balance" ("lotId") VALUES (NEW."id");
  RETURN NULL;
END $$;
CREATE TRIGGER "lot_opens_balance" AFTER INSERT ON "lot" FOR EACH ROW EXECUTE FUNCTION lot_opens_balance();

CREATE FUNCTION refuse_if_held(wanted text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "lot" WHERE "id" = wanted AND "heldReason" IS NOT NULL) THEN
    RAISE EXCEPTION 'lot % is held (constraint "lot_held_is_not_sold")', wanted USING ERRCODE = 'check_violation', CONSTRAINT = 'lot_held_is_not_sold';
  END IF;
END $$;

CREATE FUNCTION ledger_moves_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."kind" = 'pack' THEN
    PERFORM refuse_if_held(NEW."lotId");
  END IF;
  UPDATE "lot_balance" SET "onHandGrams" = "onHandGrams" + NEW."grams" WHERE "lotId" = NEW."lotId";
  RETURN NULL;
END $$;
CREATE TRIGGER "ledger_moves_balance" AFTER INSERT ON "stock_move" FOR EACH ROW EXECUTE FUNCTION ledger_moves_balance();

CREATE FUNCTION reservation_moves_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."state" = 'active' THEN
      PERFORM refuse_if_held(NEW."lotId");
      UPDATE "lot_balance" SET "reservedGrams" = "reservedGrams" + NEW."grams" WHERE "lotId" = NEW."lotId";
    END IF;
    RETURN NULL;
  END IF;
  IF NEW."lotId" <> OLD."lotId" OR NEW."lineId" <> OLD."lineId" OR (OLD."state" <> 'active' AND NEW IS DISTINCT FROM OLD) THEN
    RAISE EXCEPTION 'a reservation keeps its lot and line, and is closed once (constraint "reservation_closes_once")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'reservation_closes_once';
  END IF;
  UPDATE "lot_balance"
    SET "reservedGrams" = "reservedGrams"
      - (CASE WHEN OLD."state" = 'active' THEN OLD."grams" ELSE 0 END)
      + (CASE WHEN NEW."state" = 'active' THEN NEW."grams" ELSE 0 END)
    WHERE "lotId" = NEW."lotId";
  RETURN NULL;
END $$;
CREATE TRIGGER "reservation_moves_balance" AFTER INSERT OR UPDATE ON "reservation"
  FOR EACH ROW EXECUTE FUNCTION reservation_moves_balance();

-- Only the two functions above may move a balance: a hand that writes it directly is refused.
CREATE FUNCTION balance_follows_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'a balance is moved by the ledger and the reservations only (constraint "lot_balance_follows_ledger")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'lot_balance_follows_ledger';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER "balance_follows_ledger" BEFORE INSERT OR UPDATE OR DELETE ON "lot_balance"
  FOR EACH ROW EXECUTE FUNCTION balance_follows_ledger();

-- ---------------------------------------------------------------- 2. Boxes and their way

ALTER TABLE "variety" ADD CONSTRAINT "variety_gtin_form" CHECK ("looseGtin" ~ '^[0-9]{14}$' AND "shelfDays" > 0);
ALTER TABLE "product"
  ADD CONSTRAINT "product_gtin_form" CHECK ("gtin" ~ '^[0-9]{14}$'),
  ADD CONSTRAINT "product_unit_weighs" CHECK ("unitGrams" > 0),
  ADD CONSTRAINT "product_price" CHECK ("priceDong" > 0);
ALTER TABLE "box" ADD CONSTRAINT "box_holds_something" CHECK ("grams" > 0 AND "units" > 0),
  ADD CONSTRAINT "box_serial_form" CHECK ("serial" ~ '^[0-9A-Z]{10,20}$');

CREATE FUNCTION box_comes_out_of_its_lot() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF (SELECT sum(b."units") FROM "box" b WHERE b."lineId" = NEW."lineId")
     > (SELECT l."quantity" FROM "order_line" l WHERE l."id" = NEW."lineId") THEN
    RAISE EXCEPTION 'line % is packed beyond what was ordered (constraint "line_not_packed_beyond")', NEW."lineId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'line_not_packed_beyond';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "box_comes_out_of_its_lot" AFTER INSERT OR UPDATE ON "box"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION box_comes_out_of_its_lot();

-- ---------------------------------------------------------------- 5. Money

ALTER TABLE "order"
  ADD CONSTRAINT "order_sum" CHECK ("goodsDong" > 0 AND "deliveryDong" >= 0 AND "totalDong" = "goodsDong" + "deliveryDong"),
  ADD CONSTRAINT "order_phone_form" CHECK ("phone" ~ '^\+[1-9][0-9]{6,14}$'),
  ADD CONSTRAINT "order_code_form" CHECK ("code" ~ '^[A-Z0-9]{6,19}$');
ALTER TABLE "order_line"
  ADD CONSTRAINT "order_line_sum" CHECK ("quantity" > 0 AND "unitPriceDong" > 0 AND "lineDong" = "quantity" * "unitPriceDong");
ALTER TABLE "payment"
  ADD CONSTRAINT "payment_amount" CHECK ("amountDong" > 0),
  ADD CONSTRAINT "payment_purpose_form" CHECK ("purpose" ~ '^[A-Z0-9]{1,19}$'),
  ADD CONSTRAINT "payment_received_at" CHECK (("state" = 'received') = ("receivedAt" IS NOT NULL));
ALTER TABLE "posting" ADD CONSTRAINT "posting_moves_money" CHECK ("dong" <> 0);

CREATE FUNCTION order_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."goodsDong" IS DISTINCT FROM (SELECT sum("lineDong") FROM "order_line" WHERE "orderId" = NEW."id") THEN
    RAISE EXCEPTION 'order % does not add up (constraint "order_adds_up")', NEW."code" USING ERRCODE = 'check_violation', CONSTRAINT = 'order_adds_up';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "order_adds_up" AFTER INSERT OR UPDATE OF "goodsDong" ON "order"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION order_adds_up();

CREATE FUNCTION journal_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  journal text := CASE TG_TABLE_NAME WHEN 'journal' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'journalId' END;
  total bigint;
  rows_ bigint;
BEGIN
  SELECT coalesce(sum("dong"), 0), count(*) INTO total, rows_ FROM "posting" WHERE "journalId" = journal;
  IF total <> 0 OR rows_ < 2 THEN
    RAISE EXCEPTION 'journal % is off by % dong over % postings (constraint "journal_balances")', journal, total, rows_
      USING ERRCODE = 'check_violation', CONSTRAINT = 'journal_balances';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "journal_balances" AFTER INSERT ON "journal"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION journal_balances();
CREATE CONSTRAINT TRIGGER "posting_balances" AFTER INSERT ON "posting"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION journal_balances();

-- ---------------------------------------------------------------- 6. The ways of an order

INSERT INTO "order_way" ("fromState", "toState") VALUES
  ('placed', 'packed'),
  ('placed', 'cancelled'),
  ('packed', 'shipped'),
  ('shipped', 'delivered');

CREATE FUNCTION order_moves_along_its_ways() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."state" <> 'placed' THEN
      RAISE EXCEPTION 'an order begins as placed (constraint "order_way")' USING ERRCODE = 'check_violation', CONSTRAINT = 'order_way';
    END IF;
  ELSIF NEW."state" <> OLD."state" AND NOT EXISTS (
    SELECT 1 FROM "order_way" WHERE "fromState" = OLD."state" AND "toState" = NEW."state"
  ) THEN
    RAISE EXCEPTION 'no way from % to % (constraint "order_way")', OLD."state", NEW."state" USING ERRCODE = 'check_violation', CONSTRAINT = 'order_way';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "order_moves_along_its_ways" BEFORE INSERT OR UPDATE ON "order"
  FOR EACH ROW EXECUTE FUNCTION order_moves_along_its_ways();

CREATE FUNCTION order_step_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT s."toState" FROM "order_step" s WHERE s."orderId" = NEW."id" ORDER BY s."id" DESC LIMIT 1)
     IS DISTINCT FROM (SELECT o."state" FROM "order" o WHERE o."id" = NEW."id") THEN
    RAISE EXCEPTION 'order % moved without saying who and when (constraint "order_step_is_kept")', NEW."code"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'order_step_is_kept';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "order_step_is_kept" AFTER INSERT OR UPDATE OF "state" ON "order"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION order_step_is_kept();

-- ---------------------------------------------------------------- What is written stays written

CREATE FUNCTION written_stays_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only (constraint "append_only")', TG_TABLE_NAME USING ERRCODE = 'check_violation', CONSTRAINT = 'append_only';
END $$;

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY[
    'stock_move', 'trace_event', 'trace_about', 'order_step', 'payment_event', 'journal', 'posting', 'diary_entry', 'harvest', 'box'
  ] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION written_stays_written()', kept || '_stays', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written()', kept || '_not_emptied', kept);
  END LOOP;
END $$;
