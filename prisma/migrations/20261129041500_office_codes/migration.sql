-- The office's people sign in by a code as well. A code opens the door that it was asked for at; both count for one number.
CREATE TYPE "CodeDoor" AS ENUM ('shop', 'office');
ALTER TABLE "buyer_code" ADD COLUMN "door" "CodeDoor" NOT NULL DEFAULT 'shop';

CREATE OR REPLACE FUNCTION buyer_code_opens_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."usedAt" IS NOT NULL OR NEW."tries" < OLD."tries"
     OR (NEW."id", NEW."phone", NEW."door", NEW."createdAt", NEW."expiresAt")
       IS DISTINCT FROM (OLD."id", OLD."phone", OLD."door", OLD."createdAt", OLD."expiresAt") THEN
    RAISE EXCEPTION 'code % opens once (constraint "buyer_code_opens_once")', OLD."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'buyer_code_opens_once';
  END IF;
  RETURN NEW;
END $$;
