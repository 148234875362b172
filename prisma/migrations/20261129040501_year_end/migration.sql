CREATE TYPE "Side" AS ENUM ('internal', 'external');

CREATE TYPE "DealingKind" AS ENUM ('income', 'cost');

CREATE TYPE "VatKind" AS ENUM ('not_subject', 'not_declared', 'rate');

CREATE TYPE "UseMeasure" AS ENUM ('grams', 'dong');

CREATE TYPE "YearState" AS ENUM ('prepared', 'approved', 'dropped');

ALTER TABLE "order" ADD COLUMN     "deliveryVatKind" "VatKind" NOT NULL DEFAULT 'not_subject',
ADD COLUMN     "deliveryVatRate" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "order_line" ADD COLUMN     "vatKind" "VatKind" NOT NULL DEFAULT 'not_subject',
ADD COLUMN     "vatRate" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "order_side" (
    "id" BIGSERIAL NOT NULL,
    "orderId" TEXT NOT NULL,
    "side" "Side" NOT NULL,
    "why" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT,

    CONSTRAINT "order_side_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "dealing" (
    "id" TEXT NOT NULL,
    "kind" "DealingKind" NOT NULL,
    "side" "Side" NOT NULL,
    "day" DATE NOT NULL,
    "amountDong" BIGINT NOT NULL,
    "through" "PayoutThrough" NOT NULL,
    "what" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "undoesId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "dealing_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "vat_rule" (
    "id" TEXT NOT NULL,
    "productId" TEXT,
    "fromDay" DATE NOT NULL,
    "kind" "VatKind" NOT NULL,
    "rate" INTEGER NOT NULL,
    "why" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "vat_rule_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "year_rule" (
    "id" TEXT NOT NULL,
    "fromYear" INTEGER NOT NULL,
    "fundHundredths" INTEGER NOT NULL,
    "byUse" "UseMeasure" NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "year_rule_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "year_end" (
    "id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "state" "YearState" NOT NULL DEFAULT 'prepared',
    "ruleId" TEXT NOT NULL,
    "internalIncomeDong" BIGINT NOT NULL,
    "externalIncomeDong" BIGINT NOT NULL,
    "internalCostDong" BIGINT NOT NULL,
    "externalCostDong" BIGINT NOT NULL,
    "surplusDong" BIGINT NOT NULL,
    "fundDong" BIGINT NOT NULL,
    "membersDong" BIGINT NOT NULL,
    "preparedAt" TIMESTAMPTZ(3) NOT NULL,
    "preparedBy" TEXT NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedBy" TEXT,
    "closedNote" TEXT,

    CONSTRAINT "year_end_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "year_share" (
    "yearEndId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "grams" INTEGER NOT NULL,
    "soldDong" BIGINT NOT NULL,
    "shareDong" BIGINT NOT NULL,

    CONSTRAINT "year_share_pkey" PRIMARY KEY ("yearEndId","memberId")
);

CREATE INDEX "order_side_orderId_id_idx" ON "order_side"("orderId", "id");

CREATE UNIQUE INDEX "dealing_undoesId_key" ON "dealing"("undoesId");

CREATE INDEX "dealing_day_idx" ON "dealing"("day");

CREATE UNIQUE INDEX "year_rule_fromYear_key" ON "year_rule"("fromYear");

ALTER TABLE "order_side" ADD CONSTRAINT "order_side_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "dealing" ADD CONSTRAINT "dealing_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "dealing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "vat_rule" ADD CONSTRAINT "vat_rule_productId_fkey" FOREIGN KEY ("productId") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "year_end" ADD CONSTRAINT "year_end_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "year_rule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "year_share" ADD CONSTRAINT "year_share_yearEndId_fkey" FOREIGN KEY ("yearEndId") REFERENCES "year_end"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "year_share" ADD CONSTRAINT "year_share_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- Internal or external to the membership

ALTER TABLE "order_side"
  ADD CONSTRAINT "order_side_why" CHECK (("byUser" IS NULL) = ("why" IS NULL)),
  ADD CONSTRAINT "order_side_words" CHECK (length("why") BETWEEN 1 AND 200);

-- An order is internal when its phone number is that of somebody who was a member on the day it was placed.
CREATE FUNCTION side_of_phone(phone text, day date) RETURNS "Side" LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN EXISTS (
    SELECT FROM "user" u JOIN "member" m ON m."userId" = u."id"
    WHERE u."phoneNumber" = phone AND m."joinedOn" <= day) THEN 'internal' ELSE 'external' END::"Side"
$$;

CREATE FUNCTION order_has_its_side() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "order_side" ("orderId", "side", "at")
  VALUES (NEW."id", side_of_phone(NEW."phone", (NEW."placedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date), NEW."placedAt");
  RETURN NULL;
END $$;
CREATE TRIGGER "order_has_its_side" AFTER INSERT ON "order" FOR EACH ROW EXECUTE FUNCTION order_has_its_side();

INSERT INTO "order_side" ("orderId", "side", "at")
SELECT "id", side_of_phone("phone", ("placedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date), "placedAt" FROM "order" ORDER BY "id";

-- The side that counts: the last that was written.
CREATE FUNCTION side_of_order(order_id text) RETURNS "Side" LANGUAGE sql STABLE AS $$
  SELECT "side" FROM "order_side" WHERE "orderId" = order_id ORDER BY "id" DESC LIMIT 1
$$;

-- ---------------------------------------------------------------- VAT

ALTER TABLE "vat_rule"
  ADD CONSTRAINT "vat_rule_rate" CHECK ("rate" BETWEEN 0 AND 10000 AND ("kind" = 'rate' OR "rate" = 0)),
  ADD CONSTRAINT "vat_rule_why" CHECK (length("why") BETWEEN 1 AND 200);
CREATE UNIQUE INDEX "vat_rule_one_a_day" ON "vat_rule" (coalesce("productId", ''), "fromDay");
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_vat" CHECK ("vatRate" BETWEEN 0 AND 10000 AND ("vatKind" = 'rate' OR "vatRate" = 0));
ALTER TABLE "order" ADD CONSTRAINT "order_delivery_vat" CHECK ("deliveryVatRate" BETWEEN 0 AND 10000 AND ("deliveryVatKind" = 'rate' OR "deliveryVatRate" = 0));

-- What is sold is treated as the rule of the day says on which its order was placed, and stays so.
CREATE FUNCTION line_has_its_vat() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE rule record;
BEGIN
  SELECT r."kind", r."rate" INTO rule FROM "vat_rule" r
  WHERE r."productId" = NEW."productId" AND r."fromDay" <= (
    coalesce((SELECT o."placedAt" FROM "order" o WHERE o."id" = NEW."orderId"), now()) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
  ORDER BY r."fromDay" DESC LIMIT 1;
  IF FOUND THEN
    NEW."vatKind" := rule."kind";
    NEW."vatRate" := rule."rate";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "line_has_its_vat" BEFORE INSERT ON "order_line" FOR EACH ROW EXECUTE FUNCTION line_has_its_vat();

CREATE FUNCTION delivery_has_its_vat() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE rule record;
BEGIN
  SELECT r."kind", r."rate" INTO rule FROM "vat_rule" r
  WHERE r."productId" IS NULL AND r."fromDay" <= (NEW."placedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
  ORDER BY r."fromDay" DESC LIMIT 1;
  IF FOUND THEN
    NEW."deliveryVatKind" := rule."kind";
    NEW."deliveryVatRate" := rule."rate";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "delivery_has_its_vat" BEFORE INSERT ON "order" FOR EACH ROW EXECUTE FUNCTION delivery_has_its_vat();

-- A line stays as it was ordered already (20261129007100_weighed).
CREATE FUNCTION vat_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an order keeps the VAT it was placed with (constraint "vat_stays")' USING ERRCODE = 'check_violation', CONSTRAINT = 'vat_stays';
END $$;
CREATE TRIGGER "order_delivery_vat_stays" BEFORE UPDATE ON "order" FOR EACH ROW
  WHEN ((OLD."deliveryVatKind", OLD."deliveryVatRate") IS DISTINCT FROM (NEW."deliveryVatKind", NEW."deliveryVatRate")) EXECUTE FUNCTION vat_stays();

-- ---------------------------------------------------------------- Invariant 5: years and surplus

ALTER TABLE "dealing"
  ADD CONSTRAINT "dealing_amount" CHECK ("amountDong" <> 0 AND ("amountDong" < 0) = ("undoesId" IS NOT NULL)),
  ADD CONSTRAINT "dealing_words" CHECK (length("what") BETWEEN 1 AND 200 AND length("reference") BETWEEN 1 AND 80);

ALTER TABLE "year_rule"
  ADD CONSTRAINT "year_rule_fund" CHECK ("fundHundredths" BETWEEN 500 AND 10000),
  ADD CONSTRAINT "year_rule_year" CHECK ("fromYear" BETWEEN 2000 AND 2999);

ALTER TABLE "year_end"
  ADD CONSTRAINT "year_end_surplus" CHECK (
    "surplusDong" = "internalIncomeDong" + "externalIncomeDong" - "internalCostDong" - "externalCostDong"),
  ADD CONSTRAINT "year_end_adds_up" CHECK (
    "fundDong" >= 0 AND "membersDong" >= 0 AND "fundDong" + "membersDong" = greatest("surplusDong", 0)),
  -- Of income from outside at least 5 % goes into the common fund, as far as there is a surplus.
  ADD CONSTRAINT "year_end_fund" CHECK (
    "fundDong" >= least(greatest("surplusDong", 0), ceil(greatest("externalIncomeDong", 0) * 0.05))),
  ADD CONSTRAINT "year_end_by_two" CHECK ("state" <> 'approved' OR "closedBy" <> "preparedBy"),
  ADD CONSTRAINT "year_end_closed" CHECK (("state" = 'prepared') = ("closedAt" IS NULL) AND ("closedAt" IS NULL) = ("closedBy" IS NULL)),
  ADD CONSTRAINT "year_end_dropped_why" CHECK (("state" = 'dropped') = ("closedNote" IS NOT NULL)),
  ADD CONSTRAINT "year_end_over" CHECK (extract(year FROM "preparedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh') > "year");
CREATE UNIQUE INDEX "year_end_once" ON "year_end" ("year") WHERE "state" <> 'dropped';
CREATE UNIQUE INDEX "year_end_one_open" ON "year_end" ((true)) WHERE "state" = 'prepared';
ALTER TABLE "year_share" ADD CONSTRAINT "year_share_signs" CHECK ("grams" >= 0 AND "soldDong" >= 0 AND "shareDong" >= 0);

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['order_side', 'dealing', 'vat_rule', 'year_rule', 'year_share'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION written_stays_written()', kept || '_stays', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written()', kept || '_not_emptied', kept);
  END LOOP;
  CREATE TRIGGER "year_end_stays" BEFORE DELETE ON "year_end" FOR EACH ROW EXECUTE FUNCTION written_stays_written();
  CREATE TRIGGER "year_end_not_emptied" BEFORE TRUNCATE ON "year_end" FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written();
END $$;

-- A year that is prepared or approved takes no entry any more.
CREATE FUNCTION year_is_open(at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (
    SELECT FROM "year_end" WHERE "state" <> 'dropped' AND "year" = extract(year FROM at AT TIME ZONE 'Asia/Ho_Chi_Minh'))
$$;
CREATE FUNCTION entry_in_open_year() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT year_is_open(NEW."at") THEN
    RAISE EXCEPTION 'the year of % is closed (constraint "year_closed")', NEW."at" USING ERRCODE = 'check_violation', CONSTRAINT = 'year_closed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "entry_in_open_year" BEFORE INSERT ON "journal" FOR EACH ROW EXECUTE FUNCTION entry_in_open_year();

-- Dealings of a year that is closed are over too, and so is on which side an order stood that was settled in it.
CREATE FUNCTION dealing_in_open_year() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT year_is_open(NEW."day"::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh') THEN
    RAISE EXCEPTION 'the year of % is closed (constraint "year_closed")', NEW."day" USING ERRCODE = 'check_violation', CONSTRAINT = 'year_closed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "dealing_in_open_year" BEFORE INSERT ON "dealing" FOR EACH ROW EXECUTE FUNCTION dealing_in_open_year();

CREATE FUNCTION side_in_open_year() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."byUser" IS NOT NULL AND EXISTS (
    SELECT FROM "box" b JOIN "settlement_line" l ON l."boxId" = b."id" JOIN "settlement" s ON s."id" = l."settlementId"
    WHERE b."orderId" = NEW."orderId" AND s."state" = 'approved' AND NOT year_is_open(s."closedAt")) THEN
    RAISE EXCEPTION 'the year of order % is closed (constraint "year_closed")', NEW."orderId" USING ERRCODE = 'check_violation', CONSTRAINT = 'year_closed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "side_in_open_year" BEFORE INSERT ON "order_side" FOR EACH ROW EXECUTE FUNCTION side_in_open_year();

-- A year closes once; approved, its members' parts must come to what they get together.
CREATE FUNCTION year_closes_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" <> 'prepared'
     OR to_jsonb(NEW) - ARRAY['state', 'closedAt', 'closedBy', 'closedNote'] IS DISTINCT FROM to_jsonb(OLD) - ARRAY['state', 'closedAt', 'closedBy', 'closedNote'] THEN
    RAISE EXCEPTION 'year % is closed or would become another (constraint "year_way")', OLD."year" USING ERRCODE = 'check_violation', CONSTRAINT = 'year_way';
  END IF;
  IF NEW."state" = 'approved' AND NEW."membersDong" <> (SELECT coalesce(sum("shareDong"), 0) FROM "year_share" WHERE "yearEndId" = NEW."id") THEN
    RAISE EXCEPTION 'the parts of year % do not come to the whole (constraint "year_shares_add_up")', OLD."year" USING ERRCODE = 'check_violation', CONSTRAINT = 'year_shares_add_up';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "year_closes_once" BEFORE UPDATE ON "year_end" FOR EACH ROW EXECUTE FUNCTION year_closes_once();

CREATE FUNCTION year_share_in_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT "state" FROM "year_end" WHERE "id" = NEW."yearEndId") <> 'prepared' THEN
    RAISE EXCEPTION 'year end % is closed (constraint "year_is_prepared")', NEW."yearEndId" USING ERRCODE = 'check_violation', CONSTRAINT = 'year_is_prepared';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "year_share_in_open" BEFORE INSERT ON "year_share" FOR EACH ROW EXECUTE FUNCTION year_share_in_open();
