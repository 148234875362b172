-- Contract data are kept three years (Law 122/2025/QH15) and no longer: then who and where go, and what was sold stays.
ALTER TABLE "order" ADD COLUMN "erasedAt" TIMESTAMPTZ(3);

ALTER TABLE "order" DROP CONSTRAINT "order_phone_form";
ALTER TABLE "order"
  ADD CONSTRAINT "order_phone_form" CHECK ("phone" ~ '^\+[1-9][0-9]{6,14}$' OR ("erasedAt" IS NOT NULL AND "phone" = '')),
  ADD CONSTRAINT "order_kept_three_years" CHECK (
    ("erasedAt" AT TIME ZONE 'UTC') >= ("placedAt" AT TIME ZONE 'UTC') + interval '3 years'),
  ADD CONSTRAINT "order_erased" CHECK (
    "erasedAt" IS NULL OR ("buyerName" = '' AND "phone" = '' AND "street" = '' AND "note" IS NULL AND "state" IN ('delivered', 'cancelled')));

CREATE FUNCTION order_erased_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."erasedAt" IS NOT NULL AND NEW."erasedAt" IS DISTINCT FROM OLD."erasedAt" THEN
    RAISE EXCEPTION 'order % stays erased (constraint "order_erased_once")', OLD."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'order_erased_once';
  END IF;
  IF NEW."erasedAt" IS NULL AND ((NEW."buyerName" = '' AND OLD."buyerName" <> '') OR (NEW."street" = '' AND OLD."street" <> '')) THEN
    RAISE EXCEPTION 'order % is kept three years (constraint "order_kept_three_years")', OLD."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'order_kept_three_years';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "order_erased_once" BEFORE UPDATE ON "order" FOR EACH ROW EXECUTE FUNCTION order_erased_once();
CREATE INDEX "order_to_erase" ON "order" ("placedAt") WHERE "erasedAt" IS NULL;
