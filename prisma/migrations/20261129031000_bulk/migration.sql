CREATE TYPE "BulkState" AS ENUM ('received', 'quoted', 'accepted', 'declined', 'withdrawn');

CREATE TYPE "BulkKind" AS ENUM ('domestic', 'export');

CREATE TYPE "BulkTerms" AS ENUM ('EXW', 'FOB', 'CIF');

ALTER TYPE "SmsKind" ADD VALUE 'bulk_answered';

CREATE TABLE "bulk_request" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "state" "BulkState" NOT NULL DEFAULT 'received',
    "kind" "BulkKind" NOT NULL,
    "who" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "taxCode" TEXT,
    "email" TEXT,
    "varietyCode" TEXT NOT NULL,
    "grade" TEXT,
    "grams" INTEGER NOT NULL,
    "wantedOn" DATE NOT NULL,
    "packing" TEXT,
    "provinceCode" TEXT,
    "wardCode" TEXT,
    "street" TEXT,
    "country" TEXT,
    "port" TEXT,
    "terms" "BulkTerms",
    "needs" TEXT[],
    "note" TEXT,
    "locale" TEXT NOT NULL,
    "network" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_request_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "bulk_step" (
    "id" BIGSERIAL NOT NULL,
    "requestId" TEXT NOT NULL,
    "fromState" "BulkState",
    "toState" "BulkState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT,
    "why" TEXT,

    CONSTRAINT "bulk_step_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "bulk_quote" (
    "id" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "offerId" TEXT,
    "goodsDong" BIGINT NOT NULL,
    "deliveryDong" BIGINT NOT NULL,
    "totalDong" BIGINT NOT NULL,
    "depositDong" BIGINT NOT NULL,
    "validUntil" DATE NOT NULL,
    "message" TEXT,
    "provinceCode" TEXT,
    "wardCode" TEXT,
    "street" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT NOT NULL,

    CONSTRAINT "bulk_quote_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "bulk_quote_line" (
    "quoteId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "productId" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unitGrams" INTEGER NOT NULL,
    "kiloDong" BIGINT NOT NULL,
    "unitPriceDong" BIGINT NOT NULL,
    "lineDong" BIGINT NOT NULL,

    CONSTRAINT "bulk_quote_line_pkey" PRIMARY KEY ("quoteId","position")
);

CREATE TABLE "bulk_acceptance" (
    "requestId" TEXT NOT NULL,
    "quoteId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bulk_acceptance_pkey" PRIMARY KEY ("requestId")
);

CREATE UNIQUE INDEX "bulk_request_code_key" ON "bulk_request"("code");

CREATE INDEX "bulk_request_state_createdAt_idx" ON "bulk_request"("state", "createdAt");

CREATE INDEX "bulk_request_phone_idx" ON "bulk_request"("phone");

CREATE INDEX "bulk_step_requestId_idx" ON "bulk_step"("requestId");

CREATE UNIQUE INDEX "bulk_quote_requestId_number_key" ON "bulk_quote"("requestId", "number");

CREATE UNIQUE INDEX "bulk_quote_line_quoteId_productId_key" ON "bulk_quote_line"("quoteId", "productId");

CREATE UNIQUE INDEX "bulk_acceptance_quoteId_key" ON "bulk_acceptance"("quoteId");

CREATE UNIQUE INDEX "bulk_acceptance_orderId_key" ON "bulk_acceptance"("orderId");

