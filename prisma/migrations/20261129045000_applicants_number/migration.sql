-- A code that proves an applicant's number opens no account.
ALTER TYPE "CodeDoor" ADD VALUE 'join';

ALTER TABLE "application" ADD COLUMN "phoneProvedAt" TIMESTAMPTZ(3);

-- A number is proved by a code that was sent to it and used, and another number is proved anew. Those of the demo are
-- nobody's, and are said to be proved.
CREATE FUNCTION application_phone_is_proved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."phoneProvedAt" IS NULL OR NEW."erasedAt" IS NOT NULL OR NEW."demo"
     OR (TG_OP = 'UPDATE' AND (NEW."phone", NEW."phoneProvedAt") IS NOT DISTINCT FROM (OLD."phone", OLD."phoneProvedAt")) THEN
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "buyer_code" c WHERE c."phone" = NEW."phone" AND c."door"::text = 'join' AND c."usedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'the number of application % is not proved (constraint "application_phone_is_proved")', NEW."code"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'application_phone_is_proved';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "application_phone_is_proved" BEFORE INSERT OR UPDATE ON "application"
  FOR EACH ROW EXECUTE FUNCTION application_phone_is_proved();
