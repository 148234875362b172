-- What a GTIN stands for is fixed once it was given (GS1 General Specifications, 4.2: other fruit, another grade or
-- another declared weight is another trade item), and it is never given again.
CREATE FUNCTION product_keeps_its_gtin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'listing % keeps its GTIN and what it stands for (constraint "product_keeps_its_gtin")', OLD."id"
    USING ERRCODE = 'check_violation', CONSTRAINT = 'product_keeps_its_gtin';
END $$;
CREATE TRIGGER "product_keeps_its_gtin" BEFORE UPDATE OF "gtin", "varietyCode", "grade", "saleUnit", "unitGrams" ON "product"
  FOR EACH ROW WHEN ((OLD."gtin", OLD."varietyCode", OLD."grade", OLD."saleUnit", OLD."unitGrams")
    IS DISTINCT FROM (NEW."gtin", NEW."varietyCode", NEW."grade", NEW."saleUnit", NEW."unitGrams"))
  EXECUTE FUNCTION product_keeps_its_gtin();
CREATE TRIGGER "product_is_not_deleted" BEFORE DELETE ON "product" FOR EACH ROW EXECUTE FUNCTION product_keeps_its_gtin();

CREATE FUNCTION variety_keeps_its_gtin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'variety % keeps its GTIN (constraint "variety_keeps_its_gtin")', OLD."code"
    USING ERRCODE = 'check_violation', CONSTRAINT = 'variety_keeps_its_gtin';
END $$;
CREATE TRIGGER "variety_keeps_its_gtin" BEFORE UPDATE OF "code", "looseGtin" ON "variety"
  FOR EACH ROW WHEN ((OLD."code", OLD."looseGtin") IS DISTINCT FROM (NEW."code", NEW."looseGtin"))
  EXECUTE FUNCTION variety_keeps_its_gtin();
CREATE TRIGGER "variety_is_not_deleted" BEFORE DELETE ON "variety" FOR EACH ROW EXECUTE FUNCTION variety_keeps_its_gtin();

ALTER TABLE "variety"
  ADD CONSTRAINT "variety_code_form" CHECK ("code" ~ '^[A-Z0-9]{2,12}$'),
  ADD CONSTRAINT "variety_shelf" CHECK ("shelfDays" BETWEEN 1 AND 365);
ALTER TABLE "product" ADD CONSTRAINT "product_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
