-- The words of a message may be wiped, never changed: a code's as soon as it no longer waits, and those to a buyer who
-- asked to be forgotten.
ALTER TABLE "sms_outbound" ADD COLUMN "wipedAt" TIMESTAMPTZ(3);
ALTER TABLE "sms_outbound" DROP CONSTRAINT "sms_outbound_one_segment";
ALTER TABLE "sms_outbound" ADD CONSTRAINT "sms_outbound_one_segment" CHECK (
  length("text") BETWEEN 1 AND 160 AND "wipedAt" IS NULL OR "text" = '' AND "wipedAt" IS NOT NULL);
ALTER TABLE "sms_outbound" ADD CONSTRAINT "sms_outbound_code_is_wiped" CHECK (
  "kind" <> 'sign_in_code' OR ("state" = 'queued' AND NOT "demo") OR "text" = '');

CREATE OR REPLACE FUNCTION sms_outbound_goes_one_way() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Whoever says first that a code has left: its words go in the same statement.
  IF NEW."kind" = 'sign_in_code' AND NEW."state" <> 'queued' AND NEW."text" <> '' THEN
    NEW."text" := '';
    NEW."wipedAt" := now();
  END IF;
  IF (NEW."id", NEW."kind", NEW."phone", NEW."strangerDay", NEW."demo", NEW."createdAt")
     IS DISTINCT FROM (OLD."id", OLD."kind", OLD."phone", OLD."strangerDay", OLD."demo", OLD."createdAt")
     OR (NEW."text" <> OLD."text" AND (NEW."text" <> '' OR (NEW."state" = 'queued' AND NOT NEW."demo")))
     OR (OLD."wipedAt" IS NOT NULL AND NEW."wipedAt" IS DISTINCT FROM OLD."wipedAt")
     OR (OLD."state" IN ('delivered', 'failed') AND NEW."state" <> OLD."state")
     OR (OLD."state" = 'sent' AND NEW."state" = 'queued') THEN
    RAISE EXCEPTION 'message % goes one way (constraint "sms_outbound_one_way")', OLD."id" USING ERRCODE = 'check_violation', CONSTRAINT = 'sms_outbound_one_way';
  END IF;
  RETURN NEW;
END $$;
