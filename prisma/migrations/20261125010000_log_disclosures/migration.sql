-- CreateTable
CREATE TABLE "log_disclosure" (
    "index" BIGINT NOT NULL,
    "disclosure" TEXT NOT NULL,

    CONSTRAINT "log_disclosure_pkey" PRIMARY KEY ("index","disclosure")
);

-- AddForeignKey
ALTER TABLE "log_disclosure" ADD CONSTRAINT "log_disclosure_index_fkey" FOREIGN KEY ("index") REFERENCES "log_leaf"("index") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on.

-- A disclosure is of the leaf beside which it lies: the leaf holds its hash (RFC 9901, 4.2.3). It may be erased, and is
-- never another one.
CREATE FUNCTION disclosure_is_of_leaf() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  hash text := rtrim(translate(encode(sha256(convert_to(NEW."disclosure", 'UTF8')), 'base64'), '+/', '-_'), '=');
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "log_leaf" l
                 WHERE l."index" = NEW."index" AND position(convert_to('"' || hash || '"', 'UTF8') IN l."entry") > 0) THEN
    RAISE EXCEPTION 'leaf % holds no hash of this disclosure (constraint "disclosure_is_of_leaf")', NEW."index"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'disclosure_is_of_leaf';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "disclosure_is_of_leaf" BEFORE INSERT ON "log_disclosure" FOR EACH ROW EXECUTE FUNCTION disclosure_is_of_leaf();
CREATE TRIGGER "log_disclosure_not_changed" BEFORE UPDATE ON "log_disclosure" FOR EACH ROW EXECUTE FUNCTION written_stays_written();

-- From now on no leaf names a box by its serial number. Leaves of before stay as they were signed.
CREATE FUNCTION leaf_names_no_box() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF convert_from(NEW."entry", 'UTF8') ~ '/01/[0-9]{14}/([^"?#]*/)?21/' THEN
    RAISE EXCEPTION 'leaf % names a box by its serial number (constraint "leaf_names_no_box")', NEW."index"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'leaf_names_no_box';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "leaf_names_no_box" BEFORE INSERT ON "log_leaf" FOR EACH ROW EXECUTE FUNCTION leaf_names_no_box();

-- Which EPCs anyone is told of, without a walk through all those that they are not.
CREATE INDEX "epcis_value_without_boxes" ON "epcis_value" ("kind", "owner", "value")
  WHERE "value" !~ '/01/[0-9]{14}/([^?#]*/)?21/';