ALTER TABLE "bulk_request" ADD CONSTRAINT "bulk_request_varietyCode_fkey" FOREIGN KEY ("varietyCode") REFERENCES "variety"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "bulk_request" ADD CONSTRAINT "bulk_request_provinceCode_wardCode_fkey" FOREIGN KEY ("provinceCode", "wardCode") REFERENCES "ward"("provinceCode", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "bulk_step" ADD CONSTRAINT "bulk_step_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "bulk_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "bulk_quote" ADD CONSTRAINT "bulk_quote_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "bulk_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "bulk_quote" ADD CONSTRAINT "bulk_quote_offerId_fkey" FOREIGN KEY ("offerId") REFERENCES "preorder_offer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "bulk_quote" ADD CONSTRAINT "bulk_quote_provinceCode_wardCode_fkey" FOREIGN KEY ("provinceCode", "wardCode") REFERENCES "ward"("provinceCode", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "bulk_quote_line" ADD CONSTRAINT "bulk_quote_line_quoteId_fkey" FOREIGN KEY ("quoteId") REFERENCES "bulk_quote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "bulk_quote_line" ADD CONSTRAINT "bulk_quote_line_productId_fkey" FOREIGN KEY ("productId") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "bulk_acceptance" ADD CONSTRAINT "bulk_acceptance_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "bulk_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "bulk_acceptance" ADD CONSTRAINT "bulk_acceptance_quoteId_fkey" FOREIGN KEY ("quoteId") REFERENCES "bulk_quote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "bulk_acceptance" ADD CONSTRAINT "bulk_acceptance_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- A request

ALTER TABLE "bulk_request"
  ADD CONSTRAINT "bulk_request_code" CHECK ("code" ~ '^YC[2-9A-HJKMNP-TV-Z]{7}$'),
  ADD CONSTRAINT "bulk_request_grams" CHECK ("grams" BETWEEN 1000 AND 100000000),
  ADD CONSTRAINT "bulk_request_where" CHECK (
    CASE "kind" WHEN 'domestic' THEN num_nonnulls("provinceCode", "wardCode", "street") = 3
      AND num_nonnulls("country", "port", "terms") = 0 AND cardinality("needs") = 0
    ELSE num_nonnulls("country", "terms") = 2 AND num_nonnulls("provinceCode", "wardCode", "street") = 0 END),
  ADD CONSTRAINT "bulk_request_needs" CHECK ("needs" <@ ARRAY['phytosanitary', 'planting_unit', 'gacc', 'origin', 'cold_chain']);

-- What was asked stays as it was asked; only its state moves, and who asked is erased in time.
CREATE FUNCTION bulk_request_moves() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  personal text[] := ARRAY['who', 'phone', 'taxCode', 'email', 'street', 'packing', 'note', 'erasedAt'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."state" <> 'received' THEN
      RAISE EXCEPTION 'a request begins as received (constraint "bulk_way")' USING ERRCODE = 'check_violation', CONSTRAINT = 'bulk_way';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE'
     OR (to_jsonb(NEW) - 'state' - 'network' - personal) <> (to_jsonb(OLD) - 'state' - 'network' - personal)
     OR (NEW."network" IS NOT NULL AND NEW."network" IS DISTINCT FROM OLD."network")
     OR (NEW."erasedAt" IS NULL AND (to_jsonb(NEW) - 'state' - 'network') <> (to_jsonb(OLD) - 'state' - 'network')) THEN
    RAISE EXCEPTION 'request % stays as it was asked (constraint "append_only")', OLD."code"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'append_only';
  END IF;
  IF NEW."state" <> OLD."state" AND (OLD."state"::text, NEW."state"::text) NOT IN (
    ('received', 'quoted'), ('received', 'declined'), ('received', 'withdrawn'),
    ('quoted', 'accepted'), ('quoted', 'declined'), ('quoted', 'withdrawn')) THEN
    RAISE EXCEPTION 'no way from % to % (constraint "bulk_way")', OLD."state", NEW."state"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'bulk_way';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "bulk_request_moves" BEFORE INSERT OR UPDATE OR DELETE ON "bulk_request"
  FOR EACH ROW EXECUTE FUNCTION bulk_request_moves();

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['bulk_step', 'bulk_quote', 'bulk_quote_line', 'bulk_acceptance'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION written_stays_written()', kept || '_stays', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written()', kept || '_not_emptied', kept);
  END LOOP;
END $$;

-- ---------------------------------------------------------------- A quote

ALTER TABLE "bulk_quote"
  ADD CONSTRAINT "bulk_quote_sum" CHECK ("goodsDong" > 0 AND "deliveryDong" >= 0 AND "totalDong" = "goodsDong" + "deliveryDong"),
  ADD CONSTRAINT "bulk_quote_deposit" CHECK (
    CASE WHEN "offerId" IS NULL THEN "depositDong" = 0 ELSE "depositDong" BETWEEN 1 AND "totalDong" END),
  ADD CONSTRAINT "bulk_quote_time" CHECK (
    "validUntil" BETWEEN ("createdAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AND ("createdAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + 60),
  ADD CONSTRAINT "bulk_quote_where" CHECK (num_nonnulls("provinceCode", "wardCode", "street") IN (0, 3));
ALTER TABLE "bulk_quote_line"
  ADD CONSTRAINT "bulk_quote_line_sum" CHECK ("quantity" > 0 AND "unitGrams" > 0 AND "kiloDong" > 0
    AND "unitPriceDong" = ("kiloDong" * "unitGrams" + 500) / 1000 AND "lineDong" = "quantity" * "unitPriceDong");

-- Quotes of a request are counted, and none comes after it was accepted, declined or withdrawn.
CREATE FUNCTION bulk_quote_is_next() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."number" <> 1 + (SELECT count(*) FROM "bulk_quote" WHERE "requestId" = NEW."requestId")
     OR (SELECT "state" FROM "bulk_request" WHERE "id" = NEW."requestId") NOT IN ('received', 'quoted') THEN
    RAISE EXCEPTION 'quote % is not the next of an open request (constraint "bulk_quote_is_next")', NEW."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'bulk_quote_is_next';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "bulk_quote_is_next" BEFORE INSERT ON "bulk_quote" FOR EACH ROW EXECUTE FUNCTION bulk_quote_is_next();

-- Its lines add up; fruit of a harvest to come is the one product of that offer.
CREATE FUNCTION bulk_quote_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."goodsDong" IS DISTINCT FROM (SELECT sum("lineDong") FROM "bulk_quote_line" WHERE "quoteId" = NEW."id")
     OR (NEW."offerId" IS NOT NULL AND (SELECT array_agg("productId") FROM "bulk_quote_line" WHERE "quoteId" = NEW."id")
       IS DISTINCT FROM ARRAY[(SELECT "productId" FROM "preorder_offer" WHERE "id" = NEW."offerId")]) THEN
    RAISE EXCEPTION 'quote % is not the sum of its lines (constraint "bulk_quote_adds_up")', NEW."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'bulk_quote_adds_up';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "bulk_quote_adds_up" AFTER INSERT ON "bulk_quote"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bulk_quote_adds_up();

-- A line that came later would change what was quoted.
CREATE FUNCTION bulk_quote_line_of_new_quote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(l."lineDong") FROM "bulk_quote_line" l WHERE l."quoteId" = NEW."quoteId")
     <> (SELECT q."goodsDong" FROM "bulk_quote" q WHERE q."id" = NEW."quoteId") THEN
    RAISE EXCEPTION 'quote % is not the sum of its lines (constraint "bulk_quote_adds_up")', NEW."quoteId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'bulk_quote_adds_up';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "bulk_quote_line_of_new_quote" AFTER INSERT ON "bulk_quote_line"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bulk_quote_line_of_new_quote();

-- ---------------------------------------------------------------- An order at the price that was quoted

-- The newest quote, within its day, becomes one order for whoever asked: of its very lines, prices and sums.
CREATE FUNCTION bulk_order_is_as_quoted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "bulk_quote" q
      JOIN "bulk_request" r ON r."id" = q."requestId"
      JOIN "order" o ON o."id" = NEW."orderId"
    WHERE q."id" = NEW."quoteId" AND q."requestId" = NEW."requestId" AND r."state" = 'accepted'
      AND q."number" = (SELECT max(n."number") FROM "bulk_quote" n WHERE n."requestId" = q."requestId")
      AND q."validUntil" >= (NEW."at" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
      AND o."phone" = r."phone" AND o."placedAt" = NEW."at"
      AND o."goodsDong" = q."goodsDong" AND o."deliveryDong" = q."deliveryDong" AND o."totalDong" = q."totalDong"
      AND o."state" = CASE WHEN q."offerId" IS NULL THEN 'placed' ELSE 'preordered' END::"OrderState"
  ) OR EXISTS (
    (SELECT "productId", "quantity", "unitGrams", "unitPriceDong", "lineDong" FROM "bulk_quote_line" WHERE "quoteId" = NEW."quoteId")
    EXCEPT
    (SELECT "productId", "quantity", "unitGrams", "unitPriceDong", "lineDong" FROM "order_line" WHERE "orderId" = NEW."orderId")
  ) OR (SELECT count(*) FROM "bulk_quote_line" WHERE "quoteId" = NEW."quoteId")
     <> (SELECT count(*) FROM "order_line" WHERE "orderId" = NEW."orderId") THEN
    RAISE EXCEPTION 'order % is not as it was quoted (constraint "bulk_order_is_as_quoted")', NEW."orderId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'bulk_order_is_as_quoted';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "bulk_order_is_as_quoted" AFTER INSERT ON "bulk_acceptance"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bulk_order_is_as_quoted();

CREATE FUNCTION bulk_accepted_has_its_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "bulk_acceptance" a WHERE a."requestId" = NEW."id") THEN
    RAISE EXCEPTION 'request % was accepted without an order (constraint "bulk_accepted_has_its_order")', NEW."code"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'bulk_accepted_has_its_order';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "bulk_accepted_has_its_order" AFTER UPDATE OF "state" ON "bulk_request"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."state" = 'accepted') EXECUTE FUNCTION bulk_accepted_has_its_order();
