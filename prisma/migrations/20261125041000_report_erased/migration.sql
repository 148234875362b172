ALTER TABLE "box_report" ADD COLUMN "erasedAt" TIMESTAMPTZ(3), ADD COLUMN "erasedBy" TEXT;

-- Erased is erased, and who did it and when is kept.
ALTER TABLE "box_report"
  ADD CONSTRAINT "box_report_erased" CHECK (
    ("erasedAt" IS NULL) = ("erasedBy" IS NULL)
    AND ("erasedAt" IS NULL OR ("words" IS NULL AND "phone" IS NULL)));

CREATE FUNCTION box_report_erased_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."erasedAt" IS NOT NULL AND (NEW."erasedAt", NEW."erasedBy") IS DISTINCT FROM (OLD."erasedAt", OLD."erasedBy") THEN
    RAISE EXCEPTION 'report % stays erased (constraint "box_report_erased_once")', OLD."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'box_report_erased_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "box_report_erased_once" BEFORE UPDATE ON "box_report" FOR EACH ROW EXECUTE FUNCTION box_report_erased_once();
