CREATE TYPE "Ripeness" AS ENUM ('eat_now', 'in_days');
ALTER TABLE "variety" ADD COLUMN     "ripens" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "order" ADD COLUMN     "arriveFrom" DATE,
ADD COLUMN     "arriveOn" DATE,
ADD COLUMN     "leaveOn" DATE,
ADD COLUMN     "ripeness" "Ripeness";
CREATE TABLE "delivery_area" (
    "id" TEXT NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameZh" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "leaveDays" INTEGER[],
    "cutOffHour" INTEGER NOT NULL,
    "daysFrom" INTEGER NOT NULL,
    "daysTo" INTEGER NOT NULL,
    "beyondDong" BIGINT,
    "freeFromDong" BIGINT,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT,
    CONSTRAINT "delivery_area_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "delivery_province" (
    "provinceCode" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    CONSTRAINT "delivery_province_pkey" PRIMARY KEY ("provinceCode")
);
CREATE TABLE "delivery_step" (
    "areaId" TEXT NOT NULL,
    "upToGrams" INTEGER NOT NULL,
    "feeDong" BIGINT NOT NULL,
    CONSTRAINT "delivery_step_pkey" PRIMARY KEY ("areaId","upToGrams")
);
CREATE TABLE "delivery_closed_day" (
    "day" DATE NOT NULL,
    "why" TEXT,
    "closedBy" TEXT,
    CONSTRAINT "delivery_closed_day_pkey" PRIMARY KEY ("day")
);
CREATE TABLE "order_gift" (
    "orderId" TEXT NOT NULL,
    "note" TEXT,
    "noPrices" BOOLEAN NOT NULL,
    "recipientName" TEXT,
    "recipientPhone" TEXT,
    CONSTRAINT "order_gift_pkey" PRIMARY KEY ("orderId")
);
CREATE TABLE "order_invoice" (
    "orderId" TEXT NOT NULL,
    "company" TEXT NOT NULL,
    "taxCode" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    CONSTRAINT "order_invoice_pkey" PRIMARY KEY ("orderId")
);
CREATE INDEX "delivery_province_areaId_idx" ON "delivery_province"("areaId");
ALTER TABLE "delivery_province" ADD CONSTRAINT "delivery_province_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "delivery_area"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "delivery_step" ADD CONSTRAINT "delivery_step_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "delivery_area"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "order_gift" ADD CONSTRAINT "order_gift_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "order_invoice" ADD CONSTRAINT "order_invoice_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- Areas, fees and days of delivery

ALTER TABLE "delivery_area" ALTER COLUMN "leaveDays" SET NOT NULL;
ALTER TABLE "delivery_area"
  ADD CONSTRAINT "delivery_area_named" CHECK (length("nameVi") BETWEEN 1 AND 80 AND length("nameEn") BETWEEN 1 AND 80),
  ADD CONSTRAINT "delivery_area_leave_days" CHECK (
    cardinality("leaveDays") BETWEEN 1 AND 7 AND "leaveDays" <@ ARRAY[1, 2, 3, 4, 5, 6, 7]),
  ADD CONSTRAINT "delivery_area_cut_off" CHECK ("cutOffHour" BETWEEN 0 AND 24),
  ADD CONSTRAINT "delivery_area_days_on_the_way" CHECK ("daysFrom" BETWEEN 0 AND "daysTo" AND "daysTo" <= 30),
  ADD CONSTRAINT "delivery_area_fees" CHECK ("beyondDong" >= 0 AND "freeFromDong" > 0);
-- A province is in one area at most: its code is the key.
ALTER TABLE "delivery_province" ADD CONSTRAINT "delivery_province_code" CHECK ("provinceCode" ~ '^[0-9]{2}$');
ALTER TABLE "delivery_step"
  ADD CONSTRAINT "delivery_step_weight" CHECK ("upToGrams" > 0),
  ADD CONSTRAINT "delivery_step_fee" CHECK ("feeDong" >= 0);

-- Heavier never costs less, and every area has a fee for some weight.
CREATE FUNCTION delivery_fees_ascend() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE area TEXT;
BEGIN
  area := CASE WHEN TG_TABLE_NAME = 'delivery_area' THEN to_jsonb(NEW) ->> 'id'
    WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ->> 'areaId' ELSE to_jsonb(NEW) ->> 'areaId' END;
  IF EXISTS (
    SELECT FROM "delivery_step" lighter WHERE lighter."areaId" = area AND (
      EXISTS (SELECT FROM "delivery_step" heavier WHERE heavier."areaId" = area
        AND heavier."upToGrams" > lighter."upToGrams" AND heavier."feeDong" < lighter."feeDong")
      OR EXISTS (SELECT FROM "delivery_area" a WHERE a."id" = area AND a."beyondDong" < lighter."feeDong"))) THEN
    RAISE EXCEPTION 'heavier costs less in area % (constraint "delivery_fees_ascend")', area
      USING ERRCODE = 'check_violation', CONSTRAINT = 'delivery_fees_ascend';
  END IF;
  IF EXISTS (
    SELECT FROM "delivery_area" a WHERE a."id" = area AND a."beyondDong" IS NULL
      AND NOT EXISTS (SELECT FROM "delivery_step" s WHERE s."areaId" = area)) THEN
    RAISE EXCEPTION 'area % has no fee (constraint "delivery_area_has_fee")', area
      USING ERRCODE = 'check_violation', CONSTRAINT = 'delivery_area_has_fee';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "delivery_fees_ascend" AFTER INSERT OR UPDATE OR DELETE ON "delivery_step"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION delivery_fees_ascend();
