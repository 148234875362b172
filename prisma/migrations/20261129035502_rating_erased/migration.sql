ALTER TABLE "rating" ADD COLUMN "erasedAt" TIMESTAMPTZ(3);

-- What its buyer erased has no words and no name, is read by nobody and counts no more; that there was one stays.
ALTER TABLE "rating" ADD CONSTRAINT "rating_erased_says_nothing" CHECK ("erasedAt" IS NULL OR ("words" IS NULL AND NOT "named"));

CREATE FUNCTION rating_erased_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an erased rating stays erased (constraint "rating_erased_stays")'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'rating_erased_stays';
END $$;
CREATE TRIGGER "rating_erased_stays" BEFORE UPDATE ON "rating"
  FOR EACH ROW WHEN (OLD."erasedAt" IS NOT NULL) EXECUTE FUNCTION rating_erased_stays();
