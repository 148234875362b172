CREATE TYPE "VoucherKind" AS ENUM ('percent', 'fixed');

ALTER TABLE "order" ADD COLUMN     "finalDiscountDong" BIGINT;

CREATE TABLE "voucher" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "VoucherKind" NOT NULL,
    "worth" BIGINT NOT NULL,
    "mostDong" BIGINT,
    "leastDong" BIGINT NOT NULL DEFAULT 0,
    "withDelivery" BOOLEAN NOT NULL DEFAULT false,
    "fromAt" TIMESTAMPTZ(3) NOT NULL,
    "untilAt" TIMESTAMPTZ(3),
    "mostUses" INTEGER,
    "mostPerPhone" INTEGER,
    "isOn" BOOLEAN NOT NULL DEFAULT true,
    "used" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT,

    CONSTRAINT "voucher_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "voucher_fruit" (
    "id" BIGSERIAL NOT NULL,
    "voucherId" TEXT NOT NULL,
    "varietyCode" TEXT,
    "productId" TEXT,

    CONSTRAINT "voucher_fruit_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "voucher_use" (
    "orderId" TEXT NOT NULL,
    "voucherId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "voucher_use_pkey" PRIMARY KEY ("orderId")
);

CREATE TABLE "voucher_release" (
    "orderId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "voucher_release_pkey" PRIMARY KEY ("orderId")
);

CREATE TABLE "code_try" (
    "network" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "code_try_pkey" PRIMARY KEY ("network","code")
);

CREATE UNIQUE INDEX "voucher_code_key" ON "voucher"("code");

CREATE INDEX "voucher_fruit_voucherId_idx" ON "voucher_fruit"("voucherId");

CREATE INDEX "voucher_use_voucherId_idx" ON "voucher_use"("voucherId");

CREATE INDEX "code_try_at_idx" ON "code_try"("at");