CREATE CONSTRAINT TRIGGER "delivery_area_has_fee" AFTER INSERT OR UPDATE ON "delivery_area"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION delivery_fees_ascend();

-- As it was until now: one fee within the province of the orchards, one elsewhere, nothing from two million on.
INSERT INTO "delivery_area" ("id", "nameVi", "nameEn", "nameZh", "position", "leaveDays", "cutOffHour", "daysFrom", "daysTo", "beyondDong", "freeFromDong", "changedAt") VALUES
  ('dar_home', 'Trong Đồng Nai', 'Within Dong Nai', '同奈省内', 0, '{1,2,3,4,5,6,7}', 14, 1, 1, 30000, 2000000, '2026-11-29T00:00:00Z'),
  ('dar_elsewhere', 'Các tỉnh, thành khác', 'Other provinces and cities', '其他省市', 1, '{1,2,3,4,5,6,7}', 14, 1, 3, 60000, 2000000, '2026-11-29T00:00:00Z');
INSERT INTO "delivery_province" ("provinceCode", "areaId") SELECT '75', 'dar_home' UNION ALL SELECT unnest(ARRAY['01', '04', '08', '11', '12', '14', '15', '19', '20', '22', '24', '25', '31', '33', '37', '38', '40', '42', '44', '46', '48', '51', '52', '56', '66', '68', '79', '80', '82', '86', '91', '92', '96']), 'dar_elsewhere';

-- ---------------------------------------------------------------- What an order keeps of its delivery

ALTER TABLE "order" ADD CONSTRAINT "order_day" CHECK (
  num_nulls("leaveOn", "arriveFrom", "arriveOn") IN (0, 3)
  AND ("leaveOn" IS NULL OR ("leaveOn" <= "arriveFrom" AND "arriveFrom" <= "arriveOn")));

UPDATE "variety" SET "ripens" = true WHERE "fruit" IN ('durian', 'avocado', 'jackfruit');

-- ---------------------------------------------------------------- Presents and VAT invoices

ALTER TABLE "order_gift"
  ADD CONSTRAINT "order_gift_says_something" CHECK (
    "noPrices" OR num_nonnulls("note", "recipientName", "recipientPhone") > 0),
  ADD CONSTRAINT "order_gift_note" CHECK (length("note") BETWEEN 1 AND 200),
  ADD CONSTRAINT "order_gift_recipient" CHECK (
    num_nulls("recipientName", "recipientPhone") <> 1 AND length("recipientName") BETWEEN 1 AND 80
    AND "recipientPhone" ~ '^\+[1-9][0-9]{6,14}$');

-- Ten digits of which the last checks the others, with three more for a branch; of a person the 12 of their identity card.
CREATE FUNCTION tax_code_holds(code TEXT) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN code ~ '^0[0-9]{11}$' THEN true
    WHEN code !~ '^[0-9]{10}(-[0-9]{3})?$' OR code LIKE '%-000' THEN false
    ELSE substr(code, 10, 1)::int = 10 - (
      SELECT sum(w * substr(code, at::int, 1)::int)::int
      FROM unnest(ARRAY[31, 29, 23, 19, 17, 13, 7, 5, 3]) WITH ORDINALITY AS t(w, at)) % 11
  END $$;
ALTER TABLE "order_invoice"
  ADD CONSTRAINT "order_invoice_tax_code" CHECK (tax_code_holds("taxCode")),
  ADD CONSTRAINT "order_invoice_says" CHECK (
    length("company") BETWEEN 1 AND 200 AND length("address") BETWEEN 1 AND 300
    AND "email" ~ '^[^@ ]+@[^@ ]+$' AND length("email") <= 160);

-- Erased is erased: also whom it was for and whom it was billed to.
CREATE FUNCTION order_erased_with_its_people() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "order" o WHERE o."id" = to_jsonb(NEW) ->> TG_ARGV[0] AND o."erasedAt" IS NOT NULL
      AND (EXISTS (SELECT FROM "order_gift" g WHERE g."orderId" = o."id")
        OR EXISTS (SELECT FROM "order_invoice" i WHERE i."orderId" = o."id"))) THEN
    RAISE EXCEPTION 'an erased order has people left (constraint "order_erased_whole")'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'order_erased_whole';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "order_erased_whole" AFTER UPDATE OF "erasedAt" ON "order"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION order_erased_with_its_people('id');
CREATE CONSTRAINT TRIGGER "order_gift_of_no_erased" AFTER INSERT OR UPDATE ON "order_gift"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION order_erased_with_its_people('orderId');
CREATE CONSTRAINT TRIGGER "order_invoice_of_no_erased" AFTER INSERT OR UPDATE ON "order_invoice"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION order_erased_with_its_people('orderId');
