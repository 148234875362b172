CREATE TYPE "ShareRule" AS ENUM ('oldest_first', 'pro_rata');

CREATE TYPE "PromiseState" AS ENUM ('waiting', 'served', 'cut', 'lapsed');

CREATE TABLE "preorder_offer" (
    "id" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "monday" DATE NOT NULL,
    "lastDay" DATE NOT NULL,
    "priceDong" BIGINT NOT NULL,
    "depositPercent" INTEGER NOT NULL,
    "forecastPercent" INTEGER NOT NULL,
    "rule" "ShareRule" NOT NULL,
    "mayPromiseGrams" INTEGER NOT NULL,
    "promisedGrams" INTEGER NOT NULL DEFAULT 0,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "openedBy" TEXT NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedBy" TEXT,

    CONSTRAINT "preorder_offer_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "forecast_promise" (
    "lineId" TEXT NOT NULL,
    "offerId" TEXT NOT NULL,
    "grams" INTEGER NOT NULL,
    "servedGrams" INTEGER NOT NULL DEFAULT 0,
    "state" "PromiseState" NOT NULL DEFAULT 'waiting',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "forecast_promise_pkey" PRIMARY KEY ("lineId")
);

CREATE UNIQUE INDEX "preorder_offer_productId_monday_key" ON "preorder_offer"("productId", "monday");

CREATE INDEX "preorder_offer_monday_idx" ON "preorder_offer"("monday");

CREATE INDEX "forecast_promise_offerId_state_idx" ON "forecast_promise"("offerId", "state");

ALTER TABLE "preorder_offer" ADD CONSTRAINT "preorder_offer_productId_fkey" FOREIGN KEY ("productId") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "forecast_promise" ADD CONSTRAINT "forecast_promise_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "order_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "forecast_promise" ADD CONSTRAINT "forecast_promise_offerId_fkey" FOREIGN KEY ("offerId") REFERENCES "preorder_offer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- What is promised never exceeds what may be

ALTER TABLE "preorder_offer"
  ADD CONSTRAINT "preorder_offer_week" CHECK (extract(isodow FROM "monday") = 1 AND "lastDay" <= "monday" + 6),
  ADD CONSTRAINT "preorder_offer_price" CHECK ("priceDong" > 0),
  ADD CONSTRAINT "preorder_offer_percent" CHECK ("depositPercent" BETWEEN 1 AND 100 AND "forecastPercent" BETWEEN 1 AND 100),
  ADD CONSTRAINT "preorder_offer_not_promised_beyond" CHECK ("promisedGrams" >= 0 AND "promisedGrams" <= "mayPromiseGrams"),
  ADD CONSTRAINT "preorder_offer_closed_by" CHECK (("closedAt" IS NULL) = ("closedBy" IS NULL));
ALTER TABLE "forecast_promise"
  ADD CONSTRAINT "forecast_promise_grams" CHECK ("grams" > 0 AND "servedGrams" BETWEEN 0 AND "grams"),
  ADD CONSTRAINT "forecast_promise_state" CHECK (
    CASE "state" WHEN 'served' THEN "servedGrams" = "grams" WHEN 'waiting' THEN "servedGrams" < "grams"
      WHEN 'cut' THEN "servedGrams" < "grams" ELSE true END
  );

CREATE FUNCTION promise_counts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before_ integer := 0;
  after_ integer;
BEGIN
  IF TG_OP = 'DELETE' OR TG_OP = 'TRUNCATE' THEN
    RAISE EXCEPTION 'a promise is kept (constraint "append_only")' USING ERRCODE = 'check_violation', CONSTRAINT = 'append_only';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW."state" <> 'waiting' OR NEW."servedGrams" <> 0
       OR (SELECT "closedAt" FROM "preorder_offer" WHERE "id" = NEW."offerId") IS NOT NULL THEN
      RAISE EXCEPTION 'a promise begins as waiting, of an open offer (constraint "promise_way")'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'promise_way';
    END IF;
  ELSE
    IF (NEW."lineId", NEW."offerId", NEW."grams") IS DISTINCT FROM (OLD."lineId", OLD."offerId", OLD."grams")
       OR NEW."servedGrams" < OLD."servedGrams"
       OR (OLD."state" <> 'waiting' AND NEW."state" NOT IN (OLD."state", 'lapsed')) THEN
      RAISE EXCEPTION 'promise % would become another (constraint "promise_way")', OLD."lineId"
        USING ERRCODE = 'check_violation', CONSTRAINT = 'promise_way';
    END IF;
    before_ := promise_weighs(OLD."state", OLD."grams", OLD."servedGrams");
  END IF;
  after_ := promise_weighs(NEW."state", NEW."grams", NEW."servedGrams");
  IF after_ <> before_ THEN
    UPDATE "preorder_offer" SET "promisedGrams" = "promisedGrams" + after_ - before_ WHERE "id" = NEW."offerId";
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION promise_weighs("state" "PromiseState", "grams" integer, "served" integer) RETURNS integer
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE "state" WHEN 'lapsed' THEN 0 WHEN 'cut' THEN "served" ELSE "grams" END
$$;