ALTER TABLE "voucher_fruit" ADD CONSTRAINT "voucher_fruit_voucherId_fkey" FOREIGN KEY ("voucherId") REFERENCES "voucher"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "voucher_fruit" ADD CONSTRAINT "voucher_fruit_varietyCode_fkey" FOREIGN KEY ("varietyCode") REFERENCES "variety"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "voucher_fruit" ADD CONSTRAINT "voucher_fruit_productId_fkey" FOREIGN KEY ("productId") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "voucher_use" ADD CONSTRAINT "voucher_use_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "voucher_use" ADD CONSTRAINT "voucher_use_voucherId_fkey" FOREIGN KEY ("voucherId") REFERENCES "voucher"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "voucher_release" ADD CONSTRAINT "voucher_release_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "voucher_use"("orderId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- What a voucher promises

ALTER TABLE "voucher"
  ADD CONSTRAINT "voucher_code" CHECK ("code" ~ '^[0-9A-Z]{4,20}$'),
  ADD CONSTRAINT "voucher_worth" CHECK ("worth" > 0 AND ("kind" <> 'percent' OR "worth" <= 100)),
  ADD CONSTRAINT "voucher_sums" CHECK ("mostDong" > 0 AND "leastDong" >= 0),
  ADD CONSTRAINT "voucher_time" CHECK ("untilAt" > "fromAt"),
  ADD CONSTRAINT "voucher_most" CHECK ("mostUses" > 0 AND "mostPerPhone" > 0),
  ADD CONSTRAINT "voucher_used_within" CHECK ("used" >= 0 AND ("mostUses" IS NULL OR "used" <= "mostUses"));

ALTER TABLE "voucher_fruit" ADD CONSTRAINT "voucher_fruit_one" CHECK (num_nonnulls("varietyCode", "productId") = 1);
CREATE UNIQUE INDEX "voucher_fruit_once" ON "voucher_fruit" ("voucherId", "varietyCode", "productId") NULLS NOT DISTINCT;

-- An order remembers its voucher, and is reckoned by it again when it changes: only whether and how long it holds may change.
CREATE FUNCTION voucher_keeps_its_promise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
     OR to_jsonb(NEW) - 'isOn' - 'untilAt' - 'used' - 'note' <> to_jsonb(OLD) - 'isOn' - 'untilAt' - 'used' - 'note' THEN
    RAISE EXCEPTION 'voucher % stays as it was made (constraint "voucher_keeps_its_promise")', OLD."code"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'voucher_keeps_its_promise';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "voucher_keeps_its_promise" BEFORE UPDATE OR DELETE ON "voucher"
  FOR EACH ROW EXECUTE FUNCTION voucher_keeps_its_promise();

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['voucher_fruit', 'voucher_use', 'voucher_release'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION written_stays_written()', kept || '_stays', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION written_stays_written()', kept || '_not_emptied', kept);
  END LOOP;
END $$;

-- ---------------------------------------------------------------- The last use is used once

CREATE FUNCTION voucher_use_counts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  promised "voucher";
  who text;
BEGIN
  SELECT * INTO promised FROM "voucher" WHERE "id" = NEW."voucherId" FOR UPDATE;
  IF promised."used" >= promised."mostUses" THEN
    RAISE EXCEPTION 'voucher % is used up (constraint "voucher_used_within")', promised."code"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'voucher_used_within';
  END IF;
  SELECT "phone" INTO who FROM "order" WHERE "id" = NEW."orderId";
  IF (SELECT count(*) FROM "voucher_use" u JOIN "order" o ON o."id" = u."orderId"
      WHERE u."voucherId" = NEW."voucherId" AND o."phone" = who
        AND NOT EXISTS (SELECT 1 FROM "voucher_release" r WHERE r."orderId" = u."orderId")) >= promised."mostPerPhone" THEN
    RAISE EXCEPTION 'voucher % was used by this number (constraint "voucher_most_a_phone")', promised."code"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'voucher_most_a_phone';
  END IF;
  UPDATE "voucher" SET "used" = "used" + 1 WHERE "id" = NEW."voucherId";
  RETURN NEW;
END $$;
CREATE TRIGGER "voucher_use_counts" BEFORE INSERT ON "voucher_use" FOR EACH ROW EXECUTE FUNCTION voucher_use_counts();

CREATE FUNCTION voucher_release_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "voucher" SET "used" = "used" - 1
  WHERE "id" = (SELECT "voucherId" FROM "voucher_use" WHERE "orderId" = NEW."orderId");
  RETURN NULL;
END $$;
CREATE TRIGGER "voucher_release_counts" AFTER INSERT ON "voucher_release" FOR EACH ROW EXECUTE FUNCTION voucher_release_counts();

CREATE FUNCTION voucher_release_is_of_cancelled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT "state" FROM "order" WHERE "id" = NEW."orderId") <> 'cancelled' THEN
    RAISE EXCEPTION 'the order of a released use goes on (constraint "voucher_release_is_of_cancelled")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'voucher_release_is_of_cancelled';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "voucher_release_is_of_cancelled" AFTER INSERT ON "voucher_release"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION voucher_release_is_of_cancelled();

-- ---------------------------------------------------------------- Nothing is taken off an order without a voucher

CREATE FUNCTION discount_has_its_voucher() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."discountDong" > 0 AND NOT EXISTS (SELECT 1 FROM "voucher_use" u WHERE u."orderId" = NEW."id") THEN
    RAISE EXCEPTION 'order % costs less without a voucher (constraint "discount_has_its_voucher")', NEW."code"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'discount_has_its_voucher';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "discount_has_its_voucher" AFTER INSERT OR UPDATE OF "discountDong" ON "order"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION discount_has_its_voucher();

ALTER TABLE "order" ADD CONSTRAINT "order_final_discount" CHECK (
  "finalDiscountDong" IS NULL OR ("finalDong" IS NOT NULL AND "finalDiscountDong" BETWEEN 0 AND "discountDong"));

-- Once packed, an order costs what its lines weigh, less what its voucher takes off that.
CREATE OR REPLACE FUNCTION order_final_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."finalDong" > (
    SELECT greatest(0, sum(coalesce("finalDong", "lineDong")) - coalesce(NEW."finalDiscountDong", NEW."discountDong"))
      + NEW."deliveryDong"
    FROM "order_line" WHERE "orderId" = NEW."id") THEN
    RAISE EXCEPTION 'order % costs more than it weighs (constraint "order_final_adds_up")', NEW."code"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'order_final_adds_up';
  END IF;
  RETURN NULL;
END $$;