CREATE TRIGGER "promise_counts" AFTER INSERT OR UPDATE OR DELETE ON "forecast_promise"
  FOR EACH ROW EXECUTE FUNCTION promise_counts();
CREATE TRIGGER "promise_not_emptied" BEFORE TRUNCATE ON "forecast_promise"
  FOR EACH STATEMENT EXECUTE FUNCTION promise_counts();

-- ---------------------------------------------------------------- The ways of an order

INSERT INTO "order_way" ("fromState", "toState") VALUES ('preordered', 'placed'), ('preordered', 'cancelled');

CREATE OR REPLACE FUNCTION order_moves_along_its_ways() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."state" NOT IN ('placed', 'preordered') THEN
      RAISE EXCEPTION 'an order begins as placed (constraint "order_way")' USING ERRCODE = 'check_violation', CONSTRAINT = 'order_way';
    END IF;
  ELSIF NEW."state" <> OLD."state" AND NOT EXISTS (
    SELECT 1 FROM "order_way" WHERE "fromState" = OLD."state" AND "toState" = NEW."state"
  ) THEN
    RAISE EXCEPTION 'no way from % to % (constraint "order_way")', OLD."state", NEW."state" USING ERRCODE = 'check_violation', CONSTRAINT = 'order_way';
  END IF;
  RETURN NEW;
END $$;

-- An order waits for a harvest just as long as its promise does.
CREATE FUNCTION preorder_waits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  order_ text := CASE TG_TABLE_NAME WHEN 'order' THEN to_jsonb(NEW) ->> 'id' ELSE
    (SELECT l."orderId" FROM "order_line" l WHERE l."id" = to_jsonb(NEW) ->> 'lineId') END;
BEGIN
  IF ((SELECT o."state" FROM "order" o WHERE o."id" = order_) = 'preordered') IS DISTINCT FROM EXISTS (
    SELECT 1 FROM "forecast_promise" p JOIN "order_line" l ON l."id" = p."lineId"
    WHERE l."orderId" = order_ AND p."state" = 'waiting'
  ) THEN
    RAISE EXCEPTION 'order % waits for a harvest without a promise, or a promise without it (constraint "preorder_waits")', order_
      USING ERRCODE = 'check_violation', CONSTRAINT = 'preorder_waits';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "preorder_waits" AFTER UPDATE OF "state" ON "order"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION preorder_waits();
CREATE CONSTRAINT TRIGGER "preorder_begins_to_wait" AFTER INSERT ON "order"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."state" = 'preordered') EXECUTE FUNCTION preorder_waits();
CREATE CONSTRAINT TRIGGER "promise_waits" AFTER INSERT OR UPDATE OF "state" ON "forecast_promise"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION preorder_waits();

-- ---------------------------------------------------------------- A line is cut to what was harvested

-- Whether a change of a line only lowers it while it waits for its harvest.
CREATE FUNCTION is_cut_to_harvest(before_ jsonb, after_ jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT after_ - 'quantity' - 'lineDong' = before_ - 'quantity' - 'lineDong'
    AND (after_ ->> 'quantity')::integer < (before_ ->> 'quantity')::integer
    AND EXISTS (SELECT 1 FROM "order" o WHERE o."id" = before_ ->> 'orderId' AND o."state" = 'preordered')
$$;
DROP TRIGGER "order_line_stays" ON "order_line";
CREATE TRIGGER "order_line_stays" BEFORE DELETE ON "order_line"
  FOR EACH ROW EXECUTE FUNCTION order_line_until_packed();
CREATE TRIGGER "order_line_until_packed" BEFORE UPDATE ON "order_line" FOR EACH ROW
  WHEN (NOT is_cut_to_harvest(to_jsonb(OLD), to_jsonb(NEW))) EXECUTE FUNCTION order_line_until_packed();
